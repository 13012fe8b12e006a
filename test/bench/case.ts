import type { ExperimentConfig } from "../../src/config/schema";
import type { ObjectiveId } from "../../src/objectives";
import type { StepId } from "../../src/training/benchmark/standardSteps";
import type { OperationId } from "./operations/open";
import type { Work } from "./operations/opened";
import type { Shares } from "./venues/profile";

export type Library = "ours" | "tfjs" | "jax" | "ort" | "torch";
/** PyTorch has the processor with one thread (`cpu`) or as many as it likes (`threads`), or CUDA. */
export type Backend = "webgpu" | "wasm" | "cpu" | "threads" | "cuda";
export type Engine = "chromium" | "firefox" | "node" | "python";

/** Who computes, and where: has a page or a process of its own. */
export interface Contestant {
  engine: Engine;
  library: Library;
  backend: Backend;
}

/** One thing that is timed. A peer trains one learner, and reads no more than step, task and batch size. */
export interface BenchCase extends Contestant {
  step: StepId;
  /** A whole training step, the encoder's forward pass alone, or one operation. */
  task: "train" | "forward" | { operation: OperationId };
  batchSize: number;
  arms: readonly ObjectiveId[];
  seeds: number;
  /** Keys of a queue of negatives. */
  queue: number;
  kernels: ExperimentConfig["kernels"];
  /** Steps are recorded once and replayed, where the engine can. */
  captured: boolean;
}

/** What a round of steps took, per step. */
export interface Round {
  msPerStep: number;
  /** Of the calling thread, until the step is queued; null where that says nothing. */
  jsMsPerStep: number | null;
  /** WebGPU programs; null where they are not counted. */
  dispatchesPerStep: number | null;
  learners: number;
  /** What an operation works through in a step. */
  work?: Work;
}

/** Runs rounds of one library on one backend: in a page of its own, or in a process. */
export interface Contender {
  /** @returns what it computes on */
  start(backend: Backend): Promise<string>;
  /** Warms up where that is needed, then times `steps` steps. */
  round(what: BenchCase, steps: number): Promise<Round>;
  /** Frees what its cases hold. */
  release(): Promise<void>;
}

/** A contender that runs, and what it computes on. */
export interface StartedContender extends Pick<Contender, "round" | "release"> {
  adapter: string;
  /** Where the time of some steps goes, where that can be told. */
  shares?(what: BenchCase, steps: number): Promise<Shares>;
  /** Ends it, even one that does not answer any more. */
  close(): void;
}

/** Where contenders run, each by itself: pages of a browser, or processes. */
export interface Venue {
  name: string;
  contender(library: Library, backend: Backend): Promise<StartedContender>;
  close(): Promise<void>;
}

declare global {
  interface Window {
    /** Set by each page of the benchmark. */
    contender: Contender;
  }
}
