import * as tf from "@tensorflow/tfjs";
import { wasm } from "../../engine/wasm/lane";
import { gpu } from "../../engine/webgpu/gpu";
import type { Activation } from "../parts/affine";
import { fusedNormalization } from "./fused";
import { referenceNormalization } from "./reference";
import type { Normalization, NormInputs, NormShape, Sets } from "./types";
import { wasmNormalization } from "./wasm";

/** What a normalization gives: y of x's shape, and the sets' mean and variance, [L, R, 2, C]. */
export interface Normalized {
  y: tf.Tensor;
  statistics: tf.Tensor4D;
}

/** What follows the normalization itself. */
export interface NormLayer {
  /** [L, 1, C] */
  scale: tf.Tensor3D;
  /** [L, 1, C] */
  offset: tf.Tensor3D;
  /** Added before the activation; of x's shape. */
  residual?: tf.Tensor | null;
  activation: Activation;
}

/**
 * Normalizes every set of numbers by its own mean and variance, then scales, shifts, adds a residual and activates.
 * Differentiable in x, scale, offset and residual; the statistics take part in the gradient.
 * @param x [L, N, ..., C], channels last
 * @param known what it gives, where that is known: it is not computed
 * @returns with statistics that nothing can be differentiated through
 * @throws when the sets do not divide samples or channels
 */
export function normalizeSets(x: tf.Tensor, layer: NormLayer, sets: Sets, known: Normalized | null = null): Normalized {
  const shape = shapeOf(x, sets);
  const norm = implementation();
  const input = flattened(x, shape);
  const statistics = known?.statistics ?? norm.statistics(input, shape);
  const { activation } = layer;
  const residual = layer.residual ? flattened(layer.residual, shape) : null;
  const apply = tf.customGrad((...args) => {
    const save = args[args.length - 1] as unknown as tf.GradSaveFunc;
    const { scale, offset } = layer;
    const y = known
      ? flattened(known.y, shape)
      : norm.forward({ x: input, scale, offset, residual, statistics }, shape, activation);
    save([input, scale, offset, statistics, y]);
    const gradFunc = (dy: tf.Tensor, saved: tf.Tensor[]) => {
      const [x, scale, offset, statistics, y] = saved as [
        tf.Tensor4D,
        tf.Tensor3D,
        tf.Tensor3D,
        tf.Tensor4D,
        tf.Tensor4D,
      ];
      const inputs: NormInputs = { x, scale, offset, residual, statistics };
      return norm.gradients(dy as tf.Tensor4D, y, inputs, shape, activation);
    };
    return { value: y, gradFunc };
  });
  const y = apply(input, layer.scale, layer.offset, ...(residual ? [residual] : []));
  return { y: y.reshape(x.shape), statistics };
}

/**
 * The same with statistics that are given, one set per channel. Not differentiable.
 * @param running mean and variance, [L, 2, C]
 */
export function normalizeBy(
  x: tf.Tensor,
  { scale, offset, residual, activation }: NormLayer,
  running: tf.Tensor,
): tf.Tensor {
  const shape = shapeOf(x, { samples: x.shape[1] as number, channels: 1 });
  const inputs: NormInputs = {
    x: flattened(x, shape),
    scale,
    offset,
    residual: residual ? flattened(residual, shape) : null,
    statistics: running.reshape([shape.learners, 1, 2, shape.channels]),
  };
  return implementation().forward(inputs, shape, activation).reshape(x.shape);
}

function implementation(): Normalization {
  const [backend, lane] = [gpu(), wasm()];
  if (lane) return wasmNormalization(lane);
  return backend ? fusedNormalization(backend) : referenceNormalization;
}

/** [L, N, ..., C] as [L, N, P, C] */
function flattened(x: tf.Tensor, { learners, samples, pixels, channels }: NormShape): tf.Tensor4D {
  return x.reshape([learners, samples, pixels, channels]);
}

function shapeOf(x: tf.Tensor, sets: Sets): NormShape {
  const [learners = 1, samples = 1] = x.shape;
  const channels = x.shape[x.rank - 1] as number;
  if (samples % sets.samples > 0 || channels % sets.channels > 0)
    throw new Error(
      `normalizeSets: sets of ${sets.samples} samples and ${sets.channels} channels do not divide ${samples} samples ` +
        `and ${channels} channels.`,
    );
  const pixels = x.size / (learners * samples * channels);
  return { learners, samples, pixels, channels, sets, rows: samples / sets.samples };
}
