import type * as tf from "@tensorflow/tfjs";
import { denseSpecs } from "../../models/parameters";
import type { ParameterSpec } from "../../models/types";
import { dense } from "../../ops/dense";

/** The classifier on the features, trained with the encoder where an arm sees labels. */

/** Weights and bias. */
export const CLASSIFIER_TENSORS = 2;

/** Weights [F, C] and bias [1, C]; both begin at 0, where every class is as likely. */
export function classifierSpecs(featureSize: number, classes: number): ParameterSpec[] {
  return denseSpecs("classifier", featureSize, classes).map((spec) => ({
    ...spec,
    isOfLoss: true,
    init: { kind: "zeros" },
  }));
}

/** Class scores [L, N, C] of the features [L, N, F]; none without a classifier. */
export function scoresOf(features: tf.Tensor, [weights, bias]: tf.Tensor[]): tf.Tensor3D[] {
  if (!weights || !bias) return [];
  const [h, w, b] = [features, weights, bias] as [tf.Tensor3D, tf.Tensor3D, tf.Tensor3D];
  return [dense(h, w, b, { activation: "linear" })];
}
