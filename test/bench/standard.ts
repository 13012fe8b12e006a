/** The two standard steps: one learner's parameters and its data, the same numbers for every peer. */

export type EncoderId = "mlp" | "cnn";

/** A 3 x 3 convolution of stride 2 and padding 1 ([3, 3, C, O]), or a dense layer ([I, O]); ReLU after all but the last. */
export interface Layer {
  kind: "convolution" | "dense";
  shape: number[];
}

export interface StandardStep {
  /** Shape of one view: [D] or [H, W, C]. */
  view: number[];
  /** Samples of a batch; it has twice as many views. */
  batchSize: number;
  /** A mean over the pixels stands between the last convolution and the first dense layer. */
  layers: Layer[];
}

export const TEMPERATURE = 0.1;
export const LEARNING_RATE = 1e-3;
export const ADAM = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };

const dense = (...shape: [number, number]): Layer => ({ kind: "dense", shape });
const convolution = (...channels: [number, number]): Layer => ({ kind: "convolution", shape: [3, 3, ...channels] });

export const STANDARD: Record<EncoderId, StandardStep> = {
  mlp: { view: [784], batchSize: 32, layers: [dense(784, 256), dense(256, 128), dense(128, 64)] },
  cnn: {
    view: [32, 32, 3],
    batchSize: 16,
    layers: [convolution(3, 32), convolution(32, 64), convolution(64, 128), dense(128, 128), dense(128, 64)],
  },
};

/** Views of one batch, first views in front: [2B, ...view]. Two views of a sample differ by a little noise. */
export function viewValues({ view }: StandardStep, batchSize: number): Float32Array<ArrayBuffer> {
  const size = batchSize * elements(view);
  const random = uniformNumbers(1);
  const samples = Float32Array.from({ length: size }, () => 2 * random() - 1);
  const noisy = () => samples.map((value) => value + 0.4 * (random() - 0.5));
  const values = new Float32Array(2 * size);
  values.set(noisy(), 0);
  values.set(noisy(), size);
  return values;
}

/** Initial weights of a layer, normal enough (uniform) with variance 2 / fan-in. */
export function weightValues({ shape }: Layer, seed: number): Float32Array<ArrayBuffer> {
  const random = uniformNumbers(seed);
  const bound = Math.sqrt((3 * 2) / elements(shape.slice(0, -1)));
  return Float32Array.from({ length: elements(shape) }, () => bound * (2 * random() - 1));
}

function elements(shape: number[]): number {
  return shape.reduce((product, side) => product * side, 1);
}

/** Park and Miller's generator (CACM 31, 1988). */
function uniformNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}
