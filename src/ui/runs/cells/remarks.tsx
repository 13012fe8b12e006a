import type { PastRun, Remarks } from "../../../storage/runs/pastRun";
import { usePlayground } from "../../context";
import { useTexts } from "../../language/useTexts";
import { runName } from "../runName";
import { texts } from "../texts";
import { CommitInput } from "./CommitInput";

/** What a user says of a run. */

interface CellProps {
  run: PastRun;
}

/** Changes what is said of a run, where it changes. */
export function useRemark(run: PastRun): (remarks: Partial<Remarks>) => void {
  const { archive } = usePlayground().runs;
  return (remarks) => void archive.remark(run, remarks);
}

export function NoteCell({ run }: CellProps) {
  const t = useTexts(texts).row;
  const remark = useRemark(run);
  return (
    <CommitInput
      label={t.note({ name: runName(run) })}
      placeholder={t.notePlaceholder}
      value={run.note}
      commit={(note) => note !== run.note && remark({ note })}
    />
  );
}

export function TagsCell({ run }: CellProps) {
  const t = useTexts(texts).row;
  const remark = useRemark(run);
  const value = run.tags.join(", ");
  return (
    <CommitInput
      label={t.tags({ name: runName(run) })}
      placeholder={t.tagsPlaceholder}
      value={value}
      commit={(text) => text !== value && remark({ tags: tagsIn(text) })}
    />
  );
}

/** Tags that are separated by commas, each once. */
function tagsIn(text: string): string[] {
  return [...new Set(text.split(",").map((tag) => tag.trim()))].filter((tag) => tag !== "");
}
