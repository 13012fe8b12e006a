import { armLabel } from "../config/arms";
import { formatNumber, formatPercent } from "../i18n/format";
import { say, textsOf } from "../i18n/message";
import { translate } from "../i18n/translate";
import { METRIC_IDS, METRICS } from "../metrics";
import type { RunRecord } from "../record/record";
import { excludesZero } from "../record/statistics/differences";
import { texts } from "./texts";

/** The final value of every metric per arm (see `finalValues`), and what the first arm and each other differ by, as text. */
export function verdictTable(record: RunRecord): string {
  const rows = METRIC_IDS.filter((metric) => record.summary[metric]).map((metric) => [
    translate(textsOf("metrics", METRICS[metric]).label),
    ...(record.summary[metric] ?? []).map(described),
    ...record.paired.filter((pair) => pair.metric === metric && pair.armA === 0).map(describePair),
  ]);
  const about = { seeds: record.config.seeds, step: record.stepsDone, zero: formatNumber(0) };
  return `${alignColumns([header(record), ...rows])}\n${translate(say(texts.seeds, about))}`;
}

function header({ config }: RunRecord): string[] {
  const [first = "", ...others] = config.arms.map((arm) => translate(armLabel(arm)));
  const level = formatPercent(0.95, 0);
  return ["", first, ...others, ...others.map((other) => translate(say(texts.difference, { other, first, level })))];
}

function described({ mean, sd }: { mean: number | null; sd: number | null }): string {
  if (sd === null) return formatNumber(mean);
  return translate(say(texts.deviation, { mean: formatNumber(mean), deviation: formatNumber(sd) }));
}

function describePair({ difference: mean, ci95 }: RunRecord["paired"][number]): string {
  if (mean === null) return translate(texts.unmeasured);
  const difference = formatNumber(mean);
  if (!ci95) return translate(say(texts.oneSeed, { difference }));
  const [low, high] = ci95;
  const interval = say(texts.interval, { difference, low: formatNumber(low), high: formatNumber(high) });
  return translate(excludesZero(ci95) ? say(texts.detected, { interval }) : interval);
}

function alignColumns(rows: string[][]): string {
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
