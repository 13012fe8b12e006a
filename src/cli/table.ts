import { formatNumber } from "../i18n/format";
import { say } from "../i18n/message";
import { translate } from "../i18n/translate";
import { excludesZero, type Interval } from "../record/statistics/differences";
import { texts } from "./texts";

/** Tables of numbers, as text. */

export function alignColumns(rows: string[][]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** A difference with its interval, and a star where that leaves 0 out. */
export function differenceCell(mean: number | null, ci95: Interval | null): string {
  if (mean === null) return translate(texts.unmeasured);
  const difference = formatNumber(mean);
  if (!ci95) return translate(say(texts.oneSeed, { difference }));
  const [low, high] = ci95;
  const interval = say(texts.interval, { difference, low: formatNumber(low), high: formatNumber(high) });
  return translate(excludesZero(ci95) ? say(texts.detected, { interval }) : interval);
}
