/** Least time between two measurements, in milliseconds. */
const INTERVAL = 250;
const TIMESTAMPS = 2;
const BYTES = 8 * TIMESTAMPS;

/**
 * Times compute passes by timestamp queries, one now and then, without anybody waiting. Where the device does not offer
 * them there is no timer.
 */
export class GpuTimer {
  private readonly queries: GPUQuerySet;
  private readonly resolved: GPUBuffer;
  private readonly staging: GPUBuffer;
  private isReading = false;
  private readAt = Number.NEGATIVE_INFINITY;

  private constructor(device: GPUDevice) {
    this.queries = device.createQuerySet({ type: "timestamp", count: TIMESTAMPS });
    this.resolved = device.createBuffer({ size: BYTES, usage: GPUBufferUsage.QUERY_RESOLVE | GPUBufferUsage.COPY_SRC });
    this.staging = device.createBuffer({ size: BYTES, usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST });
  }

  static create(device: GPUDevice): GpuTimer | null {
    return device.features.has("timestamp-query") ? new GpuTimer(device) : null;
  }

  /** What a pass that is to be timed is begun with; undefined when none is due. */
  begin(): GPUComputePassTimestampWrites | undefined {
    if (this.isReading || performance.now() - this.readAt < INTERVAL) return undefined;
    return { querySet: this.queries, beginningOfPassWriteIndex: 0, endOfPassWriteIndex: 1 };
  }

  /** After the timed pass was encoded. */
  resolve(encoder: GPUCommandEncoder): void {
    encoder.resolveQuerySet(this.queries, 0, TIMESTAMPS, this.resolved, 0);
    encoder.copyBufferToBuffer(this.resolved, 0, this.staging, 0, BYTES);
  }

  /** After it was submitted: milliseconds that the GPU took for the pass; null where it cannot be said. Never rejects. */
  async read(): Promise<number | null> {
    this.isReading = true;
    this.readAt = performance.now();
    try {
      await this.staging.mapAsync(GPUMapMode.READ);
      const [begun = 0n, ended = 0n] = new BigUint64Array(this.staging.getMappedRange());
      this.staging.unmap();
      // Some drivers let the counter wrap or stand still between two queries.
      return ended > begun ? Number(ended - begun) / 1e6 : null;
    } catch {
      // The device is gone, and with it the measurement; the training itself reports that.
      return null;
    } finally {
      this.isReading = false;
    }
  }
}
