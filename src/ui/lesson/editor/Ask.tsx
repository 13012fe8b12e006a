import { Select, TextInput } from "@mantine/core";
import { METRICS, type MetricId, metricOf } from "../../../metrics";
import { metricTexts } from "../../../metrics/metricTexts";
import { type Lesson, LIMITS, type Question } from "../../../session/lesson/lesson";
import { useLooks, useSelect } from "../../context";
import { useTexts } from "../../language/useTexts";
import { questionWords } from "../question";
import classes from "./editor.module.css";
import type { PartProps } from "./part";
import { texts } from "./texts";

const NONE = "none";
type Kind = Question["kind"] | typeof NONE;

/** What students are asked before the run. */
export function Ask({ draft, onChange }: PartProps) {
  const { ask: t } = useTexts(texts);
  const { lesson } = draft;
  const config = useSelect((state) => state.draft);
  const change = (patch: Partial<Lesson>) => onChange({ ...draft, lesson: { ...lesson, ...patch } });
  return (
    <fieldset className={classes.group}>
      <legend>{t.label}</legend>
      <div className={classes.fields}>
        <Select
          label={t.kind}
          allowDeselect={false}
          data={Object.entries(t.kinds).map(([value, label]) => ({ value, label }))}
          value={lesson.predict?.kind ?? NONE}
          onChange={(kind) => change({ predict: questionOfKind(kind as Kind, lesson.predict) })}
        />
        {lesson.predict && <Quantity question={lesson.predict} onChange={(predict) => change({ predict })} />}
      </div>
      {lesson.predict && (
        <TextInput
          label={t.own}
          placeholder={questionWords(lesson.predict, "", config).asks}
          value={lesson.ask}
          maxLength={LIMITS.ask}
          onChange={({ currentTarget }) => change({ ask: currentTarget.value })}
        />
      )}
    </fieldset>
  );
}

/** Another kind of question, about the same metric. */
function questionOfKind(kind: Kind, before: Question | null): Question | null {
  const metric: MetricId = before?.metric ?? "gradientVariance";
  if (kind === NONE) return null;
  return kind === "between" ? { kind, metric, a: 0, b: 1 } : { kind, metric, arm: 0 };
}

interface QuantityProps {
  question: Question;
  onChange: (question: Question) => void;
}

function Quantity({ question, onChange }: QuantityProps) {
  const { ask: t } = useTexts(texts);
  const metrics = (Object.keys(METRICS) as MetricId[]).map((id) => ({
    value: id,
    label: metricTexts(metricOf(id)).label,
  }));
  return (
    <>
      <Select
        label={t.metric}
        allowDeselect={false}
        searchable
        data={metrics}
        value={question.metric}
        onChange={(metric) => onChange({ ...question, metric: metric as MetricId })}
      />
      {question.kind === "between" ? (
        <>
          <Arm label={t.first} value={question.a} onChange={(a) => onChange({ ...question, a })} />
          <Arm
            label={t.second}
            value={question.b}
            onChange={(b) => onChange({ ...question, b })}
            error={question.a === question.b ? t.same : undefined}
          />
        </>
      ) : (
        <Arm label={t.arm} value={question.arm} onChange={(arm) => onChange({ ...question, arm })} />
      )}
    </>
  );
}

interface ArmProps {
  label: string;
  value: number;
  onChange: (arm: number) => void;
  error?: string | undefined;
}

function Arm({ label, value, onChange, error }: ArmProps) {
  const looks = useLooks(useSelect((state) => state.draft));
  const data = looks.slice(0, LIMITS.arms).map((look, arm) => ({ value: String(arm), label: look.label }));
  return (
    <Select
      {...{ label, data, error }}
      allowDeselect={false}
      value={String(value)}
      onChange={(arm) => onChange(Number(arm))}
    />
  );
}
