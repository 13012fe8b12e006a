import * as tf from "@tensorflow/tfjs";
import { readAndDispose } from "../../engine/readAndDispose";
import type { StepBlock } from "../../engine/stepBlock";
import { type WasmLane, wasmOutput } from "../../engine/wasm/lane";
import type { FlatParameters } from "../parameters/flatParameters";
import type { Chunks } from "../parts/flat";
import type { Moments, Percents, SignalBins } from "./types";

/** Kinds of numbers, as in wasm.as.ts. */
const KINDS = 2048;

/** All parameters of all learners in one call of a WebAssembly kernel (wasm.as.ts). */
export class WasmMoments implements Moments {
  private readonly lane: WasmLane;
  private readonly flat: FlatParameters;
  private readonly seeds: number;
  /** Running mean m of the gradient, and running sum of (g_r - m)^2, flat. */
  private readonly mean: tf.TensorInfo;
  private readonly deviations: tf.TensorInfo;
  /** Whole parameter tensors of each learner. */
  private readonly wholes: Chunks;

  constructor(lane: WasmLane, flat: FlatParameters, seeds: number) {
    this.lane = lane;
    this.flat = flat;
    this.seeds = seeds;
    this.mean = flat.allocateLike();
    this.deviations = flat.allocateLike();
    this.wholes = flat.makeChunks();
  }

  include(given: tf.Tensor[], block: StepBlock): void {
    const { flat, mean, deviations } = this;
    flat.collect(given);
    this.lane.run("includeGradients", {
      reads: [flat.gradients, block.tensor],
      writes: [mean, deviations],
      numbers: [flat.layout.length],
    });
  }

  sums(first: WasmMoments = this): tf.Tensor3D {
    const { mean, deviations, wholes, flat } = this;
    const sums = this.output(4);
    this.lane.run("momentSums", {
      reads: [mean, deviations, wholes.tensor, first.mean, first.wholes.tensor],
      writes: [sums],
      numbers: [wholes.count, flat.layout.learners, first.flat.layout.learners, this.seeds],
    });
    return sums;
  }

  histogram({ edges, microBatches }: SignalBins): tf.Tensor3D {
    const { mean, deviations, wholes } = this;
    const counts = this.output(edges.length + 1, "int32");
    const inMemory = tf.tensor1d([...edges]);
    this.lane.run("signalHistogram", {
      reads: [mean, deviations, wholes.tensor, inMemory],
      writes: [counts],
      numbers: [wholes.count, edges.length + 1, microBatches - 1],
    });
    inMemory.dispose();
    return counts;
  }

  async deviationQuantiles(percents: Percents): Promise<ArrayLike<number>> {
    const { lane, flat, deviations, wholes } = this;
    const found = this.output(3);
    const work = [lane.scratch(KINDS), lane.scratch(Math.max(...flat.layout.parts.map(({ size }) => size)))];
    const numbers = [wholes.count, ...percents];
    lane.run("quantiles", { reads: [deviations, wholes.tensor], writes: [found, ...work], numbers });
    tf.dispose(work);
    return readAndDispose(found);
  }

  dispose(): void {
    for (const tensor of [this.mean, this.deviations, this.wholes.tensor]) this.flat.free(tensor);
  }

  /** [P, L, columns] */
  private output(columns: number, dtype?: "int32"): tf.Tensor3D {
    const { learners } = this.flat.layout;
    return wasmOutput<tf.Rank.R3>(this.lane, [this.wholes.count / learners, learners, columns], dtype);
  }
}
