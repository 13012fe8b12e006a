import { formatNumber, formatSigned } from "../../i18n/format";
import { translateAll } from "../../i18n/translate";
import { METRICS, type MetricId } from "../../metrics";
import { metricTexts } from "../../metrics/metricTexts";
import { texts } from "./texts";

/** How differences of a metric are written: in points of a hundred or in its own unit, as its file says. */
export function differenceFormat(metric: MetricId): (value: number, unit?: boolean) => string {
  if (METRICS[metric].differenceIn === "points")
    return (value, unit = true) => formatSigned(100 * value, 1) + (unit ? ` ${translateAll(texts).points}` : "");
  const { unit: name } = metricTexts(METRICS[metric]);
  return (value, unit = true) => (unit && name ? `${formatNumber(value)} ${name}` : formatNumber(value));
}

/** The same without the sign, where words say which way it is. */
export function sizeFormat(metric: MetricId): (value: number, unit?: boolean) => string {
  const write = differenceFormat(metric);
  return (value, unit = true) => write(Math.abs(value), unit).replace("+", "");
}
