import { useMemo } from "react";
import { type AnchorReading, logXiOfAnchors, readAnchor } from "../../../record/anchors/reading";
import { shownAnchor } from "../../../session/anchor/state";
import type { ViewsSnapshot } from "../../../worker/protocol";
import { useSelect, useShownConfig, useShownRun } from "../../context";

/** What of the anchors the pictures and the card share. */

/** Samples that can be looked at; 0 before the first snapshot. */
export function useAnchorCount(): number {
  return useShownRun((run) => (run?.views && run.anchors ? run.anchors.pairs.count : 0));
}

/** The anchor to show, under the pointer or chosen; null for none. */
export function useShownAnchor(): number | null {
  const count = useAnchorCount();
  return useSelect(({ anchor }) => shownAnchor(anchor, count));
}

/** Anchors among several samples that are chosen in the embedding. */
export function useChosenAnchors(): readonly number[] {
  const samples = useShownRun((run) => run?.anchors?.samples ?? null);
  const group = useSelect(({ anchor }) => anchor.group);
  return useMemo(
    () => group.map((sample) => samples?.indexOf(sample) ?? -1).filter((anchor) => anchor >= 0),
    [samples, group],
  );
}

export interface ArmReading extends AnchorReading {
  arm: number;
  seed: number;
}

/** What each arm's learner makes of an anchor, in the latest snapshot. */
export function useReadings(anchor: number | null): ArmReading[] {
  const views = useShownRun((run) => run?.views ?? null);
  const { arms } = useShownConfig();
  return useMemo(() => {
    if (anchor === null) return [];
    return shownArms(views, arms.length).map((view) => {
      const { arm, seed } = view;
      return { arm, seed, ...readAnchor(view, arms[arm]!, anchor) };
    });
  }, [views, arms, anchor]);
}

/** log xi of every anchor, for each arm of the latest snapshot. */
export function useLogXi(): number[][] {
  const views = useShownRun((run) => run?.views ?? null);
  const { arms } = useShownConfig();
  return useMemo(
    () => shownArms(views, arms.length).map((view) => logXiOfAnchors(view, arms[view.arm]!)),
    [views, arms],
  );
}

function shownArms(views: ViewsSnapshot | null, count: number): ViewsSnapshot["arms"] {
  return views?.arms.filter(({ arm }) => arm < count) ?? [];
}
