import { useMemo, useState } from "react";
import type { MetricId } from "../../metrics";
import { metricsInGroup } from "../../metrics/charts";
import { METRIC_GROUPS, type MetricGroupId } from "../../metrics/groups";
import type { Metric } from "../../metrics/types";
import { useShownConfig } from "../context";
import { words } from "../words";
import classes from "./charts.module.css";
import { MetricChart } from "./MetricChart";
import { marksOf } from "./marks";

const HEIGHT = 108;

/** Every metric that has a small chart, under what it is about. */
export function MetricGrid() {
  return (
    <section aria-label={words.charts.grid}>
      <h2 className={classes.sectionTitle}>{words.charts.grid}</h2>
      {(Object.keys(METRIC_GROUPS) as MetricGroupId[]).map((group) => (
        <section key={group} className={classes.group} aria-label={METRIC_GROUPS[group].label}>
          <h3 className={classes.groupTitle}>{METRIC_GROUPS[group].label}</h3>
          <div className={classes.grid}>
            {metricsInGroup(group).map((metric) => (
              <SmallChart key={metric.id} metric={metric} />
            ))}
          </div>
        </section>
      ))}
    </section>
  );
}

/** One metric, small. */
export function SmallChart({ metric }: { metric: Metric }) {
  const config = useShownConfig();
  const marks = useMemo(() => marksOf(metric, config), [metric, config]);
  const [log, setLog] = useState(metric.logarithmic);
  return (
    <MetricChart
      name={metric.id}
      title={metric.short ?? metric.label}
      metric={metric.id as MetricId}
      height={HEIGHT}
      compact
      log={log}
      scale={metric.positive ? { log, toggle: () => setLog(!log) } : undefined}
      marks={marks}
    />
  );
}
