import type { MetricId } from "../../../metrics";
import type { Axis } from "../../../record/drawn/scales";
import type { PlotRow } from "../../../ui/charts/plot/rows";
import { pointsOf } from "../../../ui/labs/learnerRows";
import type { AxisValue, SweepConfig } from "../schema";
import { type CellResult, sampleOf } from "../summary";
import { valueName } from "./fields";

/** The x axis of the curves: logarithmic over positive numbers, else the values in their order, evenly spaced. */
export interface CurveAxis {
  log: boolean;
  axis: Axis;
  placeOf: (value: AxisValue) => number;
  nameOf: (place: number) => string;
}

/** Room beyond the outermost values: as a factor on a logarithmic axis, else in steps. */
const ROOM = { factor: 1.15, steps: 0.4 };

export function curveAxis({ path, values }: SweepConfig["x"]): CurveAxis {
  const numbers = values.filter((value): value is number => typeof value === "number" && value > 0);
  if (numbers.length === values.length) {
    const domain: [number, number] = [Math.min(...numbers) / ROOM.factor, Math.max(...numbers) * ROOM.factor];
    return {
      log: true,
      axis: { domain, ticks: [...numbers].sort((a, b) => a - b) },
      placeOf: Number,
      nameOf: (place) => valueName(path, place),
    };
  }
  const places = [...values.keys()];
  return {
    log: false,
    axis: { domain: [-ROOM.steps, values.length - 1 + ROOM.steps], ticks: places },
    placeOf: (value) => values.indexOf(value),
    nameOf: (place) => valueName(path, values[Math.round(place)] ?? ""),
  };
}

/** One row of the grid as lines over x: per arm the mean over seeds, between the lowest and the highest seed. */
export function curveRows(results: readonly CellResult[], arms: number, metric: MetricId, axis: CurveAxis): PlotRow[] {
  return results
    .filter(({ rows }) => rows.length > 0)
    .map((result) => {
      const samples = Array.from({ length: arms }, (_, arm) => sampleOf(result, arm, metric));
      return { x: axis.placeOf(result.x), ...pointsOf(samples) };
    })
    .sort((a, b) => a.x - b.x);
}
