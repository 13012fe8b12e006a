import { DIAGNOSTICS } from "../../diagnostics";
import { GRID_METRICS } from "../../store/view";
import { words } from "../words";
import classes from "./charts.module.css";
import { MetricChart } from "./MetricChart";

const HEIGHT = 108;

/** Every other diagnostic, small. */
export function DiagnosticsGrid() {
  return (
    <section aria-label={words.charts.grid}>
      <h2 className={classes.sectionTitle}>{words.charts.grid}</h2>
      <div className={classes.grid}>
        {GRID_METRICS.map((metric) => (
          <MetricChart
            key={metric}
            name={metric}
            title={words.charts.short[metric] ?? DIAGNOSTICS[metric].label}
            metric={metric}
            height={HEIGHT}
            compact
          />
        ))}
      </div>
    </section>
  );
}
