import { useMemo } from "react";
import type { MetricId } from "../../metrics";
import { type Verdict as VerdictValue, verdictOf } from "../../record/verdict";
import { texts } from "../../record/words/texts";
import { missingWords } from "../../record/words/verdict";
import { shownRun } from "../../session/shown";
import { useRevision } from "../charts/series/useRevision";
import { useLooks, usePlayground, useSelect, useShownConfig, useShownRun } from "../context";
import { soonPart } from "../faults/soonPart";
import { useLocale, useTexts } from "../language/useTexts";
import { MeasuredVerdict } from "./MeasuredVerdict";
import classes from "./race.module.css";
import { StoppedEarly } from "./StoppedEarly";
import { Unasked } from "./Unasked";

/** For three arms and more. */
const PairChoice = soonPart(() => import("./PairChoice"));

/**
 * What was measured, in words and with its interval.
 * @param children what stands below, in the same box
 */
export function Verdict({ children }: { children?: React.ReactNode }) {
  const t = useTexts(texts);
  const playground = usePlayground();
  const view = useSelect((state) => state.view);
  const revision = useRevision("first");
  const looks = useLooks(useShownConfig());
  const { accuracy: metric, armA, armB } = view;
  // The end of a run is said here and in the top bar at once.
  const phase = useShownRun((run) => run?.state);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the columns grow in place; the revision says when.
  const verdict = useMemo(
    () => verdictOf(shownRun(playground.state), metric, armA, armB),
    [playground, revision, phase, metric, armA, armB],
  );
  const names = { a: looks[armA]?.label ?? "", b: looks[armB]?.label ?? "" };
  return (
    <section className={classes.verdict} data-panel="verdict" aria-label={t.title}>
      {looks.length > 2 && <PairChoice looks={looks} />}
      <p className={classes.sentence} aria-live="polite">
        {verdict.kind === "measured" ? (
          <MeasuredVerdict verdict={verdict} metric={metric} a={names.a} b={names.b} />
        ) : (
          <Missing verdict={verdict} metric={metric} />
        )}{" "}
        <StoppedEarly /> <Unasked />
      </p>
      {children}
    </section>
  );
}

function Missing({ verdict, metric }: { verdict: Exclude<VerdictValue, { kind: "measured" }>; metric: MetricId }) {
  useLocale();
  const isTraining = useShownRun((run) => run?.state === "running");
  const isOver = useShownRun((run) => run?.state === "finished" || run?.state === "failed");
  return missingWords(verdict, metric, { isTraining, isOver });
}
