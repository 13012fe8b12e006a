import { Button } from "@mantine/core";
import { say } from "../../../i18n/message";
import { numberOf } from "../../../session/learn/chapters";
import { shownRun } from "../../../session/shown";
import { usePlayground, useSelect } from "../../context";
import { Explained } from "../../glossary/Explained";
import { useTexts } from "../../language/useTexts";
import { type Chapter, experimentOf } from "../chapter";
import { texts } from "../texts";
import { isRight, measure, outcomeOf, UNDECIDED } from "./check";
import classes from "./experiment.module.css";
import { useIsShown, useTrial } from "./useTrial";
import { measuredSentence, predictionVerdict } from "./words";

/** What was predicted beside what was measured, once the run is over. */
export function Outcome({ chapter }: { chapter: Chapter }) {
  const isShown = useIsShown(chapter.id);
  const run = useSelect(shownRun);
  const isOver = isShown && run !== null && run.step >= run.config.steps && run.state === "finished";
  return <div aria-live="polite">{isOver && <Checked chapter={chapter} />}</div>;
}

function Checked({ chapter }: { chapter: Chapter }) {
  const t = useTexts(texts);
  const words = useTexts(chapter.texts);
  const playground = usePlayground();
  const trial = useTrial(chapter.id);
  const run = useSelect(shownRun);
  const { quantity, choices } = chapter.check;
  const measured = run && measure(run, quantity);
  if (!trial || !measured || !run) return <p className={classes.outcome}>{t.unmeasured}</p>;
  const outcome = outcomeOf(measured, choices);
  const right = isRight(trial.prediction, outcome, choices);
  const from = say(texts.origin, { n: numberOf(chapter.id), title: chapter.texts.title });
  return (
    <div className={classes.outcome} data-right={right ?? undefined}>
      <p>
        <strong>{predictionVerdict(trial.prediction, right)}</strong>{" "}
        <Explained text={measuredSentence(measured, quantity, run.config)} />
      </p>
      <p>
        <Explained text={words.outcomes[outcome] ?? words.outcomes[UNDECIDED] ?? ""} />
      </p>
      <Button
        size="compact-sm"
        variant="light"
        onClick={() => void playground.learn.takeFurther(experimentOf(chapter, trial.values), from)}
      >
        {t.further}
      </Button>
    </div>
  );
}
