import * as tf from "@tensorflow/tfjs";
import { device } from "../../engine/currentDevice";
import { normals, PURPOSE } from "../../engine/random";
import { assignTo } from "../../engine/stateTensor";
import type { EncoderPlan, ParameterSpec } from "../../models/types";
import { FlatParameters } from "./flatParameters";

/** The parameters of a cohort, at first as the seeds say. */
export interface Parameters {
  specs: ParameterSpec[];
  /** Learners per arm; learner = arm * seeds + seed. */
  seeds: number;
  /** One per spec, [L, ...shape]: variables, or parts of `flat`. */
  tensors: tf.Tensor[];
  /** All of them in one buffer, where kernels update them in place; null elsewhere. */
  flat: FlatParameters | null;
  dispose(): void;
}

/** Whether a parameter is the encoder's, not a number of an arm's loss, which means something else in every arm. */
export function isOfEncoder({ isOfLoss }: ParameterSpec): boolean {
  return !isOfLoss;
}

/** Values [P, ...] by parameter without those of the losses' own numbers. */
export function ofEncoder(values: ArrayLike<number>, { specs }: Pick<Parameters, "specs">): number[] {
  const size = values.length / specs.length;
  return Array.from(values).filter((_, i) => isOfEncoder(specs[Math.floor(i / size)] as ParameterSpec));
}

/**
 * Initial weights of a whole cohort. They are a function of the seed alone, so that all arms of a seed start from the
 * same point.
 *
 * @param encoder describes the tensors of one learner
 * @param seeds the number of each seed
 * @param arms number of arms; learner = arm * S + seed
 */
export function initialize(encoder: Pick<EncoderPlan, "parameters">, seeds: number[], arms: number): Parameters {
  const learners = arms * seeds.length;
  const values = encoder.parameters.map((spec, index) => cohortValues(spec, index, seeds, arms));
  const own = { specs: encoder.parameters, seeds: seeds.length };
  if (device()) {
    const flat = new FlatParameters(encoder.parameters, learners, values);
    return { ...own, tensors: flat.tensors, flat, dispose: () => flat.dispose() };
  }
  const tensors = encoder.parameters.map(({ shape }, index) =>
    tf.tidy(() => tf.variable(tf.tensor(values[index] as Float32Array, [learners, ...shape]))),
  );
  return { ...own, tensors, flat: null, dispose: () => tf.dispose(tensors) };
}

/** Gives the encoders of `to` the weights that those of `from` have, learner by learner; a loss keeps its own numbers. */
export function copyEncoder(from: Parameters, to: Parameters): void {
  for (const [p, spec] of to.specs.entries()) {
    const [source, target] = [from.tensors[p], to.tensors[p]];
    if (!isOfEncoder(spec) || !source || !target) continue;
    assignTo(target, source);
  }
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
 * Values of one parameter of one learner: zeros, ones, or normal with variance 2 / fan-in (He et al., arXiv 1502.01852,
 * section 2.2).
 */
function initialValues(spec: ParameterSpec, index: number, seed: number, size: number): Float32Array {
  const values = new Float32Array(size);
  if (spec.init.kind === "zeros") return values;
  if (spec.init.kind === "ones") return values.fill(1);
  const deviation = Math.sqrt(2 / spec.init.fanIn);
  for (let i = 0; i < size; i += 4) {
    const four = normals({ seed, step: index, sample: i / 4, purpose: PURPOSE.initialWeights });
    for (let lane = 0; lane < 4 && i + lane < size; lane++) values[i + lane] = deviation * four[lane]!;
  }
  return values;
}
