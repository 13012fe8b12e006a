import type { LabRow } from "../labs/types";
import { METRIC_IDS } from "../metrics";
import { VARIANCE_QUANTILES } from "../metrics/distributions/layerVariance";
import type { RunRecord } from "../record/record";

/**
 * The series of a record as comma-separated values (RFC 4180): one row per learner and step, one column per metric that
 * was measured, empty where it was not.
 *
 * @param labels one per arm
 * @param ids metrics, in the order of the columns
 */
export function recordToCsv(record: RunRecord, labels: string[], ids: readonly string[] = METRIC_IDS): string {
  return [...csvPieces(record, labels, ids)].join("");
}

/** The same line by line: a long run's file is longer than any text can be. */
export function* csvPieces(
  record: RunRecord,
  labels: string[],
  ids: readonly string[] = METRIC_IDS,
): Generator<string, void> {
  const metrics = ids.filter((id) => record.learners.some((learner) => column(learner, id)));
  yield csvLine(["arm", "objective", "seed", "step", ...metrics]);
  for (const learner of record.learners) {
    const objective = record.config.arms[learner.arm]?.objective ?? "";
    const identity = [labels[learner.arm] ?? String(learner.arm), objective, learner.seed];
    const columns = metrics.map((id) => column(learner, id));
    for (const [row, step] of learner.series.step.entries())
      yield csvLine([...identity, step, ...columns.map((values) => values?.[row] ?? "")]);
  }
}

/** What the gradient probes measured of each layer: one row per learner, step and layer. */
export function layersToCsv({ config, learners }: RunRecord, labels: string[]): string {
  const rows = learners.flatMap(({ arm, seed, layers }) => {
    if (!layers) return [];
    const { name, step, gradientVariance, gradientNoise, varianceQuantiles } = layers;
    const measures = [gradientVariance, gradientNoise, ...VARIANCE_QUANTILES.map((id) => varianceQuantiles[id])];
    const identity = [labels[arm] ?? String(arm), config.arms[arm]?.objective ?? "", seed];
    return step.flatMap((at, row) =>
      name.map((layer, i) => [...identity, at, layer, ...measures.map((values) => values[row]?.[i] ?? "")]),
    );
  });
  const quantiles = VARIANCE_QUANTILES.map((id) => `variance${id.toUpperCase()}`);
  const measures = ["gradientVariance", "gradientNoise", ...quantiles];
  return toCsv([["arm", "objective", "seed", "step", "layer", ...measures], ...rows]);
}

/** Rows of a lab, which have the same fields, as comma-separated values; null is left empty, curves are left out. */
export function rowsToCsv(rows: LabRow[]): string {
  const isPlain = (value: LabRow[string]) => value === null || typeof value !== "object";
  const header = Object.entries(rows[0] ?? {}).flatMap(([field, value]) => (isPlain(value) ? [field] : []));
  return toCsv([header, ...rows.map((row) => header.map((field) => (row[field] ?? "") as string | number))]);
}

function toCsv(lines: (string | number)[][]): string {
  return lines.map(csvLine).join("");
}

/** One row of comma-separated values, with its end. */
export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map(cell).join(",")}\r\n`;
}

function column(learner: RunRecord["learners"][number], metric: string): (number | null)[] | undefined {
  return (learner.series as Record<string, (number | null)[] | undefined>)[metric];
}

/** Texts that a spreadsheet would run as a formula begin with an apostrophe (OWASP, "CSV Injection"); numbers never do. */
function cell(value: string | number): string {
  const text = isFormula(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function isFormula(value: string | number): boolean {
  return typeof value === "string" && /^[=+\-@\t\r]/.test(value) && Number.isNaN(Number(value));
}
