import * as tf from "@tensorflow/tfjs";
import { gpu } from "../kernels/gpu";
import { followed, followInPlace, type Observed } from "../kernels/normalisation/running";
import type { StateSpec } from "../models/types";
import { PlaygroundBackend } from "./webgpu/backend";
import { playgroundBackend } from "./webgpu/register";

/**
 * Running mean and variance of every batch normalisation of a cohort: what an encoder goes by when it is evaluated. Only
 * training steps move them.
 */
export interface RunningStatistics {
  /** One per spec, [L, 2, channels]. */
  readonly tensors: tf.Tensor[];
  /** Takes in what the normalisations saw of a batch, in their order. */
  follow(observed: Observed[]): void;
  dispose(): void;
}

/** Statistics of no batch yet: mean 0 and variance 1. */
export function createRunningStatistics(specs: StateSpec[], learners: number): RunningStatistics {
  const backend = gpu() ? playgroundBackend() : null;
  return backend && specs.length > 0 ? inOneBuffer(backend, specs, learners) : inVariables(specs, learners);
}

/** Written in place by programs, so that a recorded step moves them as well. */
function inOneBuffer(backend: PlaygroundBackend, specs: StateSpec[], learners: number): RunningStatistics {
  const strides = specs.map(({ channels }) => PlaygroundBackend.partStride(learners * 2 * channels));
  const flat = backend.allocate(strides.reduce((sum, stride) => sum + stride, 0));
  let offset = 0;
  const tensors = specs.map(({ channels }, index) => {
    const part = backend.part(flat, offset, [learners, 2, channels]);
    backend.writeInPlace(part, initialValues(channels, learners));
    offset += strides[index] as number;
    return tf.keep(tf.engine().makeTensorFromTensorInfo(part));
  });
  return {
    tensors,
    follow: (observed) => {
      for (const [index, batch] of observed.entries()) followInPlace(backend, tensors[index] as tf.Tensor, batch);
    },
    dispose: () => {
      tf.dispose(tensors);
      backend.free(flat);
    },
  };
}

function inVariables(specs: StateSpec[], learners: number): RunningStatistics {
  const tensors = specs.map(({ channels }) =>
    tf.tidy(() => tf.variable(tf.tensor3d(initialValues(channels, learners), [learners, 2, channels]), false)),
  );
  return {
    tensors,
    follow: (observed) =>
      tf.tidy(() => {
        for (const [index, batch] of observed.entries())
          (tensors[index] as tf.Variable).assign(followed(tensors[index] as tf.Tensor, batch));
      }),
    dispose: () => tf.dispose(tensors),
  };
}

function initialValues(channels: number, learners: number): Float32Array {
  return Float32Array.from({ length: learners * 2 * channels }, (_, i) => Math.floor(i / channels) % 2);
}
