import { NumberInput } from "@mantine/core";
import { LIMITS } from "../../../session/lesson/lesson";
import { useTexts } from "../../language/useTexts";
import classes from "./editor.module.css";
import type { PartProps } from "./part";
import { texts } from "./texts";

/** From where to where the lesson trains. */
export function Steps({ draft, onChange }: PartProps) {
  const { steps: t } = useTexts(texts);
  const { lesson } = draft;
  const change = (patch: { start?: number; stop?: number | null }) =>
    onChange({ ...draft, lesson: { ...lesson, ...patch } });
  return (
    <fieldset className={classes.group}>
      <legend>{t.label}</legend>
      <div className={classes.fields}>
        <NumberInput
          label={t.start}
          description={t.startHint}
          inputWrapperOrder={["label", "input", "description"]}
          {...{ min: 0, max: LIMITS.start, step: 50, allowDecimal: false, clampBehavior: "strict" as const }}
          value={lesson.start}
          onChange={(value) => change({ start: typeof value === "number" ? value : 0 })}
        />
        <NumberInput
          label={t.stop}
          description={t.stopHint}
          inputWrapperOrder={["label", "input", "description"]}
          {...{ min: 1, max: LIMITS.step, step: 50, allowDecimal: false, clampBehavior: "strict" as const }}
          value={lesson.stop ?? ""}
          onChange={(value) => change({ stop: typeof value === "number" ? value : null })}
        />
      </div>
    </fieldset>
  );
}
