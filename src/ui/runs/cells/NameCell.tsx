import { UnstyledButton } from "@mantine/core";
import { IconPencil } from "@tabler/icons-react";
import { useState } from "react";
import type { PastRun } from "../../../storage/runs/pastRun";
import { IconButton } from "../../components/IconButton";
import { usePlayground } from "../../context";
import { useTexts } from "../../language/useTexts";
import { runName } from "../runName";
import classes from "../runs.module.css";
import { texts } from "../texts";
import { CommitInput } from "./CommitInput";
import { useRemark } from "./remarks";

/** What a run is called: pressed, it shows the run in the charts; a pencil beside it renames it in place. */
export function NameCell({ run }: { run: PastRun }) {
  const t = useTexts(texts).row;
  const playground = usePlayground();
  const remark = useRemark(run);
  const [isEdited, setIsEdited] = useState(false);
  const name = runName(run);
  if (isEdited) {
    const commit = (text: string) => {
      setIsEdited(false);
      if (text !== run.name) remark({ name: text });
    };
    return (
      <div className={classes.input}>
        <CommitInput
          label={t.name({ name })}
          value={run.name}
          isFocused
          commit={commit}
          cancel={() => setIsEdited(false)}
        />
      </div>
    );
  }
  return (
    <span className={classes.name}>
      {run.columnBytes === null ? (
        <span>
          {name} <span className={classes.soft}>({t.noCurves})</span>
        </span>
      ) : (
        <UnstyledButton
          className={classes.open}
          title={t.open({ name })}
          onClick={() => void playground.runs.open(run.id)}
        >
          {name}
        </UnstyledButton>
      )}
      <IconButton variant="subtle" color="gray" size={24} label={t.rename({ name })} onClick={() => setIsEdited(true)}>
        <IconPencil size={14} />
      </IconButton>
    </span>
  );
}
