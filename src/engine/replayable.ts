import { device } from "./currentDevice";
import type { Device, StepRecording } from "./device";
import { gpu } from "./webgpu/gpu";
import { playgroundBackend } from "./webgpu/register";

/** Recordings that may differ from the one before until the work is given up as not repeatable. */
const MOST_ATTEMPTS = 4;

/**
 * Work that is done again and again on tensors that stay: a training step, a micro-batch of the gradient probe. Where this
 * project's kernels run, two runs are recorded; when they agree in every kernel and every constant, the later ones are
 * replayed without the JavaScript that led there. What changes between runs has to reach the work through tensors (see
 * StepBlock). Work that cannot be replayed is noticed, and simply runs.
 */
export class Replayable {
  private readonly work: () => void;
  private readonly captured: boolean;
  private recording: StepRecording | null = null;
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
    const current = device();
    if (!current || !this.captured || this.refusal !== null) this.work();
    else if (this.isReplayable(current)) current.replay(this.recording as StepRecording);
    else this.commit(current.record(this.work));
  }

  /** The work has other constants from now on. */
  recordAnew(): void {
    this.dispose();
    this.isConfirmed = false;
    this.attempts = 0;
  }

  dispose(): void {
    this.recording?.abandon();
    this.recording = null;
  }

  private isReplayable(current: Device): boolean {
    return this.isConfirmed && this.recording !== null && current.isValid(this.recording);
  }

  /** Keeps the recording that was confirmed by an equal one, or the latest. */
  private commit(latest: StepRecording): void {
    this.isConfirmed = latest.refusal === null && this.recording?.equals(latest) === true;
    if (this.isConfirmed) {
      this.attempts = 0;
      latest.abandon();
      return;
    }
    this.dispose();
    this.recording = latest;
    this.refusal = latest.refusal ?? (++this.attempts > MOST_ATTEMPTS ? "no two runs were alike" : null);
    if (this.refusal !== null) this.dispose();
  }
}
