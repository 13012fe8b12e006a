import { keptText } from "../../storage/keptText";

/** How much room the curves of the kept runs may take before the page asks, as this browser was told. */

export const MEGABYTE = 1_000_000;
const UNLESS_TOLD = 500 * MEGABYTE;

const limit = keptText(
  () => localStorage,
  "flatnce-run-limit",
  "The limit of the runs' curves cannot be kept in this browser.",
);

/** In bytes. */
export function keptLimit(): number {
  const kept = Number(limit.read());
  return kept >= MEGABYTE && Number.isFinite(kept) ? kept : UNLESS_TOLD;
}

export function keepLimit(bytes: number): void {
  limit.write(String(bytes));
}
