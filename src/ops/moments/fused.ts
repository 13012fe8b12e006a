import type * as tf from "@tensorflow/tfjs";
import { readAndDispose } from "../../engine/readAndDispose";
import type { StepBlock } from "../../engine/stepBlock";
import type { GpuBackend } from "../../engine/webgpu/gpu";
import type { FlatParameters } from "../parameters/flatParameters";
import type { Chunks } from "../parts/flat";
import { includeGradients, type MomentTensors, momentSums, signalHistogram } from "./programs";
import { quantiles } from "./quantiles";
import type { Moments, Percents, SignalBins } from "./types";

/** All parameters of all learners in one dispatch. */
export class FusedMoments implements Moments {
  private readonly backend: GpuBackend;
  private readonly flat: FlatParameters;
  private readonly seeds: number;
  private readonly tensors: MomentTensors;
  /** Whole parameter tensors of each learner. */
  private readonly wholes: Chunks;

  constructor(backend: GpuBackend, flat: FlatParameters, seeds: number) {
    this.backend = backend;
    this.flat = flat;
    this.seeds = seeds;
    this.tensors = { mean: flat.allocateLike(), deviations: flat.allocateLike() };
    this.wholes = flat.makeChunks();
  }

  include(given: tf.Tensor[], block: StepBlock): void {
    this.flat.collect(given);
    const { gradients, layout } = this.flat;
    includeGradients(this.backend, this.tensors, { gradients, block: block.tensor }, layout.learners);
  }

  sums(first: FusedMoments = this): tf.Tensor3D {
    const { seeds } = this;
    return momentSums(this.backend, this.tensors, this.shape, { mean: first.tensors.mean, seeds, ...first.shape });
  }

  histogram(bins: SignalBins): tf.Tensor3D {
    return signalHistogram(this.backend, this.tensors, this.shape, bins);
  }

  async deviationQuantiles(percents: Percents): Promise<ArrayLike<number>> {
    return readAndDispose(quantiles(this.backend, this.tensors.deviations, this.shape, percents));
  }

  dispose(): void {
    for (const tensor of [this.tensors.mean, this.tensors.deviations, this.wholes.tensor]) this.flat.free(tensor);
  }

  private get shape() {
    return { wholes: this.wholes, learners: this.flat.layout.learners };
  }
}
