import { armLabel } from "../config/arms";
import { formatNumber, formatPercent } from "../i18n/format";
import { say, textsOf } from "../i18n/message";
import { translate } from "../i18n/translate";
import { METRIC_IDS, METRICS } from "../metrics";
import type { RunRecord } from "../record/record";
import { alignColumns, differenceCell } from "./table";
import { texts } from "./texts";

/** The final value of every metric per arm (see `finalValues`), and what the first arm and each other differ by, as text. */
export function verdictTable(record: RunRecord): string {
  const rows = METRIC_IDS.filter((metric) => record.summary[metric]).map((metric) => [
    translate(textsOf("metrics", METRICS[metric]).label),
    ...(record.summary[metric] ?? []).map(described),
    ...record.paired
      .filter((pair) => pair.metric === metric && pair.armA === 0)
      .map(({ difference, ci95 }) => differenceCell(difference, ci95)),
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
