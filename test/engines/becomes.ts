import { expect } from "vitest";
import type { EnginePage } from "./drivers/types";

/** An engine ends a script that takes long: what is waited for is asked for again and again. */
export async function becomes(page: EnginePage, expression: string): Promise<void> {
  await expect.poll(() => page.evaluate(expression), { timeout: 300_000, interval: 500 }).toBe(true);
}
