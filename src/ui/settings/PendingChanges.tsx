import { Button } from "@mantine/core";
import { usePlayground, useSelect } from "../context";
import { useTexts } from "../language/useTexts";
import { settingName } from "./names";
import classes from "./pendingChanges.module.css";
import { texts } from "./texts";

/** Says which changes wait for a restart, and offers it. */
export function PendingChanges() {
  const t = useTexts(texts);
  const playground = usePlayground();
  const pending = useSelect((state) => {
    const begun = state.run !== null && (state.run.step > 0 || state.run.state === "running");
    return begun && state.draftErrors.length === 0
      ? playground
          .pendingChanges()
          .map(({ path }) => path)
          .join("|")
      : "";
  });
  const starting = useSelect((state) => state.starting);
  if (!pending) return null;
  const names = pending.split("|").map(settingName);
  return (
    <div className={classes.notice} role="status">
      <strong>{t.pending.title({ n: names.length })}</strong>
      <span>{names.join(", ")}</span>
      <div className={classes.noticeButtons}>
        <Button size="compact-sm" loading={starting} onClick={() => void playground.restart()}>
          {t.pending.apply}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => playground.discardChanges()}>
          {t.pending.discard}
        </Button>
      </div>
    </div>
  );
}
