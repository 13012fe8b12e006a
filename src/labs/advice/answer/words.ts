import { formatFixed, formatNumber, formatPercent, formatSigned, formatTick } from "../../../i18n/format";
import { type Said, say } from "../../../i18n/message";
import type { Setting } from "../recipe";
import type { Aim } from "../schema";
import type { Facts } from "./facts";
import { texts } from "./texts";

/** How the answer writes its numbers. */

/** A difference in points of a hundred, of accuracy or of the run. */
export function points(value: number): Said {
  return say(texts.points, { value: bare(value) });
}

/** The same without its unit. */
export function bare(value: number): string {
  return formatSigned(100 * value, 1);
}

/** A size in points of a hundred, without a sign. */
export function size(value: number): Said {
  return say(texts.size, { value: Number((100 * value).toPrecision(2)) });
}

/** What a loss came to: an accuracy, or a share of the run. */
export function level(aim: Aim, value: number | null): string {
  return formatPercent(value ?? Number.NaN, aim === "steps" ? 0 : 1);
}

/** A vanishing factor: `0.27`, and one digit that says something where it is smaller than 0.1. */
export function factor(f: number): string {
  return f < 0.1 ? formatNumber(f, 1) : formatFixed(f, 2);
}

/** Its temperature and learning rate. */
export function settingSaid({ cells }: Pick<Facts, "cells">, { tau, rate }: Setting): Said {
  const learningRate = cells.find((cell) => cell.tau === tau && cell.rate === rate)?.learningRate ?? Number.NaN;
  return say(texts.setting, { tau: formatTick(tau), rate: formatTick(learningRate) });
}
