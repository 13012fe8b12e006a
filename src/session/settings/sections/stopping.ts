import type { ExperimentConfig } from "../../../config/schema";
import { STOP_METRICS, watchesMetric } from "../../../config/stopRules";
import { type MetricId, metricOf } from "../../../metrics";
import type { Section } from "../field";

/** When a run ends before its last step. */

const isWatching = ({ stop }: ExperimentConfig) => watchesMetric(stop);

export const stopping = {
  label: "Stop early",
  rows: [
    {
      path: "stop.patience",
      label: "Measurements without progress",
      name: "Stop without progress",
      tooltip:
        "The run ends when so many measurements of the metric in a row brought no arm a better mean over its seeds than it had before. 0: never. The same settings stop at the same step again.",
      control: "number",
    },
    {
      path: "stop.target",
      label: "Target of every arm",
      name: "Stop at a target",
      tooltip:
        "The run ends once every arm has reached this value of the metric, in the mean over its seeds, at one measurement or another; so a faster arm waits for the others. An accuracy is a share: 0.9 is 90%. 0: never.",
      control: "number",
    },
    {
      path: "stop.metric",
      label: "Metric of both",
      name: "Metric to stop by",
      tooltip:
        "What target and progress go by. Accuracies and ranks are measured with every evaluation, gradients with every gradient probe. A metric without values, as an accuracy on data without labels, never ends a run.",
      options: Object.fromEntries(STOP_METRICS.map((id) => [id, metricOf(id).label])) as Record<MetricId, string>,
      control: "choice",
      visible: isWatching,
    },
    {
      path: "stop.minutes",
      label: "Minutes of training",
      name: "Stop after minutes",
      tooltip:
        "The run ends after so many minutes of training and measuring; pauses do not count. 0: never. Where that is depends on the machine, so a run that is repeated may end at another step.",
      control: "number",
    },
  ],
} as const satisfies Section;
