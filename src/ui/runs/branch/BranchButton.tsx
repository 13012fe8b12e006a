import { Button, Tooltip } from "@mantine/core";
import { formatCount } from "../../../i18n/format";
import type { CheckpointHead } from "../../../storage/checkpoints/checkpointStore";
import type { PastRun } from "../../../storage/runs/pastRun";
import { usePlayground } from "../../context";
import { useTexts } from "../../language/useTexts";
import { texts } from "./texts";
import { useBranchPlan } from "./useBranchPlan";

interface BranchProps {
  row: PastRun;
  head: CheckpointHead;
}

/** Begins a branch with what is set, where a branch can have that (BranchWords.tsx says what not). */
export function BranchButton({ row, head }: BranchProps) {
  const t = useTexts(texts);
  const playground = usePlayground();
  const plan = useBranchPlan(row, head);
  return (
    <Tooltip label={t.hint} multiline w={300} openDelay={300}>
      <Button
        size="compact-sm"
        variant="default"
        disabled={plan === null || plan.refused.length > 0}
        onClick={() => void playground.goingOn.branch(row.id, playground.state.draft)}
      >
        {t.branch({ step: formatCount(head.step) })}
      </Button>
    </Tooltip>
  );
}
