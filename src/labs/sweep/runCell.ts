import { largestBatch } from "../../config/batchSizes";
import type { ExperimentConfig } from "../../config/schema";
import type { Dataset } from "../../data/types";
import { type Said, say } from "../../i18n/message";
import { sizeProblem } from "../training/sizeProblem";
import { withSteps } from "../training/steps";
import { type Conditions, type Outcome, timeStep, train } from "../training/train";
import type { LabContext } from "../types";
import { stepsOf } from "./budget";
import { texts } from "./errors";
import type { Cell } from "./grid";
import { type Choice, choose, trial, withFactors } from "./rates";
import type { EarlierRows } from "./resume";
import { outcomeRows, problemRow } from "./rows";
import type { SweepConfig, SweepRow } from "./schema";
import { validationData } from "./validation";

/** One cell by itself: its budget, its rates, its training. */

/** What a cell is run with. */
export interface CellRun {
  context: LabContext<SweepRow>;
  earlier: EarlierRows;
  onward: Conditions["onward"];
  firstMs: number | null;
}

export async function runCell(sweep: SweepConfig, cell: Cell, run: CellRun): Promise<SweepRow[]> {
  if ("problem" in cell) return [problemRow(cell, cell.problem)];
  // The data of a cell is the next one's as well, and at hand, unless an axis changes it.
  const dataset = await run.context.load(cell.config.dataset, cell.config.seed);
  const isSearch = sweep.rates.rule === "search";
  const validation = isSearch ? validationData(dataset, cell.config) : null;
  const problem = sizeProblem(cell.config, dataset) ?? (isSearch && !validation ? tooFew(cell.config, dataset) : null);
  if (problem !== null) return [problemRow(cell, problem)];
  const conditions = { dataset, environment: run.context.environment, onward: run.onward };
  const isTimed = sweep.budget === "time";
  const msPerStep = isTimed ? (run.earlier.timeOf(cell) ?? (await timeStep(cell.config, conditions))) : null;
  const times = msPerStep === null ? null : { own: msPerStep, first: run.firstMs ?? msPerStep };
  const config = withSteps(cell.config, stepsOf(sweep, cell.config, times));
  const { factors } = sweep.rates;
  const choices = validation ? await search(config, factors, { ...conditions, dataset: validation }) : null;
  const chosen = choices
    ? withFactors(
        config,
        choices.map(({ factor }) => factor),
      )
    : config;
  const onward = choices ? part(run.onward, factors.length, factors.length + 1) : run.onward;
  return outcomeRows(cell, chosen, await train(chosen, { ...conditions, onward }), { choices, msPerStep });
}

/** Tries every factor with all arms, and takes the best for each arm. */
async function search(config: ExperimentConfig, factors: readonly number[], conditions: Conditions): Promise<Choice[]> {
  const trials: Outcome[][] = [];
  for (const [i, factor] of factors.entries()) {
    const onward = part(conditions.onward, i, factors.length + 1);
    trials.push(await train(trial(config, factor), { ...conditions, onward }));
  }
  return config.arms.map((_, arm) => {
    const own = trials.map((outcomes) => outcomes.filter((outcome) => outcome.arm === arm));
    const accuracies = own.map((outcomes) => outcomes.map(({ finals }) => finals.probeAccuracy));
    return choose(factors, accuracies);
  });
}

/** Progress of the i-th of n trainings as that of all of them. */
function part(onward: Conditions["onward"], i: number, n: number): Conditions["onward"] {
  return (share) => onward((i + share) / n);
}

function tooFew(config: ExperimentConfig, { train }: Dataset): Said {
  return say(texts.tooFew, { batchSize: largestBatch(config), count: train.count });
}
