import type { ExperimentConfig } from "../../config/schema";
import type { SweepConfig } from "./schema";

/** The experiment's own bounds of `steps`. */
const MOST_STEPS = 1_000_000;

/** Wall time of a step, in milliseconds: of the cell, and of the first cell of the sweep. */
export interface StepTimes {
  own: number;
  first: number;
}

/**
 * Steps of a cell under the sweep's budget.
 *
 * - `steps`: as many as the experiment says.
 * - `samples`: so many that the cell sees as many samples as the base experiment, steps * base.batchSize of them.
 * - `time`: so many that the cell trains for as long as the first one takes for its steps. The arms of a cell share its
 *   steps, since they advance together.
 *
 * @param times needed for the budget of time alone
 */
export function stepsOf({ budget, base }: SweepConfig, cell: ExperimentConfig, times: StepTimes | null): number {
  const share = { steps: 1, samples: base.batchSize / cell.batchSize, time: times ? times.first / times.own : 1 };
  return Math.min(MOST_STEPS, Math.max(1, Math.round(cell.steps * share[budget])));
}
