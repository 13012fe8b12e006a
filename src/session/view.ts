import { type Said, say } from "../i18n/message";
import { type MetricId, metricOf } from "../metrics";
import { choiceIds } from "../metrics/charts";
import { X_AXES, type XAxisId } from "../record/drawn/xAxis";
import { texts } from "./address/errors";

/** How the page shows a run; nothing here touches the training. */
export interface ViewSettings {
  /** Weight of the past in the moving average of the lines, in [0, 1). */
  smoothing: number;
  /** What all charts over steps are drawn against. */
  x: XAxisId;
  xScale: "linear" | "log";
  /** What the loss chart draws: the InfoNCE value of every arm, or each arm's own objective. */
  loss: MetricId;
  variance: MetricId;
  accuracy: MetricId;
  lossScale: "linear" | "log";
  varianceScale: "linear" | "log";
  /** Whether a zoom is of all charts over steps, or of the one that it was made in. */
  zoomAll: boolean;
  /** What the colors of runs behind the one that is shown stand for. */
  runColors: "arm" | "run";
  /** Whether a few values far from all others may lie beyond the axis, where they are marked and counted. */
  outliers: "cut" | "show";
  /** Draw the paired difference between two arms instead of the arms. */
  difference: boolean;
  /** The two arms that the verdict and the difference compare: B minus A. */
  armA: number;
  armB: number;
  /** Whether the panels beside the charts are there; folded, they leave their room to the charts. */
  settings: boolean;
  views: boolean;
  /** For a room: nothing pauses or turns by itself, and a chart that is enlarged, or all of a large screen, is written larger. */
  projector: boolean;
  /** One update after the other, phase by phase. */
  slow: boolean;
}

export const DEFAULT_VIEW: ViewSettings = {
  smoothing: 0.9,
  x: "step",
  xScale: "linear",
  loss: choiceIds("loss")[0],
  variance: choiceIds("variance")[0],
  accuracy: choiceIds("accuracy")[0],
  lossScale: "linear",
  varianceScale: naturalScale(choiceIds("variance")[0]),
  zoomAll: true,
  runColors: "arm",
  outliers: "cut",
  difference: false,
  armA: 0,
  armB: 1,
  settings: true,
  views: true,
  projector: false,
  slow: false,
};

/** The axis on which a metric reads best. */
export function naturalScale(metric: MetricId): "linear" | "log" {
  return metricOf(metric).logarithmic ? "log" : "linear";
}

interface ViewField {
  /** Reads the setting from the URL; null when the text is not allowed. */
  parse(text: string): unknown;
  allowed: Said;
}

const oneOf = (...options: string[]): ViewField => ({
  parse: (text) => (options.includes(text) ? text : null),
  allowed: say(texts.oneOf, { allowed: options.join(", ") }),
});

const within = (low: number, high: number, whole = false): ViewField => ({
  parse: (text) => {
    const value = text.trim() === "" ? Number.NaN : Number(text);
    return value >= low && value <= high && (!whole || Number.isInteger(value)) ? value : null;
  },
  allowed: say(whole ? texts.whole : texts.number, { low, high }),
});

const yesOrNo: ViewField = {
  parse: (text) => (text === "true" ? true : text === "false" ? false : null),
  allowed: texts.trueOrFalse,
};

/** The settings that the URL carries, and what it may say about each. */
export const VIEW_FIELDS: Record<keyof ViewSettings, ViewField> = {
  smoothing: within(0, 0.999),
  x: oneOf(...X_AXES),
  xScale: oneOf("linear", "log"),
  loss: oneOf(...choiceIds("loss")),
  variance: oneOf(...choiceIds("variance")),
  accuracy: oneOf(...choiceIds("accuracy")),
  lossScale: oneOf("linear", "log"),
  varianceScale: oneOf("linear", "log"),
  zoomAll: yesOrNo,
  runColors: oneOf("arm", "run"),
  outliers: oneOf("cut", "show"),
  difference: yesOrNo,
  armA: within(0, 7, true),
  armB: within(0, 7, true),
  settings: yesOrNo,
  views: yesOrNo,
  projector: yesOrNo,
  slow: yesOrNo,
};
