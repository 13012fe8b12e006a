import { NativeSelect } from "@mantine/core";
import { useMemo } from "react";
import type { ArmLook } from "../../config/arms";
import { formatCount } from "../../i18n/format";
import type { MetricId } from "../../metrics";
import { METRICS } from "../../metrics";
import { type Verdict as VerdictValue, verdictOf } from "../../record/verdict";
import { useRevision } from "../charts/series/useRevision";
import { useLooks, usePlayground, useSelect, useShownConfig } from "../context";
import { differenceFormat } from "../differenceFormat";
import { words } from "../words";
import classes from "./race.module.css";

/** What was measured, in words and with its interval. */
export function Verdict() {
  const playground = usePlayground();
  const view = useSelect((state) => state.view);
  const revision = useRevision("first");
  const looks = useLooks(useShownConfig());
  const { accuracy: metric, armA, armB } = view;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the columns grow in place; the revision says when.
  const verdict = useMemo(
    () => verdictOf(playground.state.run, metric, armA, armB),
    [playground, revision, metric, armA, armB],
  );
  const names = { a: looks[armA]?.label ?? "", b: looks[armB]?.label ?? "" };
  return (
    <section className={classes.verdict} aria-label={words.verdict.title}>
      {looks.length > 2 && <PairChoice looks={looks} />}
      <p className={classes.sentence} aria-live="polite">
        {verdict.kind === "measured" ? (
          <Measured verdict={verdict} metric={metric} a={names.a} b={names.b} />
        ) : (
          <Missing verdict={verdict} metric={metric} />
        )}
      </p>
    </section>
  );
}

function Missing({ verdict, metric }: { verdict: Exclude<VerdictValue, { kind: "measured" }>; metric: MetricId }) {
  const { label } = METRICS[metric];
  switch (verdict.kind) {
    case "none":
      return words.verdict.none;
    case "oneArm":
      return words.verdict.oneArm;
    case "off":
      return words.verdict.off(label);
    case "allStopped":
      return words.verdict.allStopped;
    case "unlabelled":
      return words.verdict.unlabelled(label);
    case "notYet":
      return verdict.step === 0 ? words.verdict.first(label) : words.verdict.notYet(label, formatCount(verdict.step));
  }
}

interface MeasuredProps {
  verdict: Extract<VerdictValue, { kind: "measured" }>;
  metric: MetricId;
  a: string;
  b: string;
}

function Measured({ verdict, metric, a, b }: MeasuredProps) {
  const steps = useSelect((state) => state.run?.config.steps ?? 0);
  const finished = useSelect((state) => state.run?.state === "finished");
  const { difference, interval, seeds, from, step, lost } = verdict;
  const write = differenceFormat(metric);
  const at = formatCount(step);
  const when = from < step ? words.verdict.mean(formatCount(from), at) : words.verdict.at(at);
  return (
    <>
      <b>
        {words.charts.differenceOf(b, a)}: {METRICS[metric].label}{" "}
        <span className={classes.figures}>{write(difference)}</span>
      </b>{" "}
      {interval && (
        <span className={classes.figures} title={words.verdict.interval}>
          [{write(interval[0], false)}, {write(interval[1], false)}]{" "}
        </span>
      )}
      <span className={classes.context}>
        {words.verdict.seeds(seeds)}, {when}
        {!finished && `; ${words.verdict.midway(formatCount(steps))}`}
        {lost > 0 && `; ${words.verdict.lost(lost)}`}.
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
  if (step === 0) return words.verdict.untrained;
  if (!interval) return words.verdict.oneSeed;
  if (!detected) return words.verdict.undetected;
  const { better } = METRICS[metric];
  if (better === null) return difference > 0 ? words.verdict.higher(b, a) : words.verdict.lower(b, a);
  const aheadIsB = difference > 0 === (better === "higher");
  return aheadIsB ? words.verdict.detected(b, a) : words.verdict.detected(a, b);
}

function PairChoice({ looks }: { looks: ArmLook[] }) {
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
      {words.verdict.compare} {select(words.verdict.compare, armB, "armB")} {words.verdict.with}{" "}
      {select(words.verdict.with, armA, "armA")}
    </span>
  );
}
