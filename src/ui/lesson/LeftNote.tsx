import { Button, CloseButton } from "@mantine/core";
import { forgetLesson, returnToLesson } from "../../session/lesson/changes";
import { usePlayground, useSelect } from "../context";
import { useTexts } from "../language/useTexts";
import classes from "../settings/pendingChanges.module.css";
import { texts } from "./texts";

/** The way back to the lesson that was left. */
export function LeftNote() {
  const t = useTexts(texts);
  const playground = usePlayground();
  const left = useSelect((state) => state.lesson.left);
  if (!left) return null;
  return (
    <div className={classes.notice} role="status">
      <span>{t.left({ title: left.lesson.title || t.untitled })}</span>
      <span className={classes.noticeButtons}>
        <Button size="compact-sm" variant="default" onClick={() => returnToLesson(playground)}>
          {t.back}
        </Button>
        <CloseButton size="sm" aria-label={t.forget} title={t.forget} onClick={() => forgetLesson(playground)} />
      </span>
    </div>
  );
}
