/** How much room the curves of the kept runs may take before the page asks, as this browser was told. */

const KEY = "flatnce-run-limit";

export const MEGABYTE = 1_000_000;
const UNLESS_TOLD = 500 * MEGABYTE;

/** In bytes. A browser may be set to keep nothing; then it is what it was at first. */
export function keptLimit(): number {
  try {
    const kept = Number(localStorage.getItem(KEY));
    return kept >= MEGABYTE && Number.isFinite(kept) ? kept : UNLESS_TOLD;
  } catch {
    return UNLESS_TOLD;
  }
}

export function keepLimit(bytes: number): void {
  try {
    localStorage.setItem(KEY, String(bytes));
  } catch (error) {
    console.info("The limit of the runs' curves cannot be kept in this browser.", error);
  }
}
