import fc from "fast-check";
import { verbatim } from "../../src/i18n/errors";
import { METRIC_IDS, type MetricId } from "../../src/metrics";
import { buildRecord } from "../../src/record/build";
import { RunColumns } from "../../src/record/columns";
import { texts } from "../../src/record/errors";
import { LayerSeries } from "../../src/record/layers";
import { learnersOf, type MeasuredRun } from "../../src/record/learners";
import type { RunRecord } from "../../src/record/record";
import { ENVIRONMENT } from "../session/fakeService";
import { tinyConfig } from "./experiment";

/** Runs of every shape, drawn at random: sparse series with their own steps, values that are no numbers, layers, learners that stopped. */

export const DRAWN_CONFIG = tinyConfig();
const LEARNERS = DRAWN_CONFIG.arms.length * DRAWN_CONFIG.seeds;

/** JSON does not tell -0 from 0. */
const float = fc.float({ noDefaultInfinity: true }).map((value) => value + 0);
const number = fc.oneof({ weight: 4, arbitrary: float }, fc.constant(Number.NaN));
const perLearner = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: LEARNERS, maxLength: LEARNERS });
/** What a message brings: some metrics of all learners at ascending steps. */
const rows = fc.record({
  steps: fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 12 }).map((all) => all.sort((a, b) => a - b)),
  metrics: fc.uniqueArray(fc.constantFrom(...METRIC_IDS), { maxLength: 5 }),
  values: fc.array(number, { minLength: 12 * LEARNERS, maxLength: 12 * LEARNERS }),
});
const layer = perLearner(fc.array(number, { minLength: 2, maxLength: 2 }).map((own) => Float32Array.from(own)));
const layerRow = fc.record({
  gradientVariance: layer,
  gradientNoise: layer,
  varianceQuantiles: fc.record({ p10: layer, p50: layer, p90: layer }),
});
const stops = perLearner(fc.option(fc.integer({ min: 0, max: 60 }), { freq: 3 }));

export interface Drawn {
  messages: { steps: number[]; metrics: MetricId[]; values: number[] }[];
  layers: Omit<Parameters<LayerSeries["append"]>[0], "step" | "names">[];
  stops: (number | null)[];
}

/** A run in which every message is of metrics that no other has brought, as steps of a column have to ascend. */
export function runOf({ messages, layers, stops }: Drawn): MeasuredRun {
  const run: MeasuredRun = {
    config: DRAWN_CONFIG,
    columns: new RunColumns(LEARNERS),
    layers: new LayerSeries(),
    stopped: [],
  };
  const known = new Set<MetricId>();
  for (const { steps, metrics, values } of messages) {
    const own = metrics.filter((id) => !known.has(id));
    for (const id of own) known.add(id);
    const column = Float32Array.from(values.slice(0, steps.length * LEARNERS));
    run.columns.append({ steps: Int32Array.from(steps), values: Object.fromEntries(own.map((id) => [id, column])) });
  }
  for (const [i, row] of layers.entries()) run.layers.append({ step: 5 * i, names: ["a/weights", "a/bias"], ...row });
  for (const [learner, step] of stops.entries())
    if (step !== null)
      run.stopped.push({
        arm: Math.floor(learner / 2),
        seed: (learner % 2) + DRAWN_CONFIG.seed,
        step,
        reason: step % 2 ? texts.notFinite : verbatim("of another version"),
      });
  return run;
}

export function recordOfDrawn(run: MeasuredRun): RunRecord {
  return buildRecord({
    config: DRAWN_CONFIG,
    environment: ENVIRONMENT,
    startedAt: new Date(0).toISOString(),
    durationMs: 1,
    stepsDone: 60,
    learners: learnersOf(run),
  });
}

export const drawnRun = fc.record({
  messages: fc.array(rows, { maxLength: 4 }),
  layers: fc.array(layerRow, { maxLength: 3 }),
  stops,
});

/** The rows that are in use; NaN stands for everything that is no finite number, as a record has it. */
export function contentOf(columns: RunColumns) {
  return columns.metrics().map((metric) => {
    const column = columns.get(metric)!;
    const finite = (value: number) => (Number.isFinite(value) ? value : Number.NaN);
    return {
      metric,
      steps: Array.from(column.steps.subarray(0, column.length)),
      values: column.values.map((own) => Array.from(own.subarray(0, column.length), finite)),
    };
  });
}
