import type { Precision } from "../../../engine/numberFormats";
import type { PlotRow } from "../../../ui/charts/plot/rows";
import type { LogXiHistogram } from "../../../worker/protocol";
import { FORM_IDS, type FormId } from "../forms";
import type { Measure, PrecisionRow } from "../schema";

/** Errors that a chart shows; what lies beyond is drawn on its edge. */
export const ERROR_RANGE = [1e-9, 10] as const;

/** The device's errors of a format over xi: one line per form. */
export function errorRows(rows: readonly PrecisionRow[], format: Precision, measure: Measure): PlotRow[] {
  const byXi = new Map<number, PlotRow>();
  for (const row of rows) {
    if (row.format !== format || row.source !== "device") continue;
    const error = row[measure];
    const point = byXi.get(row.xi) ?? { xi: row.xi };
    point[`m${FORM_IDS.indexOf(row.form)}`] = error === null ? null : clamp(error);
    byXi.set(row.xi, point);
  }
  return [...byXi.values()].sort((a, b) => Number(a.xi) - Number(b.xi));
}

function clamp(error: number): number {
  return Math.min(ERROR_RANGE[1], Math.max(ERROR_RANGE[0], error));
}

/** Where a device is worst beside correct rounding, for one form. */
export interface DeviceCost {
  form: FormId;
  xi: number;
  device: number;
  best: number;
  ratio: number;
}

/** Below this, an error is a matter of luck: half a unit in the last place of a float32. */
const HALF_UNIT = 2 ** -24;

/** The largest ratio of the device's float32 error to that of correct rounding, per form; forms without one are left out. */
export function deviceCosts(rows: readonly PrecisionRow[], measure: Measure): DeviceCost[] {
  const best = new Map<string, number>();
  for (const row of rows) if (row.source === "host" && row[measure] !== null) best.set(keyOf(row), row[measure]);
  const costs = rows.flatMap((row): DeviceCost[] => {
    const [device, host] = [row[measure], best.get(keyOf(row))];
    if (row.source !== "device" || row.format !== "float32" || device === null || host === undefined) return [];
    const { form, xi } = row;
    return [{ form, xi, device, best: host, ratio: Math.max(device, HALF_UNIT) / Math.max(host, HALF_UNIT) }];
  });
  return FORM_IDS.flatMap((form) => {
    const own = costs.filter((cost) => cost.form === form);
    return own.length > 0 ? [own.reduce((worst, cost) => (cost.ratio > worst.ratio ? cost : worst))] : [];
  });
}

function keyOf({ form, xi }: PrecisionRow): string {
  return `${form} ${xi}`;
}

/** Where the anchors of one arm lie: quantiles of xi; null without anchors. */
export function spreadOfXi({ from, width, counts }: LogXiHistogram, arm: number) {
  const bins = counts[arm] ?? new Uint32Array();
  const total = bins.reduce((sum, n) => sum + n, 0);
  if (total === 0) return null;
  const quantile = (share: number) => {
    let below = 0;
    const bin = bins.findIndex((n) => {
      below += n;
      return below >= share * total;
    });
    return Math.exp(from + (bin + 0.5) * width);
  };
  return { from: quantile(0.05), middle: quantile(0.5), to: quantile(0.95) };
}

/** Share of an arm's anchors with a smaller xi. */
export function shareBelow({ from, width, counts }: LogXiHistogram, arm: number, xi: number): number {
  const bins = counts[arm] ?? new Uint32Array();
  const total = bins.reduce((sum, n) => sum + n, 0);
  const below = bins.reduce((sum, n, bin) => (from + (bin + 0.5) * width < Math.log(xi) ? sum + n : sum), 0);
  return total > 0 ? below / total : Number.NaN;
}
