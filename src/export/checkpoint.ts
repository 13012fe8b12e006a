import { saidOfErrors } from "../config/configError";
import { parseConfig } from "../config/parse";
import type { ExperimentConfig } from "../config/schema";
import { z } from "../data/zod";
import { PlaygroundError } from "../i18n/errors";
import { type Said, say } from "../i18n/message";
import { APP } from "../record/build";
import { clockSchema } from "../record/record";
import { type RunSoFar, runFactsSchema } from "../record/soFar";
import { TrainingClock } from "../record/trainingClock";
import type { StateDict, StateEntry } from "../training/stateDict/types";
import { atOnce, type Interruptible } from "../worker/tasks";
import { texts } from "./errors";
import { columnsIn, isMeasured, layersIn, tensorsOfColumns, tensorsOfLayers } from "./measuredTensors";
import { readSafetensors, type SafeTensor, SafetensorsError, safetensorsBytes } from "./safetensors";

/** A state dict, the experiment that it is of, and what was measured of it, as one file. */
export interface Checkpoint {
  config: ExperimentConfig;
  state: StateDict;
  /** Null where the file was written without: it is gone on from as from a beginning. */
  run: RunSoFar | null;
}

/** What the metadata say of the run, beside the tensors of what was measured. */
const runSchema = runFactsSchema.extend({ layers: z.array(z.string()), clock: clockSchema.optional() });

/** The bytes of a `.safetensors` file; the config, the step, the run and who wrote it stand in its metadata. */
export function writeCheckpoint(checkpoint: Checkpoint): Uint8Array<ArrayBuffer> {
  return atOnce(checkpointBytes(checkpoint));
}

/** The same for a page that goes on meanwhile: what is measured later is not in it. */
export function* checkpointBytes({ config, state, run }: Checkpoint): Interruptible<Uint8Array<ArrayBuffer>> {
  const metadata = {
    // Loaders for PyTorch look for it.
    format: "pt",
    app: `${APP.name} ${APP.version}`,
    step: String(state.step),
    config: JSON.stringify(config),
  };
  if (!run) return yield* safetensorsBytes({ tensors: state.tensors, metadata });
  const { columns, layers, ...facts } = run;
  const about = { ...facts, layers: layers.latest?.names ?? [], clock: columns.clock.points };
  const measured = yield* tensorsOfColumns(columns);
  return yield* safetensorsBytes({
    tensors: new Map<string, SafeTensor>([...state.tensors, ...measured, ...tensorsOfLayers(layers, columns.learners)]),
    metadata: { ...metadata, run: JSON.stringify(about) },
  });
}

/**
 * Whether the tensors fit the experiment is for the training to say that goes on from them.
 * @throws SafetensorsError where the file is damaged, or no checkpoint
 */
export function readCheckpoint(bytes: Uint8Array): Checkpoint {
  const { tensors, metadata } = readSafetensors(bytes);
  if (metadata.config === undefined || metadata.step === undefined) throw new SafetensorsError(texts.noCheckpoint);
  const step = Number(metadata.step);
  const config = configFrom(metadata.config);
  const ofState = [...tensors].filter(([name]) => !isMeasured(name)).map(entryOf);
  return { config, state: { step, tensors: new Map(ofState) }, run: runFrom(metadata.run, tensors, config) };
}

function configFrom(text: string): ExperimentConfig {
  const result = parseConfig(parsed(text, texts.experimentNoJson));
  if (result.ok) return result.config;
  throw new SafetensorsError(say(texts.experimentInvalid, { problem: saidOfErrors(result.errors) }));
}

function runFrom(
  text: string | undefined,
  tensors: Map<string, SafeTensor>,
  { arms, seeds }: ExperimentConfig,
): RunSoFar | null {
  if (text === undefined) return null;
  const { data } = runSchema.safeParse(parsed(text, texts.runInvalid));
  if (!data) throw new SafetensorsError(texts.runInvalid);
  const { layers, clock, ...facts } = data;
  const learners = arms.length * seeds;
  try {
    const columns = columnsIn(tensors, learners);
    if (clock) columns.clock = TrainingClock.of(clock);
    return { ...facts, columns, layers: layersIn(tensors, learners, layers) };
  } catch (cause) {
    if (cause instanceof PlaygroundError) throw new SafetensorsError(cause.said, { cause });
    throw cause;
  }
}

function parsed(text: string, said: Said): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new SafetensorsError(said, { cause });
  }
}

function entryOf([name, tensor]: [string, SafeTensor]): [string, StateEntry] {
  if (tensor.dtype !== "U8") return [name, tensor];
  throw new SafetensorsError(say(texts.bytes, { name }));
}
