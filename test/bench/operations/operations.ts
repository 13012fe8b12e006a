import * as tf from "@tensorflow/tfjs";
import { parseConfig } from "../../../src/config/parse";
import { gradientInPlace } from "../../../src/engine/inPlace";
import { StepBlock } from "../../../src/engine/stepBlock";
import { convolve } from "../../../src/ops/conv";
import { dense } from "../../../src/ops/dense";
import { encoderOfLayers } from "../../../src/ops/encoder";
import { contrastiveHead } from "../../../src/ops/head";
import { normalizeSets } from "../../../src/ops/norm";
import { initialize } from "../../../src/ops/parameters/parameters";
import { createOptimizer } from "../../../src/optim";
import { noiseOf, standardStep } from "../../../src/training/benchmark/standardSteps";
import { headArm } from "../../../src/training/loss/headArm";
import { ViewSource } from "../../../src/training/viewSource";
import type { Opened, Work } from "./opened";

/** The operations of a step, each alone, of one learner, at the sizes that the standard steps have. */

export interface Operation extends Work {
  open(): Opened;
}

const VIEWS = 64;

type Layer = (...tensors: tf.Tensor[]) => tf.Tensor;

/** A layer's forward pass, and with it the gradients in its first `gradients` inputs. */
function layer(
  title: string,
  inputs: number[][],
  apply: Layer,
  gradients: number,
  work: Omit<Work, "title">,
): Operation {
  return {
    title,
    ...work,
    open() {
      const tensors = inputs.map((shape, i) => tf.randomUniform(shape, -0.5, 0.5, "float32", i + 1));
      const dy = tf.tidy(() => tf.onesLike(apply(...tensors)));
      const rest = tensors.slice(gradients);
      const differentiate = tf.grads((...changed: tf.Tensor[]) => apply(...changed, ...rest));
      const run = () =>
        tf.tidy(() => void (gradients === 0 ? apply(...tensors) : differentiate(tensors.slice(0, gradients), dy)));
      return { run, dispose: () => tf.dispose([...tensors, dy]) };
    },
  };
}

/** Forward pass; with the parameters' gradients; with the input's gradient as well. */
function product(name: string, inputs: number[][], apply: (inputIsData: boolean) => Layer, flops: number) {
  const of = (title: string, gradients: number, passes: number) =>
    layer(`${name}, ${title}`, inputs, apply(gradients < 3), gradients, { flops: passes * flops });
  return [
    of("forward", 0, 1),
    of("forward and parameter gradients", 2, 2),
    of("forward and all gradients", 3, 3),
  ] as const;
}

const [denseForward, denseParameters, denseAll] = product(
  "dense 784 to 256",
  [
    [1, 784, 256],
    [1, 1, 256],
    [1, VIEWS, 784],
  ],
  (inputIsData) => (w, b, x) =>
    dense(x as tf.Tensor3D, w as tf.Tensor3D, b as tf.Tensor3D, { activation: "relu", inputIsData }),
  2 * VIEWS * 784 * 256,
);

function convolution(name: string, side: number, channels: number, outputs: number, stride: 1 | 2) {
  const pixels = (side / stride) ** 2;
  return product(
    name,
    [
      [1, 9 * channels, outputs],
      [1, 1, outputs],
      [1, VIEWS / 2, side, side, channels],
    ],
    (inputIsData) => (w, b, x) =>
      convolve(x as tf.Tensor5D, w as tf.Tensor3D, b as tf.Tensor3D, {
        kernel: 3,
        stride,
        activation: "relu",
        inputIsData,
      }),
    VIEWS * pixels * 9 * channels * outputs,
  );
}

const [convForward, convParameters, convAll] = convolution("conv 16 x 16 x 32 to 64, stride 2", 16, 32, 64, 2);
const [plainForward, plainParameters, plainAll] = convolution("conv 32 x 32 x 16 to 16, stride 1", 32, 16, 16, 1);

const NORM_SHAPE = [1, VIEWS / 2, 32, 32, 16];
const NORM_BYTES = 4 * (VIEWS / 2) * 32 * 32 * 16;
const normalization = (title: string, gradients: number, passes: number) =>
  layer(
    `group norm of 32 x 32 x 16, ${title}`,
    [NORM_SHAPE, [1, 1, 16], [1, 1, 16]],
    (x, scale, offset) =>
      normalizeSets(
        x as tf.Tensor,
        { scale: scale as tf.Tensor3D, offset: offset as tf.Tensor3D, activation: "relu" },
        { samples: 1, channels: 8 },
      ).y,
    gradients,
    { bytes: passes * NORM_BYTES },
  );

const head: Operation = {
  title: "head with its metrics, InfoNCE, 64 views of 64",
  open() {
    const z = tf.randomUniform([1, VIEWS, 64], -0.5, 0.5, "float32", 1) as tf.Tensor3D;
    const temperature = tf.fill([1, 1, 1], 0.1) as tf.Tensor3D;
    const arms = [headArm({ objective: "infoNce" }, 1)];
    const run = () => tf.tidy(() => void contrastiveHead(z, temperature, arms));
    return { run, dispose: () => tf.dispose([z, temperature]) };
  },
};

const optimizer: Operation = {
  title: "Adam, all parameters of the mlp",
  // Read: gradient, parameter, both moments; written: all but the gradient.
  bytes: 7 * 4 * (784 * 256 + 256 + 256 * 128 + 128 + 128 * 64 + 64),
  open() {
    const { shape, layers } = standardStep("mlp");
    const parameters = initialize(encoderOfLayers(layers, shape), [1], 1);
    const gradients = parameters.tensors.map((parameter) => gradientInPlace(tf.zerosLike(parameter), parameter));
    const { optimizer } = configOf("mlp");
    const adam = createOptimizer(optimizer, parameters);
    const block = new StepBlock(1);
    block.set({
      step: 0,
      slot: 0,
      optimizerSince: 0,
      correction: [10, 1000],
      learningRates: [1e-3],
      temperatures: [0.1],
    });
    return {
      run: () => tf.tidy(() => adam.apply(gradients, block)),
      dispose: () => {
        for (const owned of [adam, block, parameters]) owned.dispose();
        tf.dispose(gradients);
      },
    };
  },
};

function views(step: "mlp" | "cnn"): Operation {
  const { shape } = standardStep(step);
  return {
    title: `views of a batch of the ${step}`,
    open() {
      const source = new ViewSource(noiseOf(shape), configOf(step));
      const block = new StepBlock(1);
      return {
        run: () => tf.tidy(() => void source.draw(block, "training")),
        dispose: () => {
          source.dispose();
          block.dispose();
        },
      };
    },
  };
}

function configOf(step: "mlp" | "cnn") {
  const result = parseConfig({ ...standardStep(step).config, seeds: 1, arms: [{ objective: "infoNce" }] });
  if (!result.ok) throw new Error(`the config of the ${step} does not parse`);
  return result.config;
}

export const OPERATIONS = {
  denseForward,
  denseParameters,
  denseAll,
  convForward,
  convParameters,
  convAll,
  plainForward,
  plainParameters,
  plainAll,
  normForward: normalization("forward", 0, 2),
  normAll: normalization("forward and gradients", 3, 5),
  head,
  optimizer,
  mlpViews: views("mlp"),
  cnnViews: views("cnn"),
} satisfies Record<string, Operation>;
