import { NativeSelect } from "@mantine/core";
import { useMemo } from "react";
import type { ArmLook } from "../../config/arms";
import { formatCount } from "../../i18n/format";
import { translateAll } from "../../i18n/translate";
import type { MetricId } from "../../metrics";
import { METRICS } from "../../metrics";
import { type Verdict as VerdictValue, verdictOf } from "../../record/verdict";
import { metricTexts } from "../charts/metricTexts";
import { useRevision } from "../charts/series/useRevision";
import { texts as chartsTable } from "../charts/texts";
import { useLooks, usePlayground, useSelect, useShownConfig } from "../context";
import { differenceFormat } from "../differenceFormat";
import { useTexts } from "../language/useTexts";
import classes from "./race.module.css";
import { texts } from "./texts";
import { Unasked } from "./Unasked";

/** What was measured, in words and with its interval. */
export function Verdict() {
  const t = useTexts(texts);
  const playground = usePlayground();
  const view = useSelect((state) => state.view);
  const revision = useRevision("first");
  const looks = useLooks(useShownConfig());
  const { accuracy: metric, armA, armB } = view;
  // The end of a run is said here and in the top bar at once.
  const phase = useSelect((state) => state.run?.state);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the columns grow in place; the revision says when.
  const verdict = useMemo(
    () => verdictOf(playground.state.run, metric, armA, armB),
    [playground, revision, phase, metric, armA, armB],
  );
  const names = { a: looks[armA]?.label ?? "", b: looks[armB]?.label ?? "" };
  return (
    <section className={classes.verdict} aria-label={t.verdict.title}>
      {looks.length > 2 && <PairChoice looks={looks} />}
      <p className={classes.sentence} aria-live="polite">
        {verdict.kind === "measured" ? (
          <Measured verdict={verdict} metric={metric} a={names.a} b={names.b} />
        ) : (
          <Missing verdict={verdict} metric={metric} />
        )}{" "}
        <Unasked />
      </p>
    </section>
  );
}

function Missing({ verdict, metric }: { verdict: Exclude<VerdictValue, { kind: "measured" }>; metric: MetricId }) {
  const t = useTexts(texts);
  const { label } = metricTexts(METRICS[metric]);
  const isTraining = useSelect(({ run }) => run?.state === "running");
  const isOver = useSelect(({ run }) => run?.state === "finished" || run?.state === "failed");
  switch (verdict.kind) {
    case "none":
      return t.verdict.none;
    case "oneArm":
      return t.verdict.oneArm;
    case "off":
      return t.verdict.off({ metric: label });
    case "allStopped":
      return t.verdict.allStopped;
    case "unlabeled":
      return t.verdict.unlabeled({ metric: label });
    case "notYet":
      if (isOver) return t.verdict.never({ metric: label });
      if (verdict.step > 0) return t.verdict.notYet({ metric: label, step: formatCount(verdict.step) });
      return isTraining ? t.verdict.underWay({ metric: label }) : t.verdict.first({ metric: label });
  }
}

interface MeasuredProps {
  verdict: Extract<VerdictValue, { kind: "measured" }>;
  metric: MetricId;
  a: string;
  b: string;
}

function Measured({ verdict, metric, a, b }: MeasuredProps) {
  const chartsTexts = useTexts(chartsTable);
  const t = useTexts(texts);
  const steps = useSelect((state) => state.run?.config.steps ?? 0);
  const finished = useSelect((state) => state.run?.state === "finished");
  const unasked = useSelect((state) => state.unasked);
  const { difference, interval, seeds, from, step, lost } = verdict;
  const write = differenceFormat(metric);
  const at = formatCount(step);
  const when = from < step ? t.verdict.mean({ from: formatCount(from), to: at }) : t.verdict.at({ step: at });
  return (
    <>
      <b>
        {chartsTexts.differenceOf({ b, a })}: {metricTexts(METRICS[metric]).label}{" "}
        <span className={classes.figures}>{write(difference)}</span>
      </b>{" "}
      {interval && (
        <span className={classes.figures} title={t.verdict.interval}>
          [{write(interval[0], false)}, {write(interval[1], false)}]{" "}
        </span>
      )}
      <span className={classes.context}>
        {t.verdict.seeds({ n: seeds })}, {when}
        {!finished && !unasked && `; ${t.verdict.midway({ steps: formatCount(steps) })}`}
        {lost > 0 && `; ${t.verdict.lost({ n: lost })}`}.
      </span>{" "}
      <span>{conclusion(verdict, metric, a, b)}</span>
    </>
  );
}

function conclusion(
  { step, interval, difference, detected }: MeasuredProps["verdict"],
  metric: MetricId,
  a: string,
  b: string,
): string {
  const t = translateAll(texts);
  if (step === 0) return t.verdict.untrained;
  if (!interval) return t.verdict.oneSeed;
  if (!detected) return t.verdict.undetected;
  const { better } = METRICS[metric];
  if (better === null) return difference > 0 ? t.verdict.higher({ b, a }) : t.verdict.lower({ b, a });
  const aheadIsB = difference > 0 === (better === "higher");
  return aheadIsB ? t.verdict.detected({ ahead: b, behind: a }) : t.verdict.detected({ ahead: a, behind: b });
}

function PairChoice({ looks }: { looks: ArmLook[] }) {
  const t = useTexts(texts);
  const playground = usePlayground();
  const { armA, armB } = useSelect((state) => state.view);
  const data = looks.map((look, i) => ({ value: String(i), label: look.label }));
  const select = (label: string, value: number, field: "armA" | "armB") => (
    <NativeSelect
      size="xs"
      aria-label={label}
      data={data}
      value={String(value)}
      onChange={(event) => playground.setView({ [field]: Number(event.currentTarget.value) })}
    />
  );
  return (
    <span className={classes.pair}>
      {t.verdict.compare} {select(t.verdict.compare, armB, "armB")} {t.verdict.with}{" "}
      {select(t.verdict.with, armA, "armA")}
    </span>
  );
}
