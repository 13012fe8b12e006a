import { SegmentedControl } from "@mantine/core";
import { useMemo } from "react";
import { type MetricId, metricOf } from "../../metrics";
import { choicesOf } from "../../metrics/charts";
import type { HeadlineId } from "../../metrics/groups";
import { marksOf } from "../../metrics/marks";
import { headlineTexts, metricTexts } from "../../metrics/metricTexts";
import type { Metric } from "../../metrics/types";
import { PANEL_GROUPS } from "../../session/panels/registry";
import { naturalScale } from "../../session/view";
import { usePlayground, useSelect, useShownConfig } from "../context";
import { Guards } from "../faults/Guard";
import { useLocale, useTexts } from "../language/useTexts";
import { useShows } from "../panels/usePanels";
import { AnchorWeight } from "./anchor/AnchorWeight";
import type { AxisChoice } from "./ChartCard";
import classes from "./layout.module.css";
import { MetricChart, type MetricChartProps } from "./MetricChart";
import { texts } from "./texts";
import { useHeadlineHeight } from "./useHeadlineHeight";

/**
 * The story in four charts, as large as a window shows them at once: the loss below its ceiling, what an anchor weighs as
 * InfoNCE solves it, what that does to the gradient, and what comes of it.
 */
export function Headline() {
  const shown = PANEL_GROUPS.charts.filter(useShows());
  const height = useHeadlineHeight(shown.length);
  const is = (id: (typeof shown)[number]) => shown.includes(id);
  return (
    <div className={classes.headline}>
      <Guards>
        {is("loss") && <LossChart height={height} />}
        {is("anchor") && <AnchorWeight height={height} />}
        {is("variance") && <VarianceChart height={height} />}
        {is("accuracy") && <HeadlineChart chart="accuracy" height={height} />}
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

/** The choice of a chart's axis, in the menu of its card. */
function useAxisChoice(field: "lossScale" | "varianceScale"): AxisChoice {
  const playground = usePlayground();
  const log = useSelect((state) => state.view[field]) === "log";
  return { log, toggle: () => playground.setView({ [field]: log ? "linear" : "log" }) };
}

interface ChartProps {
  /** Of the drawing, in pixels. */
  height: number;
}

interface HeadlineChartProps extends ChartProps, Pick<MetricChartProps, "marks" | "scale"> {
  chart: HeadlineId;
  /** What another choice of its metric brings with it. */
  onChange?: (metric: MetricId) => void;
}

/** A large chart, of the metric that was chosen for it. */
function HeadlineChart({ chart, onChange, ...drawn }: HeadlineChartProps) {
  const metric = useSelect((state) => state.view[chart]);
  return (
    <MetricChart
      name={chart}
      title={headlineTexts()[chart].label}
      says={metricTexts(metricOf(metric)).headline?.says}
      metric={metric}
      log={drawn.scale?.log ?? false}
      {...drawn}
    >
      <MetricChoice chart={chart} {...(onChange && { onChange })} />
    </MetricChart>
  );
}

function LossChart({ height }: ChartProps) {
  const locale = useLocale();
  const loss = useSelect((state) => state.view.loss);
  const scale = useAxisChoice("lossScale");
  const config = useShownConfig();
  const marks = useMemo(() => marksOf(metricOf(loss), config, locale), [config, loss, locale]);
  return <HeadlineChart chart="loss" {...{ height, scale, marks }} />;
}

function VarianceChart({ height }: ChartProps) {
  const playground = usePlayground();
  const scale = useAxisChoice("varianceScale");
  // The relative variance reads best on a plain axis, the raw one spans decades: the scale follows the choice.
  const choose = (metric: MetricId) => playground.setView({ variance: metric, varianceScale: naturalScale(metric) });
  return <HeadlineChart chart="variance" {...{ height, scale }} onChange={choose} />;
}
