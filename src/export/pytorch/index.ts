import type { ExperimentConfig } from "../../config/schema";
import { english } from "../../i18n/translate";
import type { ExportedSamples } from "../../training/exportedSamples";
import type { StateDict } from "../../training/stateDict/types";
import type { PackedFile } from "../packed/write";
import { writeNpz } from "./npz";
import { readme } from "./readme";
import { assertExportable, assertReadable } from "./refusals";
import { writeScript } from "./script";
import { optimizerSince, writeWeights } from "./weights";

/** What leaves. */
export interface PyTorchExport {
  /** `train.py`. */
  script: string;
  /** All files by their names, the script among them. */
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
 * An experiment as a program in PyTorch: a script, its settings, its samples, its learners.
 * @throws PlaygroundError that names what of it cannot be exported, before anything is written
 */
export async function exportPyTorch(source: PyTorchSource, options: PyTorchOptions): Promise<PyTorchExport> {
  const { config, samples, state } = source;
  assertExportable(config, samples, options.mostBytes);
  const title = english(samples.title);
  const hasWeights = options.weights;
  const script = writeScript(config, samples, title, { hasWeights, since: hasWeights ? optimizerSince(state) : 0 });
  assertReadable(script);
  const files: PackedFile[] = [
    { path: "train.py", content: script },
    { path: "config.json", content: `${JSON.stringify(config, null, 2)}\n` },
    { path: "README.md", content: readme(config, title, hasWeights) },
    { path: "data.npz", content: await writeNpz(samples.arrays, options.pause) },
  ];
  if (hasWeights) files.push({ path: "weights.safetensors", content: writeWeights(config, state) });
  return { script, files };
}
