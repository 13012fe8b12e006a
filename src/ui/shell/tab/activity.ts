import { LAB_IDS, type LabId } from "../../../labs";
import { isUnderWay } from "../../../session/labs/labState";
import type { PlaygroundState } from "../../../session/playgroundState";
import type { Run } from "../../../session/run";

/** What a tab of the browser says of its page: how far the run has come, or a lab that is measuring while none is trained. */
export interface Activity {
  phase: Run["state"];
  /** Part that is done, from 0 to 1. */
  share: number;
  /** Null: the Race. */
  lab: LabId | null;
}

/** Null where nothing has begun. */
export function activityOf({ run, labs }: Pick<PlaygroundState, "run" | "labs">): Activity | null {
  const lab = LAB_IDS.find((id) => isUnderWay(labs[id].phase));
  if (lab && run?.state !== "running") {
    const { done, total } = labs[lab];
    return { phase: "running", share: total > 0 ? done / total : 0, lab };
  }
  if (!run || (run.step === 0 && run.state !== "failed")) return null;
  return { phase: run.state, share: Math.min(1, run.step / run.config.steps), lab: null };
}
