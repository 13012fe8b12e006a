import { branchedConfig, branchPlan } from "../../config/branch";
import type { ExperimentConfig } from "../../config/schema";
import type { Checkpoint } from "../../export/checkpoint";
import { configAfter } from "../../record/changes";

/**
 * A checkpoint of a run as the beginning of a branch: from there on with other settings, which the record says, and of what run.
 * @throws PlaygroundError where no branch can have them, with the reason of each
 */
export function branched(checkpoint: Checkpoint, wanted: ExperimentConfig): Checkpoint {
  const { config, run, state } = checkpoint;
  if (!run) return checkpoint;
  const now = configAfter(config, run.changes);
  const { patch } = branchPlan(now, wanted);
  branchedConfig(now, patch);
  const change = { step: state.step, patch, branch: { run: run.id } };
  return { ...checkpoint, run: { ...run, changes: [...run.changes, change] } };
}
