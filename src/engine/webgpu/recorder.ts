import { BufferPools } from "./bufferPools";
import { GpuTimer } from "./gpuTimer";
import type { BackendInternals } from "./internals";
import { Recording } from "./recording";

/** Notes all that some work sends to the GPU, and sends it again (see Replayable). */
export class Recorder {
  /** The recording under way. */
  current: Recording | null = null;
  /** Times replays; null where the device has no timestamps. */
  readonly timer: GpuTimer | null;
  private readonly backend: BackendInternals;
  private readonly pools: BufferPools;

  /** Puts pools of its own in the place of the backend's. */
  constructor(backend: BackendInternals) {
    this.backend = backend;
    this.pools = new BufferPools(backend.bufferManager);
    backend.bufferManager = this.pools;
    this.timer = GpuTimer.create(backend.device);
  }

  /** Runs `work` and notes what it sends; `flush` hands queued work to the GPU. */
  record(work: () => void, flush: () => void): Recording {
    flush();
    const recording = new Recording(this.backend.device, this.backend.nextDataId());
    this.current = recording;
    this.pools.use(recording.pool);
    try {
      work();
      flush();
      return recording;
    } catch (error) {
      flush();
      recording.pool.abandon();
      throw error;
    } finally {
      this.current = null;
      this.pools.use(null);
    }
  }

  /** Sends a recording again. */
  replay(recording: Recording): void {
    const { device, queue } = this.backend;
    const encoder = device.createCommandEncoder();
    const timestampWrites = this.timer?.begin();
    const pass = encoder.beginComputePass(timestampWrites && { timestampWrites });
    recording.encode(pass);
    pass.end();
    if (timestampWrites) this.timer?.resolve(encoder);
    queue.submit([encoder.finish()]);
    if (timestampWrites) this.readTimer(recording);
  }

  /** A recording of something that is read back cannot be replayed. */
  refuseReading(): void {
    if (this.current) this.current.refusal = "it reads a tensor back";
  }

  /** A tensor's values go to the GPU by `send`; those that the recording makes are constants of it. */
  noteUpload(dataId: object, send: () => void): void {
    const { resource, values } = this.backend.tensorMap.get(dataId);
    if (!this.current || resource != null) send();
    else if ((dataId as { id: number }).id < this.current.firstId) this.outside(this.current, send);
    else {
      if (values) this.current.noteConstants(values as Float32Array);
      send();
    }
  }

  /** For a tensor from before, used for the first time: it outlives the recording. */
  private outside(recording: Recording, send: () => void): void {
    this.pools.use(null);
    send();
    this.pools.use(recording.pool);
  }

  private readTimer(recording: Recording): void {
    void this.timer?.read().then((milliseconds) => {
      recording.milliseconds = milliseconds;
    });
  }
}
