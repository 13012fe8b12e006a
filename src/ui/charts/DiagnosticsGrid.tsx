import { useMemo, useState } from "react";
import type { MetricId } from "../../metrics";
import { METRICS } from "../../metrics";
import { GRID_METRICS, LOGARITHMIC_METRICS } from "../../session/view";
import { useShownConfig } from "../context";
import { words } from "../words";
import classes from "./charts.module.css";
import { MetricChart } from "./MetricChart";
import { marksOf } from "./marks";

const HEIGHT = 108;

/** Every other diagnostic, small, under what it is about. */
export function DiagnosticsGrid() {
  return (
    <section aria-label={words.charts.grid}>
      <h2 className={classes.sectionTitle}>{words.charts.grid}</h2>
      {(Object.keys(GRID_METRICS) as (keyof typeof GRID_METRICS)[]).map((group) => (
        <section key={group} className={classes.group} aria-label={words.charts.groups[group]}>
          <h3 className={classes.groupTitle}>{words.charts.groups[group]}</h3>
          <div className={classes.grid}>
            {GRID_METRICS[group].map((metric) => (
              <SmallChart key={metric} metric={metric} />
            ))}
          </div>
        </section>
      ))}
    </section>
  );
}

function SmallChart({ metric }: { metric: MetricId }) {
  const config = useShownConfig();
  const marks = useMemo(() => marksOf(metric, config), [metric, config]);
  const [log, setLog] = useState(LOGARITHMIC_METRICS.has(metric));
  const { label, positive } = METRICS[metric];
  return (
    <MetricChart
      name={metric}
      title={words.charts.short[metric] ?? label}
      metric={metric}
      height={HEIGHT}
      compact
      log={log}
      scale={positive ? { log, toggle: () => setLog(!log) } : undefined}
      marks={marks}
    />
  );
}
