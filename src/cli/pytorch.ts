import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { ExperimentConfig } from "../config/schema";
import { exportPyTorch } from "../export/pytorch";
import { exportedSamples } from "../training/exportedSamples";
import type { Trainer } from "../training/trainer";

/**
 * Writes an experiment into a folder as a program in PyTorch that goes on from where the trainer is.
 * @throws PlaygroundError that names what cannot be exported, before a file is written
 */
export async function writePyTorch(folder: string, config: ExperimentConfig, trainer: Trainer): Promise<void> {
  const samples = await trainer.inspect(async ({ dataset }) => exportedSamples(dataset, config));
  const state = await trainer.stateDict();
  const options = { weights: true, mostBytes: Number.POSITIVE_INFINITY, pause: () => setImmediate() };
  const { files } = await exportPyTorch({ config, samples, state }, options);
  mkdirSync(folder, { recursive: true });
  for (const { path, content } of files)
    writeFileSync(join(folder, path), content instanceof Blob ? new Uint8Array(await content.arrayBuffer()) : content);
}
