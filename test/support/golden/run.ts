import { setImmediate } from "node:timers/promises";
import { nodeWasmFolder } from "../../../src/cli/nodeBackend";
import type { Environment } from "../../../src/record/environment";
import type { LayerStatistics, MetricRows, SignalHistogram, TrainerEvent } from "../../../src/record/events";
import { prepareBackend } from "../../../src/training/prepareBackend";
import { Trainer } from "../../../src/training/trainer";
import { dataOf } from "../experiment";
import type { GoldenCase } from "./cases";

/** Runs a case as the command line does, and keeps every number that the trainer tells: all but times. */

/** What was measured under one name: at which steps, and the values one after the other, those of a step together. */
export interface Series {
  steps: number[];
  values: number[];
}

/** Everything that a run tells of its learners. */
export interface Measured {
  /** Names of the layers, in the order of the values of each learner. */
  layers: string[];
  series: Record<string, Series>;
}

/** The kinds of backend that Node has and that people train on. */
export type GoldenBackend = "wasm" | "webgpu";

export const startGolden = (backend: GoldenBackend, kernels: "fused" | "reference"): Promise<Environment> =>
  prepareBackend({ backend, kernels }, nodeWasmFolder());

/** @param kernels of the case's config, unless others are to be held to what they gave */
export async function runGolden(
  { config, data }: GoldenCase,
  backend: GoldenBackend,
  kernels: "fused" | "reference" = config.kernels,
): Promise<Measured> {
  const environment = await startGolden(backend, kernels);
  const made = await dataOf(config);
  const measured: Measured = { layers: [], series: {} };
  const emit = (event: TrainerEvent) => keep(measured, event);
  const trainer = new Trainer({ config, dataset: data?.(made) ?? made, environment, emit, views: false });
  while (!trainer.finished) {
    await trainer.advance();
    await setImmediate();
  }
  await trainer.settle();
  trainer.dispose();
  return measured;
}

function keep(measured: Measured, event: TrainerEvent): void {
  if (event.type === "ready") keepReady(measured, event);
  if (event.type === "rows") keepRows(measured, event.rows);
  if (event.type === "layers") keepLayers(measured, event.layers);
  if (event.type === "signal") keepSignal(measured, event.signal);
  if (event.type === "learnerStopped") append(measured, "stopped", [event.step], [event.arm, event.seed]);
}

function keepReady(measured: Measured, { dataset, parameterCount }: Extract<TrainerEvent, { type: "ready" }>): void {
  const { trainCount, testCount, statistics } = dataset;
  const counts = [parameterCount, trainCount, testCount];
  append(measured, "data", [], [...counts, ...statistics.mean, ...statistics.deviation]);
}

function keepRows(measured: Measured, { steps, values }: MetricRows): void {
  for (const [metric, column] of Object.entries(values)) append(measured, metric, steps, column);
}

function keepLayers(measured: Measured, layers: LayerStatistics): void {
  const { step, names, gradientVariance, gradientNoise, varianceQuantiles } = layers;
  measured.layers = names;
  for (const [name, learners] of Object.entries({ gradientVariance, gradientNoise, ...varianceQuantiles }))
    append(
      measured,
      `layers: ${name}`,
      [step],
      learners.flatMap((own) => [...own]),
    );
}

function keepSignal(measured: Measured, { step, counts }: SignalHistogram): void {
  append(
    measured,
    "signal",
    [step],
    counts.flatMap((own) => [...own]),
  );
}

function append({ series }: Measured, name: string, steps: Iterable<number>, values: Iterable<number>): void {
  const known = series[name] ?? { steps: [], values: [] };
  series[name] = known;
  known.steps.push(...steps);
  known.values.push(...values);
}
