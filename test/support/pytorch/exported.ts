import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as tf from "@tensorflow/tfjs";
import { batchSlices, largestBatch } from "../../../src/config/batchSizes";
import type { ExperimentConfig } from "../../../src/config/schema";
import { seedNumbers } from "../../../src/config/seeds";
import { StepBlock } from "../../../src/engine/stepBlock";
import { exportPyTorch } from "../../../src/export/pytorch";
import { writeNpz } from "../../../src/export/pytorch/npz";
import { createEncoder } from "../../../src/ops/encoder";
import { Cohort } from "../../../src/training/cohort";
import { exportedSamples } from "../../../src/training/exportedSamples";
import { learnerNames } from "../../../src/training/stateDict/names";
import type { StateDict } from "../../../src/training/stateDict/types";
import { StepSink } from "../../../src/training/stepSink";
import { Trainer } from "../../../src/training/trainer";
import { ViewSource } from "../../../src/training/viewSource";
import { dataOf, ENVIRONMENT } from "../experiment";

const pause = async () => undefined;

/** An exported experiment beside what the page makes of the same steps. */
export interface Exported {
  config: ExperimentConfig;
  folder: string;
  /** Gradients of the first step by learner and PyTorch's name: `arm0.seed1.encoder.0.weight`. */
  gradients: Map<string, Float32Array>;
  /** Loss of every step, by learner. */
  losses: Map<string, number[]>;
  /** After the last step. */
  state: StateDict;
}

/** Trains some steps on the page's side, and writes the same experiment as a folder with the batches of these steps. */
export async function exported(config: ExperimentConfig, steps: number, weights = true): Promise<Exported> {
  const dataset = await dataOf(config);
  const losses: number[][] = [];
  const environment = { ...ENVIRONMENT, backend: "cpu", kernels: "reference" } as const;
  const learners = config.arms.length * config.seeds;
  const trainer = new Trainer({
    config,
    dataset,
    environment,
    emit: (event) => {
      const values = event.type === "rows" ? event.rows.values.objective : undefined;
      for (let row = 0; values && row < values.length / learners; row++)
        losses.push(Array.from(values.subarray(row * learners, (row + 1) * learners)));
    },
    views: false,
  });
  const first = await trainer.stateDict();
  const folder = mkdtempSync(join(tmpdir(), "pytorch-"));
  const source = { config, samples: exportedSamples(dataset, config), state: first };
  const { files } = await exportPyTorch(source, { weights, mostBytes: Number.POSITIVE_INFINITY, pause });
  for (const { path, content } of files) writeFileSync(join(folder, path), await bytesOf(content));
  const batches = await batchesOf(config, steps);
  writeFileSync(join(folder, "batches.npz"), await bytesOf(await writeNpz(batches, pause)));
  const gradients = await gradientsOf(config);
  while (trainer.step < steps) await trainer.advance();
  const state = await trainer.stateDict();
  trainer.dispose();
  const names = learnerNames(config.arms.length, seedNumbers(config));
  return {
    config,
    folder,
    gradients,
    losses: new Map(names.map((name, learner) => [name, losses.slice(0, steps).map((row) => row[learner] as number)])),
    state,
  };
}

async function bytesOf(content: string | Uint8Array | Blob): Promise<string | Uint8Array> {
  return content instanceof Blob ? new Uint8Array(await content.arrayBuffer()) : content;
}

/** Views [steps, slices, 2, B, ...] and samples [steps, slices, B] that the page draws. */
async function batchesOf(config: ExperimentConfig, steps: number) {
  const dataset = await dataOf(config);
  const source = new ViewSource(dataset, config);
  const block = new StepBlock(1);
  const [slices, size] = [batchSlices(config).length, largestBatch(config)];
  const views: number[] = [];
  const samples: number[] = [];
  for (let step = 0; step < steps; step++) {
    block.set({ step });
    tf.tidy(() => {
      const drawn = source.draw(block, "training", true);
      views.push(...drawn.views.dataSync());
      samples.push(...(drawn.samples?.dataSync() ?? []));
    });
  }
  source.dispose();
  block.dispose();
  return {
    views: { shape: [steps, slices, 2, size, ...dataset.shape], values: Float32Array.from(views) },
    samples: { shape: [steps, slices, size], values: Float32Array.from(samples) },
  };
}

/** Gradients at the first weights, by PyTorch's names. */
async function gradientsOf(config: ExperimentConfig): Promise<Map<string, Float32Array>> {
  const dataset = await dataOf(config);
  const source = new ViewSource(dataset, config);
  const cohort = new Cohort(createEncoder(config.encoder, dataset.shape), config, seedNumbers(config), source);
  const block = new StepBlock(cohort.learners);
  block.set({ step: 0, temperatures: cohort.temperaturesAt(0) });
  const sink = new StepSink({ learners: cohort.learners, views: 2 * largestBatch(config) });
  const { views, samples } = source.draw(block, "training", cohort.asksForSamples);
  const reading = cohort.carried.read(views, samples);
  const gradients = cohort.differentiate({ views, block, sink, reading });
  const names = learnerNames(config.arms.length, seedNumbers(config));
  const found = new Map<string, Float32Array>();
  for (const [p, gradient] of gradients.entries()) {
    const values = gradient.dataSync() as Float32Array;
    for (const view of cohort.views.parameters[p] ?? [])
      for (const [learner, name] of names.entries())
        found.set(`${name}.${view.name}`, view.toTorch(values, learner) as Float32Array);
  }
  for (const part of [cohort, source, block, sink]) part.dispose();
  return found;
}
