import { useEffect, useState } from "react";
import { anchorWeightOf } from "../../../../objectives";
import { logXiOfAnchors } from "../../../../record/anchors/reading";
import type { Run } from "../../../../session/run";
import { shownRun } from "../../../../session/shown";
import { usePlayground } from "../../../context";

/** Where the anchors of a run have been: what each picture of it says of them, gathered as the pictures come. */

/** What a picture says: the weight of every anchor in each arm. */
export interface TrailPoint {
  step: number;
  /** [arm][anchor]; NaN where log xi alone does not decide. */
  weights: number[][];
}

interface Trail {
  runId: string;
  points: readonly TrailPoint[];
}

const NONE: readonly TrailPoint[] = [];
/** Outlives a turn to another chapter and back. */
let trail: Trail = { runId: "", points: NONE };

/** Adds the latest picture, where it is a new one. */
export function followed(before: Trail, { id, config, views }: Pick<Run, "id" | "config" | "views">): Trail {
  const known = before.runId === id ? before.points : NONE;
  if (!views || known.at(-1)?.step === views.step) return before.runId === id ? before : { runId: id, points: known };
  const weights = views.arms.map((view) => {
    const arm = config.arms[view.arm];
    const weightOf = arm && anchorWeightOf(arm);
    return arm ? logXiOfAnchors(view, arm).map((logXi) => weightOf?.(logXi) ?? Number.NaN) : [];
  });
  return { runId: id, points: [...known, { step: views.step, weights }] };
}

/** The points of the run that is shown, as far as this page saw it train. */
export function useTrail(): readonly TrailPoint[] {
  const { store } = usePlayground();
  const [points, setPoints] = useState(NONE);
  useEffect(() => {
    const look = () => {
      const run = shownRun(store.getState());
      if (run) trail = followed(trail, run);
      setPoints(run ? trail.points : NONE);
    };
    look();
    return store.subscribe(look);
  }, [store]);
  return points;
}
