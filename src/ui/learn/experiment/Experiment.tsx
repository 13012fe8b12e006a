import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { useTexts } from "../../language/useTexts";
import { type Chapter, type Control, firstValues, type Values } from "../chapter";
import { SymbolButton } from "../formula/SymbolList";
import { texts } from "../texts";
import classes from "./experiment.module.css";
import { Outcome } from "./Outcome";
import { Prediction } from "./Prediction";
import { RunBar } from "./RunBar";
import { useTrial } from "./useTrial";

/** The experiment of a chapter: what the reader may change, what the reader expects of it, its run, and what came of it. */
export function Experiment({ chapter }: { chapter: Chapter }) {
  const t = useTexts(texts);
  const words = useTexts(chapter.texts);
  const trial = useTrial(chapter.id);
  const [values, setValues] = useState<Values>(() => trial?.values ?? firstValues(chapter));
  const [prediction, setPrediction] = useState<string | null>(trial?.prediction ?? null);
  const choose = (control: string, value: string) => {
    setValues({ ...values, [control]: value });
    // Another experiment, another expectation.
    setPrediction(null);
  };
  return (
    <section className={classes.experiment} aria-label={t.experiment}>
      <h3>{t.experiment}</h3>
      {chapter.controls.map((control) => (
        <Choice
          key={control.id}
          {...{ chapter, control }}
          value={values[control.id] ?? ""}
          onChange={(value) => choose(control.id, value)}
        />
      ))}
      <Prediction
        question={words.question}
        choices={chapter.check.choices.map(({ id }) => ({ id, label: words.choices[id] ?? id }))}
        value={prediction}
        onChange={setPrediction}
      />
      <RunBar {...{ chapter, values, prediction }} />
      <Outcome chapter={chapter} />
    </section>
  );
}

interface ChoiceProps {
  chapter: Chapter;
  control: Control;
  value: string;
  onChange: (value: string) => void;
}

function Choice({ chapter, control: { id, symbol, values }, value, onChange }: ChoiceProps) {
  const t = useTexts(chapter.texts);
  const words = t.controls[id];
  const named = chapter.symbols.find((one) => one.id === symbol);
  return (
    <div className={classes.control}>
      <span className={classes.label}>{words?.label}</span>
      {named && <SymbolButton {...named} name={t.symbols[named.id]?.name ?? named.id} />}
      <SegmentedControl
        size="xs"
        aria-label={words?.label ?? id}
        data={values.map((one) => ({ value: one.id, label: words?.values[one.id] ?? one.id }))}
        {...{ value, onChange }}
      />
    </div>
  );
}
