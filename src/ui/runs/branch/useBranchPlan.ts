import { useMemo } from "react";
import { type BranchPlan, branchPlan } from "../../../config/branch";
import { changesUpTo, configAfter } from "../../../record/changes";
import type { CheckpointHead } from "../../../storage/checkpoints/checkpointStore";
import type { PastRun } from "../../../storage/runs/pastRun";
import { useSelect } from "../../context";

/** How a branch of a kept run at its checkpoint would become what is set; null while that is no possible experiment. */
export function useBranchPlan(
  { config, changes }: Pick<PastRun, "config" | "changes">,
  { step }: CheckpointHead,
): BranchPlan | null {
  const draft = useSelect((state) => (state.draftErrors.length === 0 ? state.draft : null));
  return useMemo(
    () => draft && branchPlan(configAfter(config, changesUpTo(changes, step)), draft),
    [draft, config, changes, step],
  );
}
