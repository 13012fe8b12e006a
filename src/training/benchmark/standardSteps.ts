import { presetConfig } from "../../config/presets";
import type { ExperimentInput } from "../../config/schema";
import type { Dataset } from "../../data/types";
import { hash, PURPOSE } from "../../engine/random";
import { verbatim } from "../../i18n/errors";
import { type EncoderOptions, planEncoder } from "../../models";
import type { Layer } from "../../models/layers";

/** The steps that the benchmark times, as data: samples of seeded noise, an encoder, a config. Other libraries are given the same list of layers. */

export type StepId = "mlp" | "cnn" | "resnet" | "points";

export interface StandardStep {
  /** Of a sample: [H, W, C], or [D]. */
  shape: number[];
  layers: readonly Layer[];
  /** What sets it apart from the defaults: nothing is measured beside the step. */
  config: ExperimentInput & { batchSize: number };
}

const SAMPLES = 256;
const CLASSES = 10;
const UNMEASURED = { gradientProbe: { every: 0 }, evaluation: { every: 0 } } satisfies ExperimentInput;

/** Of images: temperature 0.1, Adam 1e-3. */
function ofImages(batchSize: number): StandardStep["config"] {
  return {
    ...UNMEASURED,
    dataset: { id: "glyphs", samples: SAMPLES },
    batchSize,
    temperature: 0.1,
    optimizer: { id: "adam", learningRate: 1e-3 },
    augmentation: { strength: 0.5 },
  };
}

/**
 * `mlp`: 784-256-128-64. `cnn`: 3x3 convolutions of stride 2 with 32, 64, 128 channels, mean pool, dense 128, dense 64. `resnet`: 8
 * layers, 16 channels at first. `points`: the preset of that name.
 */
const STEPS: Record<StepId, () => StandardStep> = {
  mlp: () => ({ shape: [28, 28, 1], layers: perceptron([256, 128, 64]), config: ofImages(32) }),
  cnn: () => withEncoder({ id: "convnet", width: 32, depth: 3, projection: 64, norm: "none" }, 16),
  resnet: () => withEncoder({ id: "resnet", width: 16, depth: 8, projection: 32, norm: "group" }, 32),
  points: () => {
    const { seeds: _seeds, arms: _arms, captured: _captured, kernels: _kernels, ...config } = presetConfig("points");
    return { shape: [2], layers: planEncoder(config.encoder, [2]).layers, config: { ...config, ...UNMEASURED } };
  },
};

export function standardStep(id: StepId): StandardStep {
  return STEPS[id]();
}

/** Images in color. */
function withEncoder(encoder: EncoderOptions, batchSize: number): StandardStep {
  const shape = [32, 32, 3];
  return { shape, layers: planEncoder(encoder, shape).layers, config: ofImages(batchSize) };
}

/** Dense layers with ReLU between them; the last hidden layer is the features. */
function perceptron(sizes: number[]): Layer[] {
  const dense = sizes.map((outputs, layer): Layer[] => [
    { kind: "dense", name: `dense${layer}`, outputs, bias: true },
    { kind: "relu" },
  ]);
  const last = (dense.pop() as Layer[]).slice(0, 1);
  return [{ kind: "flatten" }, ...dense.flat(), { kind: "projection", layers: last }];
}

/** Samples of seeded noise with labels: bytes for images, numbers from -1 to 1 for points. */
export function noiseOf(shape: readonly number[]): Dataset {
  const size = SAMPLES * shape.reduce((product, side) => product * side, 1);
  const bytes = Uint8Array.from(
    { length: size },
    (_, i) => hash({ seed: 0, step: 0, sample: i, purpose: PURPOSE.dataset }) & 255,
  );
  const values = shape.length === 3 ? bytes : Float32Array.from(bytes, (byte) => byte / 127.5 - 1);
  const labels = Uint8Array.from({ length: SAMPLES }, (_, i) => i % CLASSES);
  const split = { count: SAMPLES, values, labels };
  const classNames = Array.from({ length: CLASSES }, (_, i) => String(i));
  return { id: "noise", title: verbatim("Noise"), shape: [...shape], classNames, train: split, test: split };
}
