import type { ExperimentConfig } from "../../config/schema";
import { verbatim } from "../../i18n/errors";
import type { Said } from "../../i18n/message";
import type { MetricId } from "../../metrics";
import { describe, type Sample } from "../../record/statistics/describe";
import { type PairedDifference, pairedDifference, sampleBySeed } from "../../record/statistics/differences";
import { withSteps } from "../training/steps";
import { cellsOf, type Place, placeOf } from "./grid";
import { learnerOf } from "./resume";
import type { SweepConfig, SweepRow } from "./schema";

/** One place of the grid with what is known of it. */
export interface CellResult extends Place {
  /** Why it cannot be run, in the words of its row where only the measurement knows; null where it can. */
  problem: Said | null;
  /** One per learner that was measured, the latest one; none before the cell was run. */
  rows: SweepRow[];
}

/** Every place of the grid, with the rows that there are: row by row, each along x. */
export function resultsOf(sweep: SweepConfig, rows: readonly SweepRow[]): CellResult[] {
  const byPlace = new Map<string, SweepRow[]>();
  for (const row of rows) byPlace.set(placeOf(row), [...(byPlace.get(placeOf(row)) ?? []), row]);
  return cellsOf(sweep).map((cell) => {
    const own = byPlace.get(placeOf(cell)) ?? [];
    const problem = "problem" in cell ? cell.problem : problemIn(own);
    return { x: cell.x, y: cell.y, problem, rows: latest(own.filter((row) => row.problem === null)) };
  });
}

function problemIn(rows: readonly SweepRow[]): Said | null {
  const problem = rows.find((row) => row.problem !== null)?.problem ?? null;
  return problem === null ? null : verbatim(problem);
}

function latest(rows: readonly SweepRow[]): SweepRow[] {
  return [...new Map(rows.map((row) => [learnerOf(row), row])).values()];
}

/** A metric of one arm, seed by seed: the same place is the same seed for every arm of the cell. */
export function sampleOf({ rows }: CellResult, arm: number, metric: MetricId): Sample {
  return sampleBySeed(rows, arm, (row) => row[metric]);
}

/** Arm B minus arm A over the seeds that both have; null before the cell was run. */
export function differenceOf(
  result: CellResult,
  metric: MetricId,
  armA: number,
  armB: number,
): PairedDifference | null {
  if (result.rows.length === 0) return null;
  return pairedDifference(sampleOf(result, armA, metric), sampleOf(result, armB, metric));
}

/** The vanishing factor f = xi / (1 + xi) of one arm, mean over anchors and seeds; null where it was not measured. */
export function meanVanishingFactor(result: CellResult, arm: number): number | null {
  return describe(sampleOf(result, arm, "vanishingFactor")).mean;
}

/**
 * The experiment that a cell was run with, its budget and its arms' learning rates included; before it was run, the
 * one at its place. Null where there is none.
 */
export function experimentOf(sweep: SweepConfig, result: CellResult): ExperimentConfig | null {
  const cell = cellsOf(sweep).find((one) => placeOf(one) === placeOf(result));
  const [first] = result.rows;
  if (!cell || "problem" in cell || result.problem !== null) return null;
  if (!first) return cell.config;
  const config = withSteps(cell.config, first.steps ?? cell.config.steps);
  if (sweep.rates.rule !== "search") return config;
  const rate = (arm: number) => result.rows.find((row) => row.arm === arm)?.learningRate;
  const arms = config.arms.map((arm, i) => ({ ...arm, learningRate: rate(i) ?? arm.learningRate }));
  return { ...config, arms };
}
