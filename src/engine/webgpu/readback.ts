import type { BackendValues, DataType } from "@tensorflow/tfjs";
import type { DeviceWatch } from "./deviceWatch";
import type { BackendInternals } from "./internals";

/**
 * Reading tensors that are written in place: anew each time, since a copy on the CPU would be out of date unnoticed, and only
 * the bytes that are asked for.
 */

/** Bytes of a buffer that is kept for reading: more than the rows of a frame have. */
const KEPT_BYTES = 2 ** 16;
/** Buffers that are kept: one for the metrics, one for what somebody looks at meanwhile. */
const KEPT = 2;

/** Some bytes of a buffer. */
export interface Stretch {
  offset: number;
  size: number;
}

/** Reads buffers of a backend. */
export class Readback {
  private readonly backend: BackendInternals;
  private readonly watch: DeviceWatch;
  /** Kept buffers that nobody uses; null before the first read. */
  private idle: GPUBuffer[] | null = null;

  constructor(backend: BackendInternals, watch: DeviceWatch) {
    this.backend = backend;
    this.watch = watch;
  }

  /**
   * What stands in stretches of a tensor's buffer after all that was queued so far, one after the other.
   * @throws PlaygroundError where the device has failed
   */
  async read(dataId: object, stretches: readonly Stretch[]): Promise<BackendValues> {
    const { resource, dtype } = this.backend.tensorMap.get(dataId);
    const size = stretches.reduce((sum, stretch) => sum + stretch.size, 0);
    const staging = this.take(size);
    this.copy(resource as GPUBuffer, stretches, staging);
    try {
      await this.watch.settle(staging.mapAsync(GPUMapMode.READ, 0, size));
    } catch (error) {
      staging.destroy();
      throw error;
    }
    const bytes = staging.getMappedRange(0, size).slice(0);
    this.giveBack(staging);
    return ofType(bytes, dtype);
  }

  private copy(from: GPUBuffer, stretches: readonly Stretch[], staging: GPUBuffer): void {
    const { backend } = this;
    backend.ensureCommandEncoderReady();
    backend.endComputePassEncoder();
    let at = 0;
    for (const { offset, size } of stretches) {
      backend.commandEncoder?.copyBufferToBuffer(from, offset, staging, at, size);
      at += size;
    }
    backend.submitQueue();
  }

  private take(size: number): GPUBuffer {
    if (size > KEPT_BYTES) return this.create(size);
    this.idle ??= Array.from({ length: KEPT }, () => this.create(KEPT_BYTES));
    return this.idle.pop() ?? this.create(KEPT_BYTES);
  }

  private giveBack(staging: GPUBuffer): void {
    if (staging.size !== KEPT_BYTES || !this.idle || this.idle.length === KEPT) staging.destroy();
    else {
      staging.unmap();
      this.idle.push(staging);
    }
  }

  private create(size: number): GPUBuffer {
    return this.backend.device.createBuffer({ size, usage: GPUBufferUsage.COPY_DST | GPUBufferUsage.MAP_READ });
  }
}

function ofType(bytes: ArrayBuffer, dtype: DataType): BackendValues {
  return dtype === "float32" ? new Float32Array(bytes) : new Int32Array(bytes);
}
