import * as tf from "@tensorflow/tfjs";
import { createStateTensor, type StateTensor } from "../../engine/stateTensor";
import { wasm } from "../../engine/wasm/lane";
import { gpu } from "../../engine/webgpu/gpu";
import type { StateSpec } from "../../models/types";
import { fusedRunning } from "./fused";
import { referenceRunning } from "./reference";
import type { Observed } from "./types";
import { wasmRunning } from "./wasm";

export type { Observed } from "./types";

/**
 * Running mean and variance of every batch normalization of a cohort: what an encoder goes by when it is evaluated. Only
 * training steps move them.
 */
export class RunningStatistics {
  /** One per spec. */
  private readonly states: StateTensor[];

  /** At first of no batch: mean 0 and variance 1. */
  constructor(specs: StateSpec[], learners: number) {
    this.states = specs.map(({ channels }) =>
      createStateTensor([learners, 2, channels], initialValues(channels, learners)),
    );
  }

  /** One per spec, [L, 2, channels]. */
  get tensors(): tf.Tensor[] {
    return this.states.map(({ tensor }) => tensor);
  }

  /** Includes what the normalizations saw of a batch, in their order. */
  include(observed: Observed[]): void {
    const [backend, lane] = [gpu(), wasm()];
    for (const [index, batch] of observed.entries()) {
      const state = this.states[index] as StateTensor;
      if (lane) wasmRunning(lane, state.tensor, batch);
      else if (backend) fusedRunning(backend, state.tensor, batch);
      else tf.tidy(() => state.assign(referenceRunning(state.tensor, batch)));
    }
  }

  /** Copies those of another cohort of as many learners. */
  copy(other: RunningStatistics): void {
    for (const [index, state] of this.states.entries()) state.assign(other.tensors[index] as tf.Tensor);
  }

  dispose(): void {
    for (const state of this.states) state.dispose();
  }
}

function initialValues(channels: number, learners: number): Float32Array {
  return Float32Array.from({ length: learners * 2 * channels }, (_, i) => Math.floor(i / channels) % 2);
}
