import type { BackendValues, DataType, TensorInfo } from "@tensorflow/tfjs";

/**
 * What a backend has on which this project's own kernels run, whatever they are written in (WGSL, WebAssembly): tensors that
 * are written in place, and recordings of whole steps.
 */
export interface Device {
  /** A tensor for a kernel to write; its content is undefined until then. */
  makeTensorInfo(shape: number[], dtype: DataType): TensorInfo;
  /** A tensor of zeros that kernels write in place; `size` in elements. */
  allocate(size: number, dtype?: DataType): TensorInfo;
  /** Gives back a tensor of `allocate`. */
  free(tensor: TensorInfo): void;
  /** A part of `flat` as a tensor: same memory, no copy. It must not outlive `flat`. `offset` in elements. */
  part(flat: TensorInfo, offset: number, shape: number[]): TensorInfo;
  /** Says where in `flat` the gradient of a parameter belongs. */
  placeGradient(parameter: TensorInfo, flat: TensorInfo, offset: number): void;
  /** Where the gradient of a parameter belongs, as a tensor of its own; null where it has no such place. */
  gradientPlace(parameter: TensorInfo): TensorInfo | null;
  /** The tensor whose memory holds a tensor: itself, unless it is a part. */
  ownerOf(dataId: object): object;
  /** Overwrites a tensor, after all work that was queued before. */
  writeInPlace(tensor: TensorInfo, values: Float32Array | Int32Array | Uint32Array | Uint8Array): void;
  /** Copies a tensor into another one of the same size, which is written in place. */
  copyInto(target: TensorInfo, values: TensorInfo): void;
  /** Fills `copy` with the first `period` elements of `source`, again and again. */
  repeatHead(source: TensorInfo, copy: TensorInfo, period: number): void;
  /** Copies values into row `slot` of the block, modulo the number of rows, of a ring [rows, ...]. */
  writeRingRow(row: { ring: TensorInfo; values: TensorInfo; block: TensorInfo }, size: RingSize): void;
  /** Stretches of a flat tensor of `allocate`, one after the other, after all work that was queued before. */
  readStretches(tensor: TensorInfo, stretches: readonly Stretch[]): Promise<BackendValues>;
  /** Runs `work` and notes all that it does on the device. */
  record(work: () => void): StepRecording;
  /** Does a recording's work again. */
  replay(recording: StepRecording): void;
  /** False once a tensor from outside is gone or lies elsewhere. */
  isValid(recording: StepRecording): boolean;
}

/** Some numbers of a flat tensor, in elements. */
export interface Stretch {
  offset: number;
  size: number;
}

/** A ring's rows, and the learners that the block is laid out for. */
export interface RingSize {
  rows: number;
  learners: number;
}

/** What one run of some work did on a device. */
export interface StepRecording {
  /** Why this cannot be replayed, if so. */
  readonly refusal: string | null;
  /** Kernels that it runs. */
  readonly dispatches: number;
  /** What the GPU took for one replay of late; null before it was measured, and where it cannot be. */
  readonly milliseconds: number | null;
  /** True when both do the same, with the same constants, to the same tensors from outside. */
  equals(other: StepRecording): boolean;
  /** Gives back the memory that was kept for it. */
  abandon(): void;
}
