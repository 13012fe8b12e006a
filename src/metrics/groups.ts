/** What the small charts are grouped by, in the order of the page; a metric names its group and its place there. */
export const METRIC_GROUPS = {
  anchors: { label: "Anchors" },
  gradient: { label: "Gradient" },
  embedding: { label: "Embedding" },
} as const;

export type MetricGroupId = keyof typeof METRIC_GROUPS;

/** The large charts, each of which shows one metric among a few; a metric names the chart and its place among the choices. */
export const HEADLINES = {
  loss: { label: "Loss" },
  variance: { label: "Gradient variance" },
  accuracy: { label: "Accuracy" },
} as const;

export type HeadlineId = keyof typeof HEADLINES;
