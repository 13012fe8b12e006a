import { NativeSelect } from "@mantine/core";
import { useMemo } from "react";
import type { ArmLook } from "../../config/arms";
import { formatCount } from "../../i18n/format";
import type { MetricId } from "../../metrics";
import { METRICS } from "../../metrics";
import { type Verdict as VerdictValue, verdictOf } from "../../record/verdict";
import { shownRun } from "../../session/shown";
import { metricTexts } from "../charts/metricTexts";
import { useRevision } from "../charts/series/useRevision";
import { useLooks, usePlayground, useSelect, useShownConfig, useShownRun } from "../context";
import { useTexts } from "../language/useTexts";
import { MeasuredVerdict } from "./MeasuredVerdict";
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
  const phase = useShownRun((run) => run?.state);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the columns grow in place; the revision says when.
  const verdict = useMemo(
    () => verdictOf(shownRun(playground.state), metric, armA, armB),
    [playground, revision, phase, metric, armA, armB],
  );
  const names = { a: looks[armA]?.label ?? "", b: looks[armB]?.label ?? "" };
  return (
    <section className={classes.verdict} data-panel="verdict" aria-label={t.verdict.title}>
      {looks.length > 2 && <PairChoice looks={looks} />}
      <p className={classes.sentence} aria-live="polite">
        {verdict.kind === "measured" ? (
          <MeasuredVerdict verdict={verdict} metric={metric} a={names.a} b={names.b} />
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
  const isTraining = useShownRun((run) => run?.state === "running");
  const isOver = useShownRun((run) => run?.state === "finished" || run?.state === "failed");
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
      {t.verdict.compare} {select(t.verdict.compare, armB, "armB")} {t.verdict.comparedWith}{" "}
      {select(t.verdict.comparedWith, armA, "armA")}
    </span>
  );
}
