import { gpu } from "./webgpu/gpu";
import type { Recording } from "./webgpu/recording";
import { playgroundBackend } from "./webgpu/register";

/** Recordings that may differ from the one before until the work is given up as not repeatable. */
const MOST_ATTEMPTS = 4;

/**
 * Work that is done again and again on tensors that stay: a training step, a micro-batch of the gradient probe. On the
 * WebGPU backend two runs are recorded; when they agree in every dispatch and every constant, the later ones are
 * replayed without the JavaScript that led there. What changes between runs has to reach the work through tensors (see
 * StepBlock). Work that cannot be replayed is noticed, and simply runs.
 */
export class Replayable {
  private readonly work: () => void;
  private readonly captured: boolean;
  private recording: Recording | null = null;
  private isConfirmed = false;
  private attempts = 0;
  /** Why the work is not replayed, if so. */
  refusal: string | null = null;

  /** @param captured false to run the work plainly every time */
  constructor(work: () => void, captured: boolean) {
    this.work = work;
    this.captured = captured;
  }

  /** Dispatches of one run; null before it was recorded. */
  get dispatches(): number | null {
    return this.recording?.dispatches ?? null;
  }

  /** Milliseconds that the GPU took for one replay of late; null where nothing is replayed, or the device does not say. */
  get gpuMs(): number | null {
    return this.recording?.milliseconds ?? null;
  }

  /** Compiles the programs of the work, without doing it; resolves when they are there. Nothing where there are none. */
  async compileAhead(): Promise<void> {
    if (gpu()) await playgroundBackend()?.compileAhead(this.work);
  }

  run(): void {
    const backend = playgroundBackend();
    if (!backend || !gpu() || !this.captured || this.refusal !== null) this.work();
    else if (this.recording && this.isConfirmed && this.recording.isValid(backend)) backend.replay(this.recording);
    else this.commit(backend.record(this.work));
  }

  /** The work has other constants from now on. */
  recordAnew(): void {
    this.dispose();
    this.isConfirmed = false;
    this.attempts = 0;
  }

  dispose(): void {
    this.recording?.pool.abandon();
    this.recording = null;
  }

  /** Keeps the recording that was confirmed by an equal one, or the latest. */
  private commit(latest: Recording): void {
    this.isConfirmed = latest.refusal === null && this.recording?.equals(latest) === true;
    if (this.isConfirmed) {
      this.attempts = 0;
      latest.pool.abandon();
      return;
    }
    this.dispose();
    this.recording = latest;
    this.refusal = latest.refusal ?? (++this.attempts > MOST_ATTEMPTS ? "no two runs were alike" : null);
    if (this.refusal !== null) this.dispose();
  }
}
