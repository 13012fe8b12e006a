import { useMemo, useState } from "react";
import type { MetricId } from "../../metrics";
import { metricsInGroup } from "../../metrics/charts";
import { METRIC_GROUPS, type MetricGroupId } from "../../metrics/groups";
import { marksOf } from "../../metrics/marks";
import { groupTexts, metricTexts } from "../../metrics/metricTexts";
import type { Metric } from "../../metrics/types";
import { useShownConfig } from "../context";
import { Guards } from "../faults/Guard";
import { useLocale, useTexts } from "../language/useTexts";
import { useShows } from "../panels/usePanels";
import classes from "./layout.module.css";
import { MetricChart } from "./MetricChart";
import { texts } from "./texts";

const HEIGHT = 108;

/** Every metric that has a small chart, under what it is about. */
export function MetricGrid() {
  const t = useTexts(texts);
  const labels = groupTexts();
  const shows = useShows();
  const groups = (Object.keys(METRIC_GROUPS) as MetricGroupId[]).flatMap((group) => {
    const metrics = metricsInGroup(group).filter(({ id }) => shows(id as MetricId));
    return metrics.length > 0 ? [{ group, metrics }] : [];
  });
  if (groups.length === 0) return null;
  return (
    <section aria-label={t.grid}>
      <h2 className={classes.sectionTitle}>{t.grid}</h2>
      {groups.map(({ group, metrics }) => (
        <section key={group} className={classes.group} aria-label={labels[group].label}>
          <h3 className={classes.groupTitle}>{labels[group].label}</h3>
          <div className={classes.grid}>
            <Guards>
              {metrics.map((metric) => (
                <SmallChart key={metric.id} metric={metric} />
              ))}
            </Guards>
          </div>
        </section>
      ))}
    </section>
  );
}

/** One metric, small. */
export function SmallChart({ metric }: { metric: Metric }) {
  const locale = useLocale();
  const { short, label } = metricTexts(metric);
  const config = useShownConfig();
  const marks = useMemo(() => marksOf(metric, config, locale), [metric, config, locale]);
  const [log, setLog] = useState(metric.logarithmic);
  return (
    <MetricChart
      name={metric.id}
      title={short ?? label}
      metric={metric.id as MetricId}
      height={HEIGHT}
      compact
      log={log}
      scale={metric.positive ? { log, toggle: () => setLog(!log) } : undefined}
      marks={marks}
    />
  );
}
