import * as tf from "@tensorflow/tfjs";
import type { Encoder, ParameterSpec } from "../models/types";
import { normals, PURPOSE } from "./random";

/**
 * Initial weights of a whole cohort. They are a function of the seed alone, so that all arms of a seed start from the
 * same point.
 *
 * @param encoder describes the tensors of one learner
 * @param seeds the number of each seed
 * @param arms number of arms; learner = arm * S + seed
 * @returns one variable per parameter, [L, ...shape]; the caller disposes them
 */
export function initialise(encoder: Encoder, seeds: number[], arms: number): tf.Variable[] {
  return encoder.parameters.map((spec, index) => {
    const values = cohortValues(spec, index, seeds, arms);
    return tf.tidy(() => tf.variable(tf.tensor(values, [arms * seeds.length, ...spec.shape])));
  });
}

function cohortValues(spec: ParameterSpec, index: number, seeds: number[], arms: number): Float32Array {
  const size = tf.util.sizeFromShape(spec.shape);
  const values = new Float32Array(arms * seeds.length * size);
  seeds.forEach((seed, s) => {
    const own = initialValues(spec, index, seed, size);
    for (let arm = 0; arm < arms; arm++) values.set(own, (arm * seeds.length + s) * size);
  });
  return values;
}

/**
 * Values of one parameter of one learner: zeros, or normal with variance 2 / fan-in (He et al., arXiv 1502.01852,
 * section 2.2).
 */
function initialValues(spec: ParameterSpec, index: number, seed: number, size: number): Float32Array {
  const values = new Float32Array(size);
  if (spec.init.kind === "zeros") return values;
  const deviation = Math.sqrt(2 / spec.init.fanIn);
  for (let i = 0; i < size; i += 4) {
    const four = normals({ seed, step: index, sample: i / 4, purpose: PURPOSE.initialWeights });
    for (let lane = 0; lane < 4 && i + lane < size; lane++) values[i + lane] = deviation * four[lane]!;
  }
  return values;
}
