import type { SignalHistogram } from "./events";

/** The histograms of an arm's seeds together: [arm][bin]. */
export function signalPerArm({ counts }: SignalHistogram, seeds: number): Uint32Array[] {
  return Array.from({ length: counts.length / seeds }, (_, arm) => {
    const own = counts.slice(arm * seeds, (arm + 1) * seeds);
    return Uint32Array.from(own[0] ?? [], (_, bin) => own.reduce((sum, learner) => sum + (learner[bin] ?? 0), 0));
  });
}

/**
 * The ratio below which half of the parameters lie, counting those of a bin as spread evenly over its logarithm.
 * @returns NaN without any count
 */
export function medianRatio(
  counts: ArrayLike<number>,
  { from, width }: Pick<SignalHistogram, "from" | "width">,
): number {
  const all = Array.from(counts);
  let left = all.reduce((sum, count) => sum + count, 0) / 2;
  if (left === 0) return Number.NaN;
  const bin = all.findIndex((count) => {
    if (left <= count) return true;
    left -= count;
    return false;
  });
  return 10 ** (from + width * (bin + left / (all[bin] as number)));
}
