import type { Layer as ModelLayer } from "../../src/models/layers";
import { type StepId, standardStep } from "../../src/training/benchmark/standardSteps";

/** The standard steps for peers: one learner's parameters and its data, the same numbers for every peer. */

/** A 3 x 3 convolution of stride 2 and padding 1 ([3, 3, C, O]), or a dense layer ([I, O]); ReLU after all but the last. */
export interface Layer {
  kind: "convolution" | "dense";
  shape: number[];
}

export interface PeerStep {
  /** Shape of one view: [D] or [H, W, C]. */
  view: number[];
  /** A mean over the pixels stands between the last convolution and the first dense layer. */
  layers: Layer[];
  temperature: number;
}

/** Peers have Adam, whatever the step has. */
export const LEARNING_RATE = 1e-3;
export const ADAM = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };

/** @throws where the step has layers that peers were not written for */
export function peerStep(id: StepId): PeerStep {
  const { shape, layers, config } = standardStep(id);
  const view = layers[0]?.kind === "flatten" ? [elements(shape)] : shape;
  const weighted = layers.flatMap((layer) => (layer.kind === "projection" ? layer.layers : [layer]));
  let channels = view[view.length - 1] ?? 1;
  const shapes = weighted.flatMap((layer) => {
    const [found] = layerOf(layer, channels);
    channels = found?.shape[found.shape.length - 1] ?? channels;
    return found ? [found] : [];
  });
  return { view, layers: shapes, temperature: config.temperature ?? 0.1 };
}

function layerOf(layer: ModelLayer, channels: number): Layer[] {
  if (layer.kind === "dense") return [{ kind: "dense", shape: [channels, layer.outputs] }];
  if (layer.kind === "conv" && layer.kernel === 3 && layer.stride === 2)
    return [{ kind: "convolution", shape: [3, 3, channels, layer.outputs] }];
  if (layer.kind === "relu" || layer.kind === "flatten" || layer.kind === "globalAveragePool") return [];
  throw new Error(`the peer was not written with layers of kind ${layer.kind}`);
}

/** Views of one batch, first views in front: [2B, ...view]. Two views of a sample differ by a little noise. */
export function viewValues(view: readonly number[], batchSize: number): Float32Array<ArrayBuffer> {
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

function elements(shape: readonly number[]): number {
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
