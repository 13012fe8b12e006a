import { seedNumbers } from "../../config/seeds";
import type { WorkCount } from "../types";
import { type Cell, cellsOf, type Place, placeOf } from "./grid";
import type { SweepConfig, SweepRow } from "./schema";

/** What tells the learners of a cell apart. */
export function learnerOf({ arm, seed }: Pick<SweepRow, "arm" | "seed">): string {
  return `${arm} ${seed}`;
}

/** What an earlier run has left of a sweep, cell by cell. Of a cell, some learners may be missing. */
export class EarlierRows {
  private readonly byPlace = new Map<string, SweepRow[]>();

  constructor(rows: readonly SweepRow[]) {
    for (const row of rows) this.byPlace.set(placeOf(row), [...this.of(row), row]);
  }

  of(place: Place): readonly SweepRow[] {
    return this.byPlace.get(placeOf(place)) ?? [];
  }

  /** Whether nothing is left to be measured of a cell. */
  completes(cell: Cell): boolean {
    const own = this.of(cell);
    if ("problem" in cell || own.some(({ problem }) => problem !== null)) return own.length > 0;
    const seeds = seedNumbers(cell.config);
    const { arms } = cell.config;
    return arms.every((_, arm) => seeds.every((seed) => own.some((row) => row.arm === arm && row.seed === seed)));
  }

  /** The rows of learners that are not there yet. */
  newOf(rows: readonly SweepRow[]): SweepRow[] {
    return rows.filter((row) => !this.of(row).some((known) => learnerOf(known) === learnerOf(row)));
  }

  /** Time per step that a cell was given its budget by; null where it was not timed. */
  timeOf(place: Place): number | null {
    return this.of(place).find(({ msPerStep }) => msPerStep !== null)?.msPerStep ?? null;
  }
}

/** Cells of a grid of which every learner is there, and cells in all. */
export function countOf(sweep: SweepConfig, rows: readonly SweepRow[]): WorkCount {
  const cells = cellsOf(sweep);
  return { done: cells.length - missingOf(cells, rows).length, total: cells.length };
}

/** The cells of which something is left to be measured, in their order. */
export function missingOf(cells: readonly Cell[], rows: readonly SweepRow[]): Cell[] {
  const earlier = new EarlierRows(rows);
  return cells.filter((cell) => !earlier.completes(cell));
}
