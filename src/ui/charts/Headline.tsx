import { SegmentedControl } from "@mantine/core";
import { useMemo } from "react";
import type { ViewSettings } from "../../session/view";
import { usePlayground, useSelect, useShownConfig } from "../context";
import { words } from "../words";
import classes from "./charts.module.css";
import { MetricChart } from "./MetricChart";
import { marksOf } from "./marks";

const HEIGHT = 230;

/** The three charts that tell the story: loss, gradient variance, accuracy. */
export function Headline() {
  return (
    <div className={classes.headline}>
      <LossChart />
      <VarianceChart />
      <AccuracyChart />
    </div>
  );
}

interface ChoiceProps<K extends keyof ViewSettings> {
  field: K;
  options: Record<string, string>;
  label: string;
}

/** A few alternatives for one view setting. */
function Choice<K extends keyof ViewSettings>({ field, options, label }: ChoiceProps<K>) {
  const playground = usePlayground();
  const value = useSelect((state) => String(state.view[field]));
  return (
    <SegmentedControl
      size="xs"
      aria-label={label}
      value={value}
      onChange={(next) => playground.setView({ [field]: next })}
      data={Object.entries(options).map(([key, text]) => ({ value: key, label: text }))}
    />
  );
}

function LossChart() {
  const view = useSelect((state) => state.view);
  const config = useShownConfig();
  const marks = useMemo(() => marksOf(view.loss, config), [config, view.loss]);
  return (
    <MetricChart
      name="loss"
      title={words.charts.loss}
      metric={view.loss}
      height={HEIGHT}
      log={view.lossScale === "log"}
      marks={marks}
    >
      <Choice field="loss" options={words.charts.lossOptions} label={words.charts.what(words.charts.loss)} />
      <Choice field="lossScale" options={words.charts.scale} label={words.charts.scaleLabel} />
    </MetricChart>
  );
}

function VarianceChart() {
  const { variance, varianceScale } = useSelect((state) => state.view);
  return (
    <MetricChart
      name="variance"
      title={words.charts.variance}
      metric={variance}
      height={HEIGHT}
      log={varianceScale === "log"}
    >
      <VarianceChoice />
      <Choice field="varianceScale" options={words.charts.scale} label={words.charts.scaleLabel} />
    </MetricChart>
  );
}

/** The relative variance reads best on a plain axis, the raw one spans decades: the scale follows the choice. */
function VarianceChoice() {
  const playground = usePlayground();
  const value = useSelect((state) => state.view.variance);
  return (
    <SegmentedControl
      size="xs"
      aria-label={words.charts.what(words.charts.variance)}
      value={value}
      onChange={(next) => {
        const variance = next as ViewSettings["variance"];
        playground.setView({ variance, varianceScale: variance === "gradientVariance" ? "log" : "linear" });
      }}
      data={Object.entries(words.charts.varianceOptions).map(([key, text]) => ({ value: key, label: text }))}
    />
  );
}

function AccuracyChart() {
  const metric = useSelect((state) => state.view.accuracy);
  return (
    <MetricChart name="accuracy" title={words.charts.accuracy} metric={metric} height={HEIGHT}>
      <Choice
        field="accuracy"
        options={words.charts.accuracyOptions}
        label={words.charts.what(words.charts.accuracy)}
      />
    </MetricChart>
  );
}
