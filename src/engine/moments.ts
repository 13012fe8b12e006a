import * as tf from "@tensorflow/tfjs";
import { type GpuBackend, gpu } from "../kernels/gpu";
import { includeGradients, momentsPerLearner } from "../kernels/moments";
import type { FlatParameters } from "./flatParameters";
import type { Parameters } from "./parameters";
import type { StepBlock } from "./stepBlock";

/** Mean and variance of gradients over micro-batches, without keeping them: Welford's update (Technometrics 4, 1962). */
export interface Moments {
  /** Takes in the gradients of micro-batch `block.values.count`, one [L, ...] tensor per parameter; 1 starts anew. */
  include(gradients: tf.Tensor[], block: StepBlock): void;
  /** [L, 4]: sum_r |g_r - m|^2, sum_r |g_r|^2, |m|^2, 0. The caller disposes it. */
  totals(): tf.Tensor2D;
  dispose(): void;
}

export function createMoments({ flat }: Parameters): Moments {
  const backend = gpu();
  return backend && flat ? new FusedMoments(backend, flat) : new ComposedMoments();
}

/** All parameters of all learners in one dispatch. */
class FusedMoments implements Moments {
  private readonly backend: GpuBackend;
  private readonly flat: FlatParameters;
  private readonly mean: tf.TensorInfo;
  private readonly sums: tf.TensorInfo;

  constructor(backend: GpuBackend, flat: FlatParameters) {
    this.backend = backend;
    this.flat = flat;
    this.mean = flat.allocateLike();
    this.sums = flat.allocate(4 * flat.chunks.count);
  }

  include(given: tf.Tensor[], block: StepBlock): void {
    this.flat.assertInPlace(given);
    const { gradients, chunks, layout } = this.flat;
    const { mean, sums } = this;
    const shape = { chunks, learners: layout.learners };
    includeGradients(this.backend, { mean, sums }, { gradients, block: block.tensor }, shape);
  }

  totals(): tf.Tensor2D {
    const { chunks, layout } = this.flat;
    return momentsPerLearner(this.backend, this.sums, { chunks, learners: layout.learners });
  }

  dispose(): void {
    for (const tensor of [this.mean, this.sums]) this.flat.free(tensor);
  }
}

/** Plain TensorFlow.js operations, any backend. */
class ComposedMoments implements Moments {
  private mean: tf.Tensor[] = [];
  /** [L] each. */
  private deviations: tf.Tensor | null = null;
  private norms: tf.Tensor | null = null;

  include(gradients: tf.Tensor[], { values: { count } }: StepBlock): void {
    const { mean, deviations, norms } = this;
    const next = tf.tidy(() => {
      const squares = sumOfSquares(gradients);
      if (count === 1 || !deviations || !norms)
        return { mean: gradients.map((g) => g.clone()), deviations: tf.zerosLike(squares), norms: squares };
      const deltas = gradients.map((gradient, p) => tf.sub(gradient, mean[p] as tf.Tensor));
      return {
        mean: deltas.map((delta, p) => tf.add(mean[p] as tf.Tensor, tf.div(delta, count))),
        deviations: tf.add(deviations, tf.mul(sumOfSquares(deltas), (count - 1) / count)),
        norms: tf.add(norms, squares),
      };
    });
    this.dispose();
    this.mean = next.mean.map((tensor) => tf.keep(tensor));
    this.deviations = tf.keep(next.deviations);
    this.norms = tf.keep(next.norms);
  }

  totals(): tf.Tensor2D {
    const { deviations, norms, mean } = this;
    if (!deviations || !norms) throw new Error("No gradients have been taken in.");
    return tf.tidy(() => tf.stack([deviations, norms, sumOfSquares(mean), tf.zerosLike(norms)], 1) as tf.Tensor2D);
  }

  dispose(): void {
    tf.dispose(this.mean);
    this.deviations?.dispose();
    this.norms?.dispose();
    this.mean = [];
    this.deviations = null;
    this.norms = null;
  }
}

/** Sum over all parameters of the squares, per learner: [L]. */
export function sumOfSquares(tensors: tf.Tensor[]): tf.Tensor {
  const sums = tensors.map((tensor) => tf.sum(tf.square(tensor.reshape([tensor.shape[0] as number, -1])), 1));
  return tf.addN(sums as tf.Tensor1D[]);
}
