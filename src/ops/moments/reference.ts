import * as tf from "@tensorflow/tfjs";
import { copyOf } from "../../engine/stateTensor";
import type { StepBlock } from "../../engine/stepBlock";
import { tileLearners } from "../parts/shape";
import type { Moments, Percents, SignalBins } from "./types";

/** Plain TensorFlow.js operations, any backend. */
export class ReferenceMoments implements Moments {
  private readonly seeds: number;
  /** One per parameter, [L, ...]. */
  private mean: tf.Tensor[] = [];
  private deviations: tf.Tensor[] = [];

  constructor(seeds: number) {
    this.seeds = seeds;
  }

  include(gradients: tf.Tensor[], { values: { count } }: StepBlock): void {
    const next = tf.tidy(() =>
      gradients.map((gradient, p) => (count === 1 ? first(gradient) : this.after(gradient, p, count))),
    );
    this.dispose();
    this.mean = next.map(({ mean }) => tf.keep(mean));
    this.deviations = next.map(({ deviations }) => tf.keep(deviations));
  }

  sums(first: ReferenceMoments = this): tf.Tensor3D {
    const sums = () => this.mean.map((mean, p) => this.sumsOf(mean, this.deviations[p]!, first.mean[p]!));
    return tf.tidy(() => tf.stack(sums()) as tf.Tensor3D);
  }

  histogram(bins: SignalBins): tf.Tensor3D {
    return tf.tidy(
      () => tf.stack(this.mean.map((mean, p) => signalCounts(mean, this.deviations[p]!, bins))) as tf.Tensor3D,
    );
  }

  async deviationQuantiles(percents: Percents): Promise<ArrayLike<number>> {
    const each = await Promise.all(
      this.deviations.map(async (tensor) => {
        const values = (await tensor.data()) as Float32Array;
        return quantilesOfRows(values, tensor.shape[0] as number, percents);
      }),
    );
    return each.flat();
  }

  dispose(): void {
    tf.dispose([this.mean, this.deviations]);
    this.mean = [];
    this.deviations = [];
  }

  private after(gradient: tf.Tensor, p: number, count: number): { mean: tf.Tensor; deviations: tf.Tensor } {
    const delta = tf.sub(gradient, this.mean[p]!);
    const mean = tf.add(this.mean[p]!, tf.div(delta, count));
    return { mean, deviations: tf.add(this.deviations[p]!, tf.mul(delta, tf.sub(gradient, mean))) };
  }

  /** [L, 4] */
  private sumsOf(mean: tf.Tensor, deviations: tf.Tensor, first: tf.Tensor): tf.Tensor {
    const learners = mean.shape[0] as number;
    const firstArm = tileLearners(tf.slice(first, 0, this.seeds), learners);
    const total = (x: tf.Tensor) => tf.sum(x.reshape([learners, -1]), 1);
    const columns = [total(deviations), total(tf.square(mean)), total(tf.mul(mean, firstArm))];
    return tf.stack([...columns, tf.zeros([learners])], 1);
  }
}

function first(gradient: tf.Tensor): { mean: tf.Tensor; deviations: tf.Tensor } {
  return { mean: copyOf(gradient), deviations: tf.zerosLike(gradient) };
}

/** int32 [L, bins]; how many reach an edge, less those that reach the next one. */
function signalCounts(mean: tf.Tensor, deviations: tf.Tensor, { edges, microBatches }: SignalBins): tf.Tensor {
  const learners = mean.shape[0] as number;
  const signal = tf.abs(mean);
  const noise = tf.sqrt(tf.div(deviations, microBatches - 1));
  const exists = tf.greater(tf.maximum(signal, noise), 0);
  const reached = [0, ...edges].map((edge) => {
    const reaches = tf.logicalAnd(exists, tf.greaterEqual(signal, tf.mul(noise, edge)));
    return tf.sum(tf.cast(reaches, "int32").reshape([learners, -1]), 1);
  });
  const beyond = [...reached.slice(1), tf.zeros([learners], "int32")];
  return tf.stack(
    reached.map((count, bin) => tf.sub(count, beyond[bin]!)),
    1,
  );
}

/** Quantiles of each of so many rows, row by row. */
function quantilesOfRows(values: Float32Array, rows: number, percents: Percents): number[] {
  const size = values.length / rows;
  return Array.from({ length: rows }, (_, row) => {
    const sorted = values.slice(row * size, (row + 1) * size).sort();
    return percents.map((percent) => sorted[quantileRank(percent, size)] as number);
  }).flat();
}

/** Index of a quantile among n sorted values: the lower of the two where it falls between them. */
function quantileRank(percent: number, count: number): number {
  return Math.floor(((count - 1) * percent) / 100);
}
