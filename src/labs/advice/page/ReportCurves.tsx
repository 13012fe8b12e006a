import { useMemo } from "react";
import { formatCount } from "../../../i18n/format";
import { METRICS, type MetricId } from "../../../metrics";
import { metricTexts } from "../../../metrics/metricTexts";
import { linearAxis, stepAxis } from "../../../record/drawn/scales";
import { useLooks } from "../../../ui/context";
import { LabChart } from "../../../ui/labs/LabChart";
import labClasses from "../../../ui/labs/labs.module.css";
import { extentOf, learnerRows } from "../../../ui/labs/learnerRows";
import { useTexts } from "../../../ui/language/useTexts";
import type { Chosen } from "../choice";
import { readShape } from "../dataIdentity";
import { experimentOf, reportOf } from "../recipe";
import { texts } from "../texts";
import type { Advice } from "./useAdvice";

/** What the answer rests on, on the way to its end: each loss at its own setting. */
export function ReportCurves({ advice }: { advice: Advice }) {
  const { facts, config } = advice;
  if (!facts?.chosen || !facts.report) return null;
  const metrics: MetricId[] = [config.aim === "knn" ? "knnAccuracy" : "probeAccuracy", "vanishingFactor"];
  return (
    <div className={labClasses.charts}>
      {metrics.map((metric) => (
        <ReportChart key={metric} advice={advice} chosen={facts.chosen as Chosen} metric={metric} />
      ))}
    </div>
  );
}

interface ReportChartProps {
  advice: Advice;
  chosen: Chosen;
  metric: MetricId;
}

function ReportChart({ advice: { config, rows: all }, chosen, metric }: ReportChartProps) {
  const t = useTexts(texts);
  const training = useMemo(() => reportOf(chosen), [chosen]);
  const experiment = useMemo(() => {
    const { shape = "", trainSamples = null } = all[0] ?? {};
    return experimentOf(config, { shape: readShape(shape), trainSamples }, training);
  }, [config, all, training]);
  const looks = useLooks(experiment);
  const rows = useMemo(() => {
    const learners = all
      .filter(({ stage }) => stage === "report")
      .map((row) => ({ arm: training.arms.findIndex(({ arm }) => arm === row.arm), curves: row.curves }));
    return learnerRows(learners, training.arms.length, metric);
  }, [all, training, metric]);
  const { formula, domain } = METRICS[metric];
  const { label, guide, unit } = metricTexts(METRICS[metric]);
  return (
    <LabChart
      name={`advice-${metric}`}
      title={label}
      about={{ name: label, guide: `${guide} ${t.curves.band}`, formula, unit }}
      rows={rows}
      looks={looks}
      xKey="step"
      xName={t.curves.step}
      formatX={formatCount}
      x={stepAxis(experiment.steps, experiment.steps)}
      y={linearAxis(...extentOf(rows, "step"), domain)}
      log={false}
      marks={NO_MARKS}
      dots={rows.length < 25}
    />
  );
}

const NO_MARKS: never[] = [];
