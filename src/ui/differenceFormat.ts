import { formatNumber, formatSigned } from "../i18n/format";
import { METRICS, type MetricId } from "../metrics";
import { words } from "./words";

/** How differences of a metric are written: in points of a hundred or in its own unit, as its file says. */
export function differenceFormat(metric: MetricId): (value: number, unit?: boolean) => string {
  if (METRICS[metric].differenceIn === "points")
    return (value, unit = true) => formatSigned(100 * value, 1) + (unit ? ` ${words.verdict.points}` : "");
  return (value) => formatNumber(value);
}
