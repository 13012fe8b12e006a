import type { MetricId } from "../metrics";
import { formatNumber, formatSigned } from "./format";
import { words } from "./words";

/** How differences of a metric are written: accuracies in points of a hundred, other metrics in their own unit. */
export function differenceFormat(metric: MetricId): (value: number, unit?: boolean) => string {
  if (metric.endsWith("Accuracy"))
    return (value, unit = true) => formatSigned(100 * value, 1) + (unit ? ` ${words.verdict.points}` : "");
  return (value) => formatNumber(value);
}
