import type { LabContext } from "../types";
import { type Cell, cellsOf, type ValidCell } from "./grid";
import { packsOf } from "./packing";
import { EarlierRows } from "./resume";
import { type CellRun, runCell } from "./runCell";
import { type Gains, readyConfig, runPack } from "./runPack";
import type { SweepConfig, SweepRow } from "./schema";

/**
 * One cell after the other, or several as one cohort where they can be and that is faster (packing.ts), at the same numbers up to
 * rounding. The rows of a cell come together, when it is done; of a cell that is there in part, those of the other learners. The unit
 * of progress is a cell.
 */
export function measure(sweep: SweepConfig, context: LabContext<SweepRow>): Promise<void> {
  return measureCells(sweep, cellsOf(sweep), context, packs);
}

/**
 * Some cells of a sweep, each by itself: its numbers are the same to the bit whichever others are measured with it, and however fast
 * the device is. A budget of time goes by the first of these cells.
 */
export function measureAlone(sweep: SweepConfig, cells: readonly Cell[], context: LabContext<SweepRow>): Promise<void> {
  return measureCells(sweep, cells, context, (_, missing) => missing.map((cell) => [cell]));
}

async function measureCells(
  sweep: SweepConfig,
  cells: readonly Cell[],
  context: LabContext<SweepRow>,
  grouped: (sweep: SweepConfig, missing: readonly Cell[]) => Cell[][],
): Promise<void> {
  const earlier = new EarlierRows(context.resumeFrom);
  const missing = cells.filter((cell) => !earlier.completes(cell));
  // By the time of the first cell that was timed, a sweep that goes on has to measure the others.
  const firstMs = cells.map((cell) => earlier.timeOf(cell)).find((time) => time !== null) ?? null;
  let done = cells.length - missing.length;
  let under = 1;
  const onward = async (share: number) => {
    context.progress(done + share * under, cells.length);
    await context.checkpoint();
  };
  const run: CellRun & { gains: Gains } = { context, earlier, firstMs, onward, gains: new Map() };
  for (const pack of grouped(sweep, missing)) {
    under = pack.length;
    await onward(0);
    const rows = pack.length > 1 ? await runPack(sweep, pack as ValidCell[], run) : null;
    under = rows ? pack.length : 1;
    if (rows) context.emit(earlier.newOf(rows));
    else for (const cell of pack) await alone(cell);
    if (rows) done += pack.length;
  }
  context.progress(done, cells.length);

  async function alone(cell: Cell): Promise<void> {
    await onward(0);
    const rows = await runCell(sweep, cell, run);
    run.firstMs ??= rows[0]?.msPerStep ?? null;
    context.emit(earlier.newOf(rows));
    done++;
  }
}

/** The cells in the order in which they are run; those that are run together, together. */
function packs(sweep: SweepConfig, cells: readonly Cell[]): Cell[][] {
  if (sweep.budget === "time" || sweep.rates.rule !== "fixed") return cells.map((cell) => [cell]);
  const valid = cells.filter((cell) => "config" in cell);
  const configs = valid.map((cell) => readyConfig(sweep, cell));
  const groups = packsOf(configs).map((places) => places.map((place) => valid[place] as Cell));
  const placeOf = (pack: readonly Cell[]) => cells.indexOf(pack[0] as Cell);
  const invalid = cells.filter((cell) => !("config" in cell)).map((cell) => [cell]);
  return [...groups, ...invalid].sort((a, b) => placeOf(a) - placeOf(b));
}
