import * as tf from "@tensorflow/tfjs";
import { device } from "../../engine/currentDevice";
import type { Device } from "../../engine/device";
import { gradientInPlace } from "../../engine/inPlace";
import { partStride } from "../../engine/webgpu/tensorsInPlace";
import type { ParameterSpec } from "../../models/types";
import { type Chunks, chunkRows, type FlatLayout, ROLE } from "../parts/flat";

/** Numbers in a chunk: enough for a workgroup, few enough that small cohorts still fill a GPU. */
const CHUNK = 1024;

/**
 * A cohort's parameters in one stretch of the device's memory, and their gradients in another of the same layout. The encoder sees
 * each parameter as a tensor of its own (a part of the buffer); optimizer and probe go over all of them at once.
 */
export class FlatParameters {
  readonly layout: FlatLayout;
  /** One per spec, [L, ...shape]. */
  readonly tensors: tf.Tensor[];
  readonly values: tf.TensorInfo;
  readonly gradients: tf.TensorInfo;
  /** Pieces of parameters, for work that needs nothing of the rest. */
  readonly chunks: Chunks;
  private readonly backend: Device;

  /** @param initial values of each parameter, [L, ...shape] */
  constructor(specs: ParameterSpec[], learners: number, initial: Float32Array[]) {
    const backend = device();
    if (!backend) throw new Error("Flat parameters need a device with kernels.");
    this.backend = backend;
    this.layout = layoutOf(specs, learners);
    this.values = backend.allocate(this.layout.length);
    this.gradients = backend.allocate(this.layout.length);
    this.tensors = specs.map(({ shape }, index) => this.place(index, [learners, ...shape], initial[index]));
    this.chunks = this.makeChunks(CHUNK);
  }

  /** A flat tensor of zeros for `copies` numbers per parameter, such as an optimizer's state; kernels write it in place. */
  allocateLike(copies = 1): tf.TensorInfo {
    return this.backend.allocate(copies * this.layout.length);
  }

  /**
   * The parameters in another flat tensor of the same layout, such as an average of them; without gradients.
   * @param copy which of several such layouts, one after the other
   */
  partsOf(flat: tf.TensorInfo, copy = 0): tf.Tensor[] {
    return this.tensors.map(({ shape }, index) => {
      const offset = copy * this.layout.length + (this.layout.parts[index]?.offset ?? 0);
      const part = this.backend.part(flat, offset, shape);
      return tf.keep(tf.engine().makeTensorFromTensorInfo(part));
    });
  }

  /** A table of chunks of at most `most` numbers, or of whole parameters. The caller frees its tensor. */
  makeChunks(most?: number): Chunks {
    const rows = chunkRows(this.layout, most);
    const tensor = this.backend.allocate(4 * rows.length, "int32");
    this.backend.writeInPlace(tensor, Int32Array.from(rows.flat()));
    return { tensor, count: rows.length };
  }

  /** Copies gradients that something else than a kernel worked out to where the optimizer takes them from. */
  collect(gradients: tf.Tensor[]): void {
    for (const [p, gradient] of gradients.entries())
      if (this.backend.ownerOf(gradient.dataId) !== this.gradients.dataId)
        gradientInPlace(gradient, this.tensors[p] as tf.Tensor).dispose();
  }

  /** Gives back a tensor of `allocateLike` or `makeChunks`. */
  free(tensor: tf.TensorInfo): void {
    this.backend.free(tensor);
  }

  dispose(): void {
    tf.dispose(this.tensors);
    for (const tensor of [this.values, this.gradients, this.chunks.tensor]) this.free(tensor);
  }

  private place(index: number, shape: number[], initial: Float32Array | undefined): tf.Tensor {
    const offset = this.layout.parts[index]?.offset ?? 0;
    const part = this.backend.part(this.values, offset, shape);
    if (initial) this.backend.writeInPlace(part, initial);
    this.backend.placeGradient(part, this.gradients, offset);
    return tf.keep(tf.engine().makeTensorFromTensorInfo(part));
  }
}

function layoutOf(specs: ParameterSpec[], learners: number): FlatLayout {
  let length = 0;
  const parts = specs.map(({ shape, isExempt, isOfLoss }) => {
    const role = isOfLoss ? ROLE.ofLoss : isExempt ? ROLE.exempt : ROLE.weights;
    const part = { offset: length, size: tf.util.sizeFromShape(shape), role };
    length += partStride(learners * part.size);
    return part;
  });
  return { learners, parts, length };
}
