import type * as tf from "@tensorflow/tfjs";
import { type WasmLane, wasmOutput } from "../../engine/wasm/lane";
import type { FlatParameters } from "../parameters/flatParameters";
import type { Chunks } from "../parts/flat";
import type { UpdateMeter } from "./types";

/** All parameters of all learners in one copy before the update, and one call of a WebAssembly kernel after it (wasm.as.ts). */
export class WasmMeter implements UpdateMeter {
  private readonly lane: WasmLane;
  private readonly flat: FlatParameters;
  /** The weights before the update, flat. */
  private readonly earlier: tf.TensorInfo;
  /** Whole parameter tensors of each learner. */
  private readonly wholes: Chunks;

  constructor(lane: WasmLane, flat: FlatParameters) {
    this.lane = lane;
    this.flat = flat;
    this.earlier = flat.allocateLike();
    this.wholes = flat.makeChunks();
  }

  before(): void {
    this.lane.copyInto(this.earlier, this.flat.values);
  }

  see(gradients: tf.Tensor[]): void {
    this.flat.collect(gradients);
  }

  after(epsilon: number): tf.Tensor3D {
    const { values, gradients, layout } = this.flat;
    const { tensor, count } = this.wholes;
    const sums = wasmOutput<tf.Rank.R3>(this.lane, [count / layout.learners, layout.learners, 4]);
    const reads = [this.earlier, values, gradients, tensor];
    this.lane.run("updateSums", { reads, writes: [sums], numbers: [count, epsilon] });
    return sums;
  }

  dispose(): void {
    for (const tensor of [this.earlier, this.wholes.tensor]) this.flat.free(tensor);
  }
}
