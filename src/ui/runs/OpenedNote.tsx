import { Button } from "@mantine/core";
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
