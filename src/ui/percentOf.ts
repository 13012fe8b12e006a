import { formatPercent } from "../i18n/format";

/** A share that may be tiny, with two digits that say something. */
export function percentOf(share: number): string {
  if (!(share > 0) || share >= 0.1) return formatPercent(share, 0);
  return formatPercent(share, Math.min(12, Math.max(1, Math.ceil(-Math.log10(share)) - 1)));
}
