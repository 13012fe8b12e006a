import { formatCount, formatFixed, formatNumber } from "../../i18n/format";
import { translateAll } from "../../i18n/translate";
import { percentOf } from "../percentOf";
import type { Measured } from "./measuring";
import { bandOf } from "./rows";
import { texts } from "./texts";

/** What the figure shows at a K, in words. */
export function sentenceOf({ truth, points, batches }: Measured, k: number): string {
  const t = translateAll(texts);
  const point = points.find((other) => other.k === k);
  if (!point) return t.waiting;
  const ceiling = Math.log(k);
  return (ceiling < truth ? t.capped : t.free)({
    k: formatCount(k),
    ceiling: formatFixed(ceiling, 2),
    truth: formatFixed(truth, 2),
    estimate: formatFixed(point.estimate, 2),
    error: errorOf(bandOf(batches) * point.estimateError),
    factor: percentOf(point.factor),
  });
}

/** As the estimate is written, where that says something. */
function errorOf(error: number): string {
  return error >= 0.005 ? formatFixed(error, 2) : formatNumber(error, 1);
}
