import type { Exact } from "./types";

/** InfoNCE, however it is written: log(1 + xi). */
export const INFO_NCE: Exact = { value: Math.log1p, divisor: (xi) => 1 + xi };
