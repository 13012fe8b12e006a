import type { ExperimentConfig } from "../../config/schema";
import { sizeProblem } from "../training/sizeProblem";
import { withSteps } from "../training/steps";
import { type Conditions, type Outcome, timeFewSteps, train } from "../training/train";
import { stepsOf } from "./budget";
import type { ValidCell } from "./grid";
import { packed, placeInPack } from "./packing";
import { outcomeRows } from "./rows";
import type { CellRun } from "./runCell";
import type { SweepConfig, SweepRow } from "./schema";

/** Cells that are trained as one cohort, where that is faster than one after the other. */

/** The experiment of a cell that can be packed: its budget does not depend on the clock, nor its rates on trials. */
export function readyConfig(sweep: SweepConfig, { config }: ValidCell): ExperimentConfig {
  return withSteps(config, stepsOf(sweep, config, null));
}

/** How many times as fast packs are, by the batch sizes of their cells: measured once for each. */
export type Gains = Map<string, number>;

/** @returns the rows of all cells, in their order; null where the device cannot hold them together, or one by one is as fast */
export async function runPack(
  sweep: SweepConfig,
  cells: readonly ValidCell[],
  { context, onward, gains }: CellRun & { gains: Gains },
): Promise<SweepRow[] | null> {
  const configs = cells.map((cell) => readyConfig(sweep, cell));
  const [first] = configs as [ExperimentConfig];
  const dataset = await context.load(first.dataset, first.seed);
  const together = packed(configs);
  if (sizeProblem(together, dataset)) return null;
  const conditions = { dataset, environment: context.environment, onward };
  const packingGain = await gainOf(configs, conditions, gains);
  if (packingGain <= 1) return null;
  const outcomes = await trainTogether(configs, conditions);
  const pack = { together: cells.length, packingGain };
  return cells.flatMap((cell, i) =>
    outcomeRows(cell, configs[i] as ExperimentConfig, outcomes[i] ?? [], { choices: null, msPerStep: null, pack }),
  );
}

/** Trains cells as one cohort. @returns by cell what `train` says of it alone */
export async function trainTogether(
  configs: readonly ExperimentConfig[],
  conditions: Conditions,
): Promise<Outcome[][]> {
  const count = configs.length;
  const outcomes = await train(packed(configs), conditions, (arm) => placeInPack(arm, count).cell);
  return configs.map((_, cell) =>
    outcomes
      .filter(({ arm }) => placeInPack(arm, count).cell === cell)
      .map((outcome) => ({ ...outcome, arm: placeInPack(outcome.arm, count).arm })),
  );
}

/** Time of a step of each cell by itself, together, beside that of a step of the pack. */
async function gainOf(configs: readonly ExperimentConfig[], conditions: Conditions, known: Gains): Promise<number> {
  const sizes = configs.map(({ batchSize }) => batchSize);
  const key = sizes.join(" ");
  const measured = known.get(key);
  if (measured !== undefined) return measured;
  const packedMs = await timeFewSteps(packed(configs), conditions);
  const aloneMs = new Map<number, number>();
  for (const [i, size] of sizes.entries())
    if (!aloneMs.has(size)) aloneMs.set(size, await timeFewSteps(configs[i] as ExperimentConfig, conditions));
  const gain = sizes.reduce((sum, size) => sum + (aloneMs.get(size) ?? 0), 0) / packedMs;
  known.set(key, gain);
  return gain;
}
