import type { ExperimentConfig } from "../../config/schema";
import { english } from "../../i18n/translate";
import type { ExportedSamples } from "../../training/exportedSamples";
import type { StateDict } from "../../training/stateDict/types";
import type { PackedFile } from "../packed/write";
import type { PythonFile } from "./modules";
import { writeNpz } from "./npz";
import { publishedSet, withChecksums } from "./published";
import { readme } from "./readme";
import { assertExportable, sizeOf } from "./refusals";
import { writeScript } from "./script";
import { optimizerSince, writeWeights } from "./weights";

/** What leaves. */
export interface PyTorchExport {
  /** `train.py`. */
  script: string;
  /** All files by their names, the script among them, and the modules that it has beside it. */
  files: PackedFile[];
}

export interface PyTorchSource {
  config: ExperimentConfig;
  samples: ExportedSamples;
  /** Where the script goes on from. */
  state: StateDict;
}

export interface PyTorchOptions {
  /** Whether the learners' state goes along; without it, the script begins with weights of its own. */
  weights: boolean;
  /** Bytes of samples that may go along. */
  mostBytes: number;
  /** Lets others have their turn. */
  pause: () => Promise<void>;
}

/**
 * An experiment as a program in PyTorch: a script, its settings, its samples, its learners. Of a published data set that is too large
 * to go along, the script reads the publisher's files.
 * @throws PlaygroundError that names what of it cannot be exported, before anything is written
 */
export async function exportPyTorch(source: PyTorchSource, options: PyTorchOptions): Promise<PyTorchExport> {
  const { config, samples, state } = source;
  const { weights: hasWeights, mostBytes, pause } = options;
  assertExportable(config, samples, mostBytes);
  const title = english(samples.title);
  const published = sizeOf(samples) > mostBytes ? publishedSet(config) : null;
  const learners = { hasWeights, since: hasWeights ? optimizerSince(state) : 0 };
  const program = writeScript(config, { ...samples, published }, title, learners);
  const arrays = published ? await withChecksums(samples, pause) : samples.arrays;
  const files: PackedFile[] = [
    ...program,
    { path: "config.json", content: `${JSON.stringify(config, null, 2)}\n` },
    { path: "README.md", content: readme(config, title, { hasWeights, published, program }) },
    { path: "data.npz", content: await writeNpz(arrays, pause) },
  ];
  if (hasWeights) files.push({ path: "weights.safetensors", content: writeWeights(config, state) });
  const [script] = program as [PythonFile];
  return { script: script.content, files };
}
