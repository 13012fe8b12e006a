import { SegmentedControl } from "@mantine/core";
import { useMemo } from "react";
import { type MetricId, metricOf } from "../../metrics";
import { choicesOf } from "../../metrics/charts";
import type { HeadlineId } from "../../metrics/groups";
import type { Metric } from "../../metrics/types";
import { usePlayground, useSelect, useShownConfig } from "../context";
import { Guards } from "../faults/Guard";
import { useLocale, useTexts } from "../language/useTexts";
import classes from "./layout.module.css";
import { MetricChart } from "./MetricChart";
import { marksOf } from "./marks";
import { headlineTexts, metricTexts } from "./metricTexts";
import { texts } from "./texts";

const HEIGHT = 230;

/** The three charts that tell the story: loss, gradient variance, accuracy. */
export function Headline() {
  return (
    <div className={classes.headline}>
      <Guards>
        <LossChart />
        <VarianceChart />
        <AccuracyChart />
      </Guards>
    </div>
  );
}

/** The metrics that a chart can show. */
function MetricChoice({ chart, onChange }: { chart: HeadlineId; onChange?: (metric: MetricId) => void }) {
  const t = useTexts(texts);
  const playground = usePlayground();
  const value = useSelect((state) => state.view[chart]);
  const choose = onChange ?? ((metric: MetricId) => playground.setView({ [chart]: metric }));
  return (
    <SegmentedControl
      size="xs"
      aria-label={t.what({ chart: headlineTexts()[chart].label })}
      value={value}
      onChange={(next) => choose(next as MetricId)}
      data={choicesOf(chart).map((item) => ({ value: item.id, label: choiceName(item) }))}
    />
  );
}

function choiceName(metric: Metric): string {
  const { headline, label } = metricTexts(metric);
  return headline?.name ?? label;
}

function ScaleChoice({ field }: { field: "lossScale" | "varianceScale" }) {
  const t = useTexts(texts);
  const playground = usePlayground();
  const value = useSelect((state) => state.view[field]);
  return (
    <SegmentedControl
      size="xs"
      aria-label={t.scaleLabel}
      value={value}
      onChange={(next) => playground.setView({ [field]: next })}
      data={Object.entries(t.scale).map(([key, text]) => ({ value: key, label: text }))}
    />
  );
}

function LossChart() {
  const locale = useLocale();
  const { loss, lossScale } = useSelect((state) => state.view);
  const config = useShownConfig();
  const marks = useMemo(() => marksOf(metricOf(loss), config, locale), [config, loss, locale]);
  return (
    <MetricChart
      name="loss"
      title={headlineTexts().loss.label}
      metric={loss}
      height={HEIGHT}
      log={lossScale === "log"}
      marks={marks}
    >
      <MetricChoice chart="loss" />
      <ScaleChoice field="lossScale" />
    </MetricChart>
  );
}

function VarianceChart() {
  const playground = usePlayground();
  const { variance, varianceScale } = useSelect((state) => state.view);
  // The relative variance reads best on a plain axis, the raw one spans decades: the scale follows the choice.
  const choose = (metric: MetricId) =>
    playground.setView({ variance: metric, varianceScale: metricOf(metric).logarithmic ? "log" : "linear" });
  return (
    <MetricChart
      name="variance"
      title={headlineTexts().variance.label}
      metric={variance}
      height={HEIGHT}
      log={varianceScale === "log"}
    >
      <MetricChoice chart="variance" onChange={choose} />
      <ScaleChoice field="varianceScale" />
    </MetricChart>
  );
}

function AccuracyChart() {
  const metric = useSelect((state) => state.view.accuracy);
  return (
    <MetricChart name="accuracy" title={headlineTexts().accuracy.label} metric={metric} height={HEIGHT}>
      <MetricChoice chart="accuracy" />
    </MetricChart>
  );
}
