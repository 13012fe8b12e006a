import { METRICS, type MetricId, metricOf } from "../../../src/metrics";
import { SmallChart } from "../../../src/ui/charts/MetricGrid";
import type { Exhibit, Room } from "../exhibit";
import { pageOf } from "../seed/run";

const WIDTH = 300;
/** Measured, and so are the metrics that are off at first. */
const MEASURED = { change: { evaluation: { fineTune: { steps: 100 } } } };

function exhibitOf(metric: MetricId): Exhibit {
  return {
    id: `metric-${metric}`,
    title: METRICS[metric].label,
    width: WIDTH,
    playground: () => pageOf(MEASURED),
    content: () => <SmallChart metric={metricOf(metric)} />,
  };
}

/** Every metric of the registry: a new one appears by itself. */
export const metrics: Room = {
  id: "metrics",
  title: "Metrics",
  about: "Every metric in its small chart: two arms, three seeds, 1000 steps.",
  exhibits: (Object.keys(METRICS) as MetricId[]).map(exhibitOf),
};
