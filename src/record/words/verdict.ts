import { formatClauses, formatCount, formatItems } from "../../i18n/format";
import { translateAll } from "../../i18n/translate";
import { METRICS, type MetricId } from "../../metrics";
import { metricTexts } from "../../metrics/metricTexts";
import type { Verdict } from "../verdict";
import { differenceFormat, sizeFormat } from "./difference";
import { texts } from "./texts";

/** A verdict in sentences. */

/** What is to be known of a run to speak of its verdict. */
export interface Course {
  isOver: boolean;
  isTraining: boolean;
  /** Steps that it was meant to have. */
  steps: number;
  /** Whether its length need not be said. */
  isShort: boolean;
}

interface Measured {
  verdict: Extract<Verdict, { kind: "measured" }>;
  metric: MetricId;
  /** Labels of the two arms: B is compared with A. */
  a: string;
  b: string;
}

/** What can be said of two arms in plain words, and then the numbers that it rests on. */
export interface VerdictWords {
  conclusion: string;
  /** Without a point at its end. */
  figures: string;
}

export function measuredWords(compared: Measured, course: Course): VerdictWords {
  const t = translateAll(texts);
  const { lost } = compared.verdict;
  const parts = [figures(compared), when(compared.verdict, course), ...(lost > 0 ? [t.lost({ n: lost })] : [])];
  return { conclusion: conclusion(compared, course.isOver), figures: formatClauses(parts) };
}

/** Why there is no verdict. */
export function missingWords(
  verdict: Exclude<Verdict, { kind: "measured" }>,
  metric: MetricId,
  { isOver, isTraining }: Pick<Course, "isOver" | "isTraining">,
): string {
  const t = translateAll(texts);
  const { label } = metricTexts(METRICS[metric]);
  switch (verdict.kind) {
    case "none":
      return t.none;
    case "oneArm":
      return t.oneArm;
    case "off":
      return t.off({ metric: label });
    case "allStopped":
      return t.allStopped;
    case "unlabeled":
      return t.unlabeled({ metric: label });
    case "notYet":
      if (isOver) return t.never({ metric: label });
      if (verdict.step > 0) return t.notYet({ metric: label, step: formatCount(verdict.step) });
      return isTraining ? t.underWay({ metric: label }) : t.first({ metric: label });
  }
}

function conclusion({ verdict, metric, a, b }: Measured, isOver: boolean): string {
  const t = translateAll(texts);
  const { step, interval, difference, detected, seeds } = verdict;
  if (step === 0) return t.untrained;
  if (!interval) return t.oneSeed;
  if (!detected) return isOver ? t.undetected({ n: seeds }) : t.early;
  const size = { difference: sizeFormat(metric)(difference), soFar: String(!isOver) };
  const { better } = METRICS[metric];
  if (better === null) return difference > 0 ? t.higher({ b, a, ...size }) : t.lower({ b, a, ...size });
  const aheadIsB = difference > 0 === (better === "higher");
  return aheadIsB ? t.detected({ ahead: b, ...size }) : t.detected({ ahead: a, ...size });
}

/** What was compared, the difference where it was not yet said, and its interval, signed as the difference is. */
function figures({ verdict: { step, difference, interval, detected, seeds }, metric, b }: Measured): string {
  const t = translateAll(texts);
  const { label } = metricTexts(METRICS[metric]);
  const write = detected ? sizeFormat(metric) : differenceFormat(metric);
  if (step === 0) return label;
  const what = detected ? label : t.with({ metric: label, difference: write(difference), b });
  if (!interval) return what;
  const [low, high] = detected && difference < 0 ? [interval[1], interval[0]] : interval;
  return formatClauses([what, t.interval({ low: write(low, false), high: write(high, false), n: seeds })]);
}

/** Where in the run, and of how many seeds where no interval says it. */
function when({ seeds, from, step, interval }: Measured["verdict"], { isOver, isShort, steps }: Course): string {
  const t = translateAll(texts);
  const at = formatCount(step);
  const place =
    from < step
      ? t.mean({ from: formatCount(from), to: at })
      : isShort || isOver
        ? t.at({ step: at })
        : t.midway({ step: at, steps: formatCount(steps) });
  const isSaid = interval !== null && step > 0;
  const isProvisional = !isOver && step > 0;
  return formatItems([...(isSaid ? [] : [t.seeds({ n: seeds })]), place, ...(isProvisional ? [t.provisional] : [])]);
}
