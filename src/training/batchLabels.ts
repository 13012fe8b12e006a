import * as tf from "@tensorflow/tfjs";
import { denseSpecs } from "../models/parameters";
import type { ParameterSpec } from "../models/types";

/** The labels of a training split. */
export interface TrainingLabels {
  /** Class of each sample. */
  values: Uint8Array;
  /** C; classes are 0 ... C - 1. */
  classes: number;
}

/** The labels of the training split on the backend, where a recorded step finds those of the batch that it draws. */
export class BatchLabels {
  readonly classes: number;
  private readonly values: tf.Tensor1D;

  constructor({ values, classes }: TrainingLabels) {
    this.classes = classes;
    this.values = tf.tensor1d(Int32Array.from(values), "int32");
  }

  /**
   * One-hot classes of both views of a batch, [S, 2B, C].
   * @param samples of each seed's batch, int32 [S, B]
   */
  targets(samples: tf.Tensor2D): tf.Tensor3D {
    const labels: tf.Tensor = tf.gather(this.values, samples);
    // Cast afterwards: on WASM, one-hot floats have the bits of the integer 1.
    return tf.oneHot(tf.concat([labels, labels], 1), this.classes).toFloat() as tf.Tensor3D;
  }

  dispose(): void {
    this.values.dispose();
  }
}

/** Weights [F, C] and bias [1, C] of the classifier on the features; both begin at 0, where every class is as likely. */
export function classifierSpecs(featureSize: number, classes: number): ParameterSpec[] {
  return denseSpecs("classifier", featureSize, classes).map((spec) => ({
    ...spec,
    isOfLoss: true,
    init: { kind: "zeros" },
  }));
}
