import { formatSentence } from "../../i18n/format";
import type { MetricId } from "../../metrics";
import type { Verdict } from "../../record/verdict";
import { measuredWords } from "../../record/words/verdict";
import { isUnaskedPause } from "../../session/shown";
import { useSelect, useShownRun } from "../context";
import { Explained } from "../glossary/Explained";
import { useLocale } from "../language/useTexts";
import classes from "./race.module.css";

interface MeasuredProps {
  verdict: Extract<Verdict, { kind: "measured" }>;
  metric: MetricId;
  a: string;
  b: string;
}

/** What can be said of two arms in plain words, and then the numbers that it rests on. */
export function MeasuredVerdict(props: MeasuredProps) {
  useLocale();
  const isOver = useShownRun((run) => run?.state === "finished" || run?.state === "failed");
  const isTraining = useShownRun((run) => run?.state === "running");
  const steps = useShownRun((run) => run?.config.steps ?? 0);
  // Beside where the run was paused, its length is said already.
  const isShort = useSelect(isUnaskedPause);
  const { conclusion, figures } = measuredWords(props, { isOver, isTraining, steps, isShort });
  return (
    <>
      <b className={classes.conclusion}>{conclusion}</b>{" "}
      <span className={classes.context}>
        <Explained text={formatSentence(figures)} />
      </span>
    </>
  );
}
