import { Button } from "@mantine/core";
import { equal } from "../../config/paths";
import { usePlayground, useSelect } from "../context";
import { useTexts, useTranslate } from "../language/useTexts";
import classes from "../settings/pendingChanges.module.css";
import { texts } from "./texts";

/** Where the experiment was opened from, as long as the settings are those that it came with. */
export function OriginNote() {
  const t = useTexts(texts);
  const translate = useTranslate();
  const playground = usePlayground();
  const origin = useSelect((state) => state.origin);
  const isThere = useSelect((state) => state.origin !== null && equal(state.origin.config, state.draft));
  if (!origin || !isThere) return null;
  return (
    <div className={classes.notice} role="status">
      <span>{translate(origin.from)}</span>
      <Button
        className={classes.noticeButtons}
        size="compact-sm"
        variant="default"
        onClick={() => playground.setPage(origin.page)}
      >
        {t.origin.back}
      </Button>
    </div>
  );
}
