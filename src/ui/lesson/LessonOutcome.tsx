import type { Question } from "../../session/lesson/lesson";
import { isAtStop } from "../../session/lesson/pace";
import { useSelect } from "../context";
import { useTexts } from "../language/useTexts";
import { isRight, measure, outcomeOf } from "../learn/experiment/check";
import experiment from "../learn/experiment/experiment.module.css";
import { measuredSentence, predictionVerdict } from "../learn/experiment/words";
import { checkOf, questionWords } from "./question";
import { texts } from "./texts";

/** What was predicted beside what was measured, once the run is as far as the lesson goes. */
export function LessonOutcome({ question, own }: { question: Question; own: string }) {
  const isOver = useSelect(isAtStop);
  return <div aria-live="polite">{isOver && <Checked {...{ question, own }} />}</div>;
}

function Checked({ question, own }: { question: Question; own: string }) {
  const t = useTexts(texts);
  const run = useSelect((state) => state.run);
  const prediction = useSelect((state) => state.lesson.answer);
  const { quantity, choices } = checkOf(question);
  const measured = run && measure(run, quantity);
  if (!run || !measured || prediction === null) return <p className={experiment.outcome}>{t.unmeasured}</p>;
  const outcome = outcomeOf(measured, choices);
  const right = isRight(prediction, outcome, choices);
  const words = questionWords(question, own, run.config);
  return (
    <div className={experiment.outcome} data-right={right ?? undefined}>
      <p>
        <strong>{predictionVerdict(prediction, right)}</strong> {words.outcomes[outcome] ?? words.outcomes.same}{" "}
        {measuredSentence(measured, quantity, run.config)}
      </p>
    </div>
  );
}
