import type { DataType, TensorInfo } from "@tensorflow/tfjs";
import type { BackendInternals } from "./internals";

/**
 * Tensors that stay where they are: buffers that programs write in place, and tensors that are parts of such a buffer, so
 * that all parameters are one vector and every layer still sees its own.
 */

/** Alignment of a buffer's part that every device accepts, in bytes. */
const PART_ALIGNMENT = 256;
/** Numbers that `upload` sends at a time: 8 MiB. */
const UPLOAD_PIECE = 2 ** 21;

/** A tensor that is a part of another one's buffer, or the whole of its own; in bytes. */
export interface Part {
  offset: number;
  size: number;
  /** Whose buffer it is. */
  owner: object;
}

/** Elements from one part to the next, so that a part of `size` elements may be followed by another. */
export function partStride(size: number): number {
  const elements = PART_ALIGNMENT / 4;
  return Math.ceil(size / elements) * elements;
}

/** The tensors of a backend that lie in buffers written in place, and which part of which buffer each is. */
export class TensorsInPlace {
  private readonly backend: BackendInternals;
  private readonly parts = new WeakMap<object, Part>();
  private readonly gradientPlaces = new WeakMap<object, { flat: TensorInfo; offset: number }>();

  constructor(backend: BackendInternals) {
    this.backend = backend;
  }

  /** Undefined for a tensor that is not written in place. */
  partOf(dataId: object): Part | undefined {
    return this.parts.get(dataId);
  }

  /**
   * A tensor of zeros that programs write in place and that uniforms may read.
   * @param size in elements
   */
  allocate(size: number, dtype: DataType): TensorInfo {
    const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.UNIFORM | GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST;
    const info = this.backend.makeTensorInfo([size], dtype);
    const buffer = this.backend.device.createBuffer({ size: wholeBlocks(4 * size), usage });
    this.lend(info, buffer, { offset: 0, size: 4 * size, owner: info.dataId });
    return info;
  }

  /** A part of `flat` as a tensor: same buffer, no copy. It must not outlive `flat`. `offset` in elements. */
  part(flat: TensorInfo, offset: number, shape: number[]): TensorInfo {
    const info = this.backend.makeTensorInfo(shape, flat.dtype);
    const size = 4 * shape.reduce((product, n) => product * n, 1);
    this.lend(info, this.bufferOf(flat), { offset: 4 * offset, size, owner: flat.dataId });
    return info;
  }

  /** Says where in `flat` the gradient of a parameter belongs. */
  placeGradient(parameter: TensorInfo, flat: TensorInfo, offset: number): void {
    this.gradientPlaces.set(parameter.dataId, { flat, offset });
  }

  gradientPlace(parameter: TensorInfo): TensorInfo | null {
    const place = this.gradientPlaces.get(parameter.dataId);
    return place ? this.part(place.flat, place.offset, parameter.shape) : null;
  }

  /** Overwrites a tensor; what was submitted before still sees the old values. */
  write(tensor: TensorInfo, values: Float32Array | Int32Array | Uint32Array | Uint8Array): void {
    const { backend } = this;
    backend.uploadToGPU(tensor.dataId);
    backend.tensorMap.get(tensor.dataId).values = null;
    const offset = this.partOf(tensor.dataId)?.offset ?? 0;
    backend.queue.writeBuffer(this.bufferOf(tensor), offset, values.buffer, values.byteOffset, values.byteLength);
  }

  /**
   * Sends numbers to the GPU piece by piece. Sent at once, as other tensors are, the browser's GPU process would hold them twice
   * meanwhile: 154 MB more for CIFAR's images.
   */
  upload(values: Float32Array | Int32Array): TensorInfo {
    const { backend } = this;
    const info = backend.makeTensorInfo([values.length], values instanceof Int32Array ? "int32" : "float32");
    backend.uploadToGPU(info.dataId);
    const buffer = this.bufferOf(info);
    for (let at = 0; at < values.length; at += UPLOAD_PIECE) {
      const piece = values.subarray(at, at + UPLOAD_PIECE);
      backend.queue.writeBuffer(buffer, 4 * at, piece.buffer, piece.byteOffset, piece.byteLength);
    }
    return info;
  }

  /** What a program binds for a part; null for other tensors. */
  bindingOf(tensor: TensorInfo): GPUBufferBinding | null {
    const part = this.parts.get(tensor.dataId);
    if (!part) return null;
    const buffer = this.bufferOf(tensor);
    return { buffer, offset: part.offset, size: Math.min(buffer.size - part.offset, wholeBlocks(part.size)) };
  }

  bufferOf({ dataId }: { dataId: object }): GPUBuffer {
    return this.backend.tensorMap.get(dataId).resource as GPUBuffer;
  }

  /** The buffer is not one of the backend's pool: it is not given back with the tensor. */
  private lend({ dataId }: TensorInfo, buffer: GPUBuffer, part: Part): void {
    const data = this.backend.tensorMap.get(dataId);
    data.resource = buffer;
    data.external = true;
    this.parts.set(dataId, part);
  }
}

/** Uniforms are read in blocks of 16 bytes. */
function wholeBlocks(bytes: number): number {
  return Math.ceil(bytes / 16) * 16;
}
