import { logXiOfAnchors } from "../../record/anchors/reading";
import type { Run } from "../run";

/** The anchor that is the most solved one even in the arm that does worst at it; null before the first snapshot. */
export function mostSolved({ config, views }: Pick<Run, "config" | "views">): number | null {
  const ofArms = (views?.arms ?? []).flatMap((view) => {
    const arm = config.arms[view.arm];
    return arm ? [logXiOfAnchors(view, arm)] : [];
  });
  const worst = (ofArms[0] ?? []).map((_, anchor) => Math.max(...ofArms.map((values) => values[anchor] as number)));
  return worst.length > 0 ? worst.indexOf(Math.min(...worst)) : null;
}
