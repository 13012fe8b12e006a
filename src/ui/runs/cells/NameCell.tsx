import { IconPencil } from "@tabler/icons-react";
import { useState } from "react";
import type { PastRun } from "../../../storage/runs/pastRun";
import { usePlayground, useSelect } from "../../context";
import { useTexts } from "../../language/useTexts";
import { RowButton } from "../RowButton";
import { runName } from "../runName";
import panel from "../runs.module.css";
import classes from "../table.module.css";
import { texts } from "../texts";
import { CommitInput } from "./CommitInput";
import { useRemark } from "./remarks";

/** What became of the press on a run: its curves are being read, or are in the charts. */
function Standing({ id }: { id: string }) {
  const t = useTexts(texts).row;
  const isOpening = useSelect((state) => state.opening === id);
  const isShown = useSelect((state) => state.opened?.id === id);
  return (
    <span role="status" className={classes.standing}>
      {isOpening ? t.opening : isShown && t.shown}
    </span>
  );
}

/** What a run is called: pressed, it shows the run in the charts; a pencil beside it renames it in place. */
export function NameCell({ run }: { run: PastRun }) {
  const t = useTexts(texts).row;
  const playground = usePlayground();
  const remark = useRemark(run);
  const [isEdited, setIsEdited] = useState(false);
  const [wasEdited, setWasEdited] = useState(false);
  const name = runName(run);
  const edit = () => {
    setIsEdited(true);
    // The keyboard comes back to where it was.
    setWasEdited(true);
  };
  if (isEdited) {
    const commit = (text: string) => {
      setIsEdited(false);
      if (text !== run.name) remark({ name: text });
    };
    return (
      <CommitInput
        label={t.name({ name })}
        value={run.name}
        isFocused
        commit={commit}
        cancel={() => setIsEdited(false)}
      />
    );
  }
  return (
    <span className={classes.name}>
      {run.columnBytes === null ? (
        <span>
          {name} <span className={panel.soft}>({t.noCurves})</span>
        </span>
      ) : (
        <button
          type="button"
          className={classes.open}
          title={t.open({ name })}
          onClick={() => void playground.runs.open(run.id)}
        >
          {name}
        </button>
      )}
      <RowButton label={t.rename({ name })} isFocused={wasEdited} onClick={edit}>
        <IconPencil size={14} />
      </RowButton>
      <Standing id={run.id} />
    </span>
  );
}
