import { saidOfErrors } from "../config/configError";
import { parseConfig } from "../config/parse";
import type { ExperimentConfig } from "../config/schema";
import { say } from "../i18n/message";
import { APP } from "../record/build";
import type { StateDict, StateEntry } from "../training/stateDict/types";
import { texts } from "./errors";
import { readSafetensors, type SafeTensor, SafetensorsError, writeSafetensors } from "./safetensors";

/** A state dict and the experiment that it is of, as one file. */
export interface Checkpoint {
  config: ExperimentConfig;
  state: StateDict;
}

/** The bytes of a `.safetensors` file; the config, the step and who wrote it stand in its metadata. */
export function writeCheckpoint({ config, state }: Checkpoint): Uint8Array<ArrayBuffer> {
  const metadata = {
    // Loaders for PyTorch look for it.
    format: "pt",
    app: `${APP.name} ${APP.version}`,
    step: String(state.step),
    config: JSON.stringify(config),
  };
  return writeSafetensors({ tensors: state.tensors, metadata });
}

/**
 * Whether the tensors fit the experiment is for the training to say that goes on from them.
 * @throws SafetensorsError where the file is damaged, or no checkpoint
 */
export function readCheckpoint(bytes: Uint8Array): Checkpoint {
  const { tensors, metadata } = readSafetensors(bytes);
  if (metadata.config === undefined || metadata.step === undefined) throw new SafetensorsError(texts.noCheckpoint);
  const step = Number(metadata.step);
  return { config: configFrom(metadata.config), state: { step, tensors: new Map([...tensors].map(entryOf)) } };
}

function configFrom(text: string): ExperimentConfig {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch (cause) {
    throw new SafetensorsError(texts.experimentNoJson, { cause });
  }
  const result = parseConfig(given);
  if (result.ok) return result.config;
  throw new SafetensorsError(say(texts.experimentInvalid, { problem: saidOfErrors(result.errors) }));
}

function entryOf([name, tensor]: [string, SafeTensor]): [string, StateEntry] {
  if (tensor.dtype !== "U8") return [name, tensor];
  throw new SafetensorsError(say(texts.bytes, { name }));
}
