import { Textarea, TextInput } from "@mantine/core";
import { LIMITS } from "../../../session/lesson/lesson";
import { useTexts } from "../../language/useTexts";
import TaskText from "../text/TaskText";
import classes from "./editor.module.css";
import type { PartProps } from "./part";
import { texts } from "./texts";

/** Title and task, and how the task will look. */
export function Words({ draft, onChange }: PartProps) {
  const { words: t } = useTexts(texts);
  const { lesson } = draft;
  const change = (patch: { title?: string; task?: string }) => onChange({ ...draft, lesson: { ...lesson, ...patch } });
  return (
    <>
      <TextInput
        label={t.title}
        value={lesson.title}
        maxLength={LIMITS.title}
        onChange={({ currentTarget }) => change({ title: currentTarget.value })}
        data-autofocus
      />
      <div className={classes.pair}>
        <Textarea
          label={t.task}
          description={t.hint}
          inputWrapperOrder={["label", "input", "description"]}
          value={lesson.task}
          maxLength={LIMITS.task}
          rows={7}
          onChange={({ currentTarget }) => change({ task: currentTarget.value })}
        />
        <section className={classes.preview} aria-label={t.preview}>
          <span className={classes.caption}>{t.preview}</span>
          <TaskText source={lesson.task} />
        </section>
      </div>
      {lesson.task.length > LIMITS.task * 0.9 && (
        <p className={classes.about} role="status">
          {t.left({ n: LIMITS.task - lesson.task.length })}
        </p>
      )}
    </>
  );
}
