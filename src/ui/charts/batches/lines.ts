import { type ArmLook, armLabel } from "../../../config/arms";
import type { ExperimentConfig } from "../../../config/schema";
import { translate } from "../../../i18n/translate";
import type { MetricId } from "../../../metrics";
import { metricOf } from "../../../metrics";
import type { AgainstBatch } from "../../../record/drawn/againstBatch";
import { type Axis, linearAxis, logAxis } from "../../../record/drawn/scales";
import { extentOf } from "../../labs/learnerRows";
import type { PlotRow } from "../plot/rows";

/** What the figure of a metric against the batch size draws: its rows, its axes, and how its lines look. */

/** Room beyond the outermost batch sizes, as a factor. */
const ROOM = 1.15;

/** One row per batch size: of every line the mean over seeds and its interval. */
export function batchRows({ sizes, lines }: AgainstBatch): PlotRow[] {
  const rows = sizes.map((size) => {
    const points = lines.map((line) => line.find(({ batchSize }) => batchSize === size));
    const fields = points.flatMap((point, line): [string, PlotRow[string]][] =>
      point && point.mean !== null
        ? [
            [`m${line}`, point.mean],
            [`b${line}`, point.ci95 ?? [point.mean, point.mean]],
          ]
        : [],
    );
    return { size, ...Object.fromEntries(fields) };
  });
  return rows.filter((row) => Object.keys(row).length > 1);
}

/** Logarithmic, with a tick at every batch size. */
export function sizeAxis({ sizes }: AgainstBatch): Axis {
  return { domain: [(sizes[0] ?? 1) / ROOM, (sizes.at(-1) ?? 1) * ROOM], ticks: sizes };
}

export function valueAxis(rows: readonly PlotRow[], metric: MetricId): Axis & { log: boolean } {
  const { logarithmic, domain } = metricOf(metric);
  const [low, high] = extentOf(rows, "size");
  const log = logarithmic && low > 0;
  return { log, ...(log ? logAxis(low, high) : linearAxis(...withinDomain([low, high], domain), domain)) };
}

/** An interval may reach beyond what a metric can be. */
function withinDomain([low, high]: [number, number], [least, most]: [number | null, number | null]): [number, number] {
  return [Math.max(low, least ?? low), Math.min(high, most ?? high)];
}

/** The look of each line: that of its largest batch, named without it. */
export function lineLooks(config: ExperimentConfig, { lines }: AgainstBatch, looks: readonly ArmLook[]): ArmLook[] {
  return lines.flatMap((line) => {
    const last = line.at(-1)?.arm ?? 0;
    const { batchSize: _size, label: _label, ...arm } = config.arms[last] ?? { objective: "infoNce" as const };
    const look = looks[last];
    return look ? [{ ...look, label: translate(armLabel(arm)) }] : [];
  });
}
