import { Button, Tooltip } from "@mantine/core";
import { formatCount } from "../../i18n/format";
import { usePlayground, useSelect } from "../context";
import { useTexts } from "../language/useTexts";
import classes from "../settings/pendingChanges.module.css";
import { runName } from "./runName";
import { texts } from "./texts";

/** Says that the charts are of a past run, and leads back. */
export function OpenedNote() {
  const t = useTexts(texts).opened;
  const playground = usePlayground();
  const opened = useSelect((state) => state.opened);
  const row = useSelect(({ history }) => history.find(({ id }) => id === opened?.id));
  if (!opened) return null;
  return (
    <div className={classes.notice} role="status" data-panel="opened">
      <strong>{t.showing({ name: runName(row ?? { name: "", startedAt: opened.startedAt }) })}</strong>
      <div className={classes.noticeButtons}>
        <Continuations id={opened.id} />
        <Button size="compact-sm" onClick={() => playground.runs.close()}>
          {t.back}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => void playground.reuseSettings(opened)}>
          {t.load}
        </Button>
      </div>
    </div>
  );
}

const QUIET = { size: "compact-sm", variant: "default" } as const;

/** How a run of which a checkpoint is kept can be gone on with. */
function Continuations({ id }: { id: string }) {
  const t = useTexts(texts).opened;
  const playground = usePlayground();
  const head = useSelect(({ checkpoints }) => checkpoints.find((other) => other.id === id));
  const isBusy = useSelect(({ starting, run }) => starting || run?.state === "running");
  if (!head || isBusy) return null;
  const step = formatCount(head.step);
  return (
    <>
      {head.step < head.steps && (
        <Button {...QUIET} onClick={() => void playground.goingOn.goOn(id)}>
          {t.goOn({ step })}
        </Button>
      )}
      <Tooltip label={t.branchHint} multiline w={300} openDelay={300}>
        <Button {...QUIET} onClick={() => void playground.goingOn.branch(id, playground.state.draft)}>
          {t.branch({ step })}
        </Button>
      </Tooltip>
    </>
  );
}
