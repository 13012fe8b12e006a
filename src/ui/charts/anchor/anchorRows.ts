import type { ArmConfig } from "../../../config/schema";
import { formatNumber, formatPercent, formatTick } from "../../../i18n/format";
import { anchorWeightOf } from "../../../objectives";
import type { Bins } from "../plot/Histogram";

/** The weights of anchors and where the anchors are, a row for each nat of log xi. */
export interface AnchorRow {
  name: string;
  cells: string[];
}

/**
 * @param domain of log xi
 * @param bins null before the first step
 * @returns first the weight in each arm's loss in the middle of the nat, then the share of each arm's anchors that lie in it
 */
export function anchorRows(
  arms: readonly ArmConfig[],
  [from, to]: readonly [number, number],
  bins: Bins | null,
): AnchorRow[] {
  const weights = arms.map(anchorWeightOf);
  const nats = Array.from({ length: Math.ceil(to) - Math.floor(from) }, (_, i) => Math.floor(from) + i);
  return nats.map((nat) => ({
    name: formatTick(nat),
    cells: [
      ...weights.map((weight) => (weight ? formatNumber(weight(nat + 0.5), 3) : "\u2013")),
      ...arms.map((_, arm) => shareWithin(bins, arm, nat)),
    ],
  }));
}

function shareWithin(bins: Bins | null, arm: number, nat: number): string {
  const counts = Array.from(bins?.counts[arm] ?? []);
  if (!bins || counts.length === 0) return "\u2013";
  const total = counts.reduce((sum, n) => sum + n, 0) || 1;
  const inside = counts.filter((_, bin) => Math.floor(bins.from + (bin + 0.5) * bins.width) === nat);
  return formatPercent(inside.reduce((sum, n) => sum + n, 0) / total);
}
