import { armLabel } from "../config/arms";
import { METRIC_IDS, METRICS } from "../metrics";
import type { RunRecord } from "../record/record";
import { excludesZero } from "../record/statistics";

/** The final value of every metric per arm (see `finalValues`), and what the first arm and each other differ by, as text. */
export function verdictTable(record: RunRecord): string {
  const arms = record.config.arms.map(armLabel);
  const header = ["", ...arms, ...arms.slice(1).map((label) => `${label} - ${arms[0]} [95 % interval]`)];
  const rows = METRIC_IDS.filter((metric) => record.summary[metric]).map((metric) => [
    METRICS[metric].label,
    ...(record.summary[metric] ?? []).map(({ mean, sd }) => `${format(mean)}${sd === null ? "" : ` +- ${format(sd)}`}`),
    ...record.paired.filter((pair) => pair.metric === metric && pair.armA === 0).map(describePair),
  ]);
  const seeds = `${record.config.seeds} ${record.config.seeds === 1 ? "seed" : "seeds"}, step ${record.stepsDone}`;
  return `${alignColumns([header, ...rows])}\n${seeds}; * marks an interval that does not contain 0`;
}

function describePair({ difference, ci95 }: RunRecord["paired"][number]): string {
  if (difference === null) return "not measured";
  if (!ci95) return `${format(difference)} (one seed: no interval)`;
  const mark = excludesZero(ci95) ? " *" : "";
  return `${format(difference)} [${ci95.map(format).join(", ")}]${mark}`;
}

function format(value: number | null): string {
  return value === null ? "-" : value.toPrecision(3);
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
