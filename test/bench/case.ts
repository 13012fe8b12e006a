import type { ObjectiveId } from "../../src/objectives";
import type { EncoderId } from "./standard";

export type Library = "ours" | "tfjs" | "jax";
export type Backend = "webgpu" | "wasm";

/** One thing that is timed. A peer trains one learner, and reads no more than encoder and batch size. */
export interface BenchCase {
  library: Library;
  backend: Backend;
  encoder: EncoderId;
  batchSize: number;
  arms: ObjectiveId[];
  seeds: number;
  /** Steps are recorded once and replayed, where the engine can. */
  captured: boolean;
}

/** What a round of steps took, per step. */
export interface Round {
  msPerStep: number;
  /** JavaScript that queues the step. */
  jsMsPerStep: number;
  /** WebGPU programs; null where they are not counted. */
  dispatchesPerStep: number | null;
  learners: number;
}

/** Runs rounds of one library on one backend: in a page of its own, or in Node. */
export interface Contender {
  /** @returns what it computes on */
  start(backend: Backend): Promise<string>;
  /** Warms up where that is needed, then times `steps` steps. */
  round(what: BenchCase, steps: number): Promise<Round>;
}

/** A contender that runs, and what it computes on. */
export type StartedContender = Pick<Contender, "round"> & { adapter: string };

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
