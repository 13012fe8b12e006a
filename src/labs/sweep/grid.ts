import { saidOfErrors } from "../../config/configError";
import { parseConfig } from "../../config/parse";
import { setIn } from "../../config/paths";
import type { ExperimentConfig } from "../../config/schema";
import type { Said } from "../../i18n/message";
import { axisValue } from "./axisValue";
import type { AxisValue, SweepConfig } from "./schema";

/** One place of the grid: the base experiment with both settings, before the budget and the rates. */
export interface ValidCell extends Place {
  config: ExperimentConfig;
}

/** A place at which there is no experiment, with the reason in the words of the config's schema. */
interface InvalidCell extends Place {
  problem: Said;
}

export interface Place {
  x: AxisValue;
  y: AxisValue;
}

export type Cell = ValidCell | InvalidCell;

/** All cells in the order in which they are run: row by row, each along x. */
export function cellsOf(sweep: SweepConfig): Cell[] {
  return sweep.y.values.flatMap((y) => sweep.x.values.map((x) => cellOf(sweep, x, y)));
}

function cellOf({ base, x: xAxis, y: yAxis, rates }: SweepConfig, x: AxisValue, y: AxisValue): Cell {
  const across = setIn(base, xAxis.path, axisValue(base, xAxis.path, x));
  const placed = setIn(across, yAxis.path, axisValue(across, yAxis.path, y));
  const result = parseConfig(rates.rule === "matched" ? setIn(placed, "optimizer.matchGradientNorm", true) : placed);
  if (!result.ok) return { x, y, problem: saidOfErrors(result.errors) };
  return { x, y, config: result.config };
}

/** What tells the cells of a grid apart. */
export function placeOf({ x, y }: Place): string {
  return JSON.stringify([x, y]);
}
