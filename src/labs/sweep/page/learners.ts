import { formatTick } from "../../../i18n/format";
import type { CellResult } from "../summary";

/** The learning rates of a cell's arms, in their order. */
export function ratesOf({ rows }: CellResult): string {
  const arms = [...new Set(rows.map(({ arm }) => arm))];
  return arms.map((arm) => formatTick(rows.find((row) => row.arm === arm)?.learningRate ?? Number.NaN)).join(", ");
}
