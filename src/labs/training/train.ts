import type { ExperimentConfig } from "../../config/schema";
import { seedNumbers } from "../../config/seeds";
import type { Dataset } from "../../data/types";
import { METRIC_IDS, METRICS, type MetricId } from "../../metrics";
import { RunColumns } from "../../record/columns";
import type { Environment } from "../../record/environment";
import type { TrainerEvent } from "../../record/events";
import { finalValues } from "../../record/finalValues";
import { Trainer } from "../../training/trainer";
import { type Curves, thinned } from "./curves";

/** Least time between two looks at the messages from the page, in milliseconds. */
const CHECK_INTERVAL = 25;

/** What a training is run with. */
export interface Conditions {
  dataset: Dataset;
  environment: Environment;
  /** Awaited often, with the share of the steps that is done; throws to call the training off. */
  onward: (share: number) => Promise<void>;
}

/** One learner at the end of a training. */
export interface Outcome {
  arm: number;
  seed: number;
  stoppedAt: number | null;
  /** By the rules of the record (`finalValues`); null where there is none. */
  finals: Record<MetricId, number | null>;
  curves: Curves;
}

/**
 * Trains all learners of an experiment from start to end, and frees what that took.
 * @param groupOf arms of one group have their final values of the same steps, as arms of one experiment have
 */
export async function train(
  config: ExperimentConfig,
  conditions: Conditions,
  groupOf: (arm: number) => number = () => 0,
): Promise<Outcome[]> {
  const columns = new RunColumns(config.arms.length * config.seeds);
  const stops = new Map<string, number>();
  const emit = (event: TrainerEvent) => {
    if (event.type === "rows") columns.append(event.rows);
    if (event.type === "learnerStopped") stops.set(`${event.arm} ${event.seed}`, event.step);
  };
  await advance(config, conditions, emit);
  const learners = config.arms.flatMap((_, arm) => seedNumbers(config).map((seed) => ({ arm, seed })));
  const stoppedAt = learners.map(({ arm, seed }) => stops.get(`${arm} ${seed}`) ?? null);
  const series = learners.map((_, learner) => columns.series(learner));
  const groups = learners.map(({ arm }) => groupOf(arm));
  const finals = new Map(METRIC_IDS.map((metric) => [metric, finalsOf(metric)]));
  function finalsOf(metric: MetricId): Map<number, number> {
    const measured = series.map((one, learner) => ({
      values: one[metric] ?? [],
      stopped: stoppedAt[learner] !== null,
    }));
    const ofGroup = (group: number) => {
      const members = [...groups.keys()].filter((learner) => groups[learner] === group);
      const own = members.flatMap((learner) => measured[learner] ?? []);
      const { values } = finalValues(METRICS[metric], own);
      return members.map((learner, i): [number, number] => [learner, values[i] ?? Number.NaN]);
    };
    return new Map([...new Set(groups)].flatMap(ofGroup));
  }
  return learners.map((identity, learner) => ({
    ...identity,
    stoppedAt: stoppedAt[learner] ?? null,
    finals: Object.fromEntries(
      METRIC_IDS.map((metric) => [metric, finite(finals.get(metric)?.get(learner))]),
    ) as Outcome["finals"],
    curves: thinned(series[learner] as Curves),
  }));
}

/** Steps before the clock runs, in which a step is recorded and programs are compiled, and steps on the clock. */
const WARM_STEPS = 8;
const TIMED_STEPS = 24;

/** Wall time of one step of all learners, in milliseconds, without probes and evaluations. */
export function timeStep(config: ExperimentConfig, conditions: Conditions): Promise<number> {
  return withBare(config, conditions, WARM_STEPS + TIMED_STEPS, async (trainer) => {
    for (let i = 0; i < WARM_STEPS; i++) {
      await conditions.onward(0);
      await trainer.advance();
    }
    await trainer.settle();
    const before = performance.now();
    for (let i = 0; i < TIMED_STEPS; i++) await trainer.advance();
    await trainer.settle();
    return (performance.now() - before) / TIMED_STEPS;
  });
}

/** A glance at the clock: fewer steps, and none more where they have taken so long, in milliseconds. */
const GLANCE_STEPS = 6;
const PATIENCE = 1000;

/** The same, roughly and soon: where a step is slow only one is timed, after one that is not. */
export function timeFewSteps(config: ExperimentConfig, conditions: Conditions): Promise<number> {
  return withBare(config, conditions, 2 * GLANCE_STEPS, async (trainer) => {
    await glance(trainer, conditions.onward);
    return glance(trainer, conditions.onward);
  });
}

/** @returns milliseconds of a step */
async function glance(trainer: Trainer, onward: Conditions["onward"]): Promise<number> {
  let [steps, spent] = [0, 0];
  while (steps < GLANCE_STEPS && spent < PATIENCE) {
    await onward(0);
    const before = performance.now();
    await trainer.advance();
    await trainer.settle();
    spent += performance.now() - before;
    steps++;
  }
  return spent / steps;
}

/** Trains something that measures nothing on the way, and frees what that took. */
async function withBare<T>(
  config: ExperimentConfig,
  conditions: Conditions,
  steps: number,
  work: (trainer: Trainer) => Promise<T>,
): Promise<T> {
  const trainer = trainerOf(bare(config, steps), conditions, () => undefined);
  try {
    return await work(trainer);
  } finally {
    trainer.dispose();
  }
}

function bare(config: ExperimentConfig, steps: number): ExperimentConfig {
  const { gradientProbe, evaluation } = config;
  return {
    ...config,
    steps,
    gradientProbe: { ...gradientProbe, every: 0 },
    evaluation: { ...evaluation, every: 0 },
  };
}

async function advance(config: ExperimentConfig, conditions: Conditions, emit: (event: TrainerEvent) => void) {
  const trainer = trainerOf(config, conditions, emit);
  try {
    let checked = performance.now();
    while (!trainer.finished) {
      await trainer.advance();
      if (performance.now() - checked < CHECK_INTERVAL) continue;
      await conditions.onward(trainer.step / config.steps);
      checked = performance.now();
    }
    await trainer.settle();
  } finally {
    trainer.dispose();
  }
}

function trainerOf(config: ExperimentConfig, conditions: Conditions, emit: (event: TrainerEvent) => void): Trainer {
  const { dataset, environment } = conditions;
  return new Trainer({ config, dataset, environment, emit, views: false });
}

function finite(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}
