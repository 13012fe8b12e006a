import * as tf from "@tensorflow/tfjs";
import type { LaneTotalType } from "../wgsl/laneTotal";

/**
 * The door to the GPU. A kernel describes a program, names the tensors that it reads and writes, and sends it through
 * `dispatch`; what happens there (compilation, recording, replay) is the engine's affair.
 */

/** One compute program over tensors. Its shape is part of its text, so every shape has a pipeline of its own. */
export interface Program {
  /** Names the pipeline in error messages and GPU captures. */
  name: string;
  /** Tensors by the name of their array in `wgsl`. A tensor that is written may be read as well. */
  reads: Record<string, tf.TensorInfo>;
  writes: Record<string, tf.TensorInfo>;
  /** Uniform blocks by name; `wgsl` declares the structure `type`. */
  uniforms?: Record<string, { tensor: tf.TensorInfo; type: string }>;
  /** Element types that differ from the tensor's own, for example `vec4f`. */
  elements?: Record<string, string>;
  /** Integers that become `const NAME: u32`. */
  constants?: Record<string, number>;
  /**
   * What is started: `invocations` of `fn run(i: u32)`, or `workgroups` of `lanes` invocations each of
   * `fn run(group: u32, lane: u32)`, which may share workgroup memory and barriers.
   */
  grid: { invocations: number } | { workgroups: number; lanes: number };
  /** Of which type `wgsl` calls `lane_total(lane, share)`, the sum over a workgroup's lanes, LANES by a constant, at most once. */
  laneTotal?: LaneTotalType;
  /** WGSL with the function `run`. */
  wgsl: string;
}

/** What kernels need of a backend; the engine's WebGPU backend has it. */
export interface GpuBackend {
  /** False when the self-check failed or the user asked for the references. */
  readonly fused: boolean;
  /** Invocations of a program that fill the device. */
  readonly wantedInvocations: number;
  dispatch(program: Program): void;
  /** Where the gradient of a parameter belongs, as a tensor of its own; null where it has no such place. */
  gradientPlace(parameter: tf.TensorInfo): tf.TensorInfo | null;
  /** A tensor [n] of many numbers, which are on the GPU from then on. */
  upload(values: Float32Array | Int32Array): tf.TensorInfo;
  makeTensorInfo(shape: number[], dtype: tf.DataType): tf.TensorInfo;
}

/** The current backend where kernels may use their WGSL; null where they have to take their reference. */
export function gpu(): GpuBackend | null {
  const backend = tf.backend() as unknown as Partial<GpuBackend>;
  return backend.fused === true ? (backend as GpuBackend) : null;
}

/** A tensor for a program to write; its content is undefined until then. */
export function output<R extends tf.Rank>(
  backend: GpuBackend,
  shape: number[],
  dtype: tf.DataType = "float32",
): tf.Tensor<R> {
  return tf.engine().makeTensorFromTensorInfo(backend.makeTensorInfo(shape, dtype)) as tf.Tensor<R>;
}

/** A tensor for the gradient of a parameter, in the place from which the optimizer takes it. */
export function gradientOutput<R extends tf.Rank>(backend: GpuBackend, parameter: tf.Tensor<R>): tf.Tensor<R> {
  const place = backend.gradientPlace(parameter);
  if (!place) return output(backend, parameter.shape);
  return tf.engine().makeTensorFromTensorInfo(place) as tf.Tensor<R>;
}
