import { Button } from "@mantine/core";
import { useEffect, useRef } from "react";
import { formatCount } from "../../i18n/format";
import { hasAllSettings } from "../../session/actions/conditions";
import { goOnTraining } from "../../session/checkpoints/goOnTraining";
import type { CheckpointHead } from "../../storage/checkpoints/checkpointStore";
import type { PastRun } from "../../storage/runs/pastRun";
import { usePlayground, useSelect } from "../context";
import { KeptReport } from "../data/report/KeptReport";
import { useTexts } from "../language/useTexts";
import classes from "../settings/pendingChanges.module.css";
import { BranchButton } from "./branch/BranchButton";
import { BranchWords } from "./branch/BranchWords";
import { runName } from "./runName";
import { texts } from "./texts";

/**
 * Says that the charts are of a past run, and leads back. Whoever opens one from the table below, or from the palette, is brought to
 * the curves.
 */
export function OpenedNote() {
  const t = useTexts(texts).opened;
  const playground = usePlayground();
  const opened = useSelect((state) => state.opened);
  const isReopened = useSelect((state) => state.reopened !== null && state.reopened === state.opened?.id);
  const note = useRef<HTMLDivElement>(null);
  const id = opened?.id;
  useEffect(() => {
    if (id && !isReopened) bringIntoView(note.current);
  }, [id, isReopened]);
  const canReuse = useSelect(hasAllSettings);
  const row = useSelect(({ history }) => history.find(({ id }) => id === opened?.id));
  const head = useCheckpoint(id);
  if (!opened) return null;
  return (
    <div ref={note} className={classes.notice} role="status" data-panel="opened">
      {isReopened ? t.reopened : <strong>{t.showing({ name: runName(row ?? { ...opened, name: "" }) })}</strong>}
      {!isReopened && row && head && <BranchWords row={row} head={head} />}
      <div className={classes.noticeButtons}>
        {!isReopened && row && head && <Continuations row={row} head={head} />}
        <Button size="compact-sm" variant={isReopened ? "default" : "filled"} onClick={() => playground.runs.close()}>
          {isReopened ? t.hide : t.back}
        </Button>
        {!isReopened && canReuse && (
          <Button {...QUIET} onClick={() => void playground.reuseSettings(opened)}>
            {t.load}
          </Button>
        )}
      </div>
      {opened.dataReport && <KeptReport report={opened.dataReport} />}
    </div>
  );
}

/** The curves stand below it: it is to be in the upper half of the window. */
function bringIntoView(note: HTMLElement | null): void {
  const top = note?.getBoundingClientRect().top ?? 0;
  if (top < 0 || top > window.innerHeight / 2) note?.scrollIntoView({ block: "start" });
}

const QUIET = { size: "compact-sm", variant: "default" } as const;

/** The checkpoint that is kept of a run, while one could go on from it. */
function useCheckpoint(id: string | undefined): CheckpointHead | undefined {
  const isBusy = useSelect(({ starting, run }) => starting || run?.state === "running");
  const head = useSelect(({ checkpoints }) => checkpoints.find((other) => other.id === id));
  return isBusy ? undefined : head;
}

/** How a run of which a checkpoint is kept can be gone on with. */
function Continuations({ row, head }: { row: PastRun; head: CheckpointHead }) {
  const t = useTexts(texts).opened;
  const playground = usePlayground();
  return (
    <>
      {head.step < head.steps && (
        <Button {...QUIET} onClick={() => void goOnTraining(playground, row.id)}>
          {t.goOn({ step: formatCount(head.step) })}
        </Button>
      )}
      <BranchButton row={row} head={head} />
    </>
  );
}
