import { startJavaScriptClock } from "../engine/wasm/lane";
import type { StepTiming } from "../record/events";

/** Milliseconds between two reports. */
const INTERVAL = 500;

/** Times steps: the JavaScript that queues them, without kernels that run on its thread, the waiting for the backend, and their pace by the wall clock. */
export class StepClock {
  private steps = 0;
  private jsMs = 0;
  private waitMs = 0;
  private started = performance.now();

  /** Runs `queue`, counting it as one step. */
  time<T>(queue: () => T): T {
    const elapsed = startJavaScriptClock();
    const result = queue();
    this.jsMs += elapsed();
    this.steps++;
    return result;
  }

  /** Waits for `until`, counting the time as waiting. */
  async wait(until: Promise<void>): Promise<void> {
    const before = performance.now();
    await until;
    this.waitMs += performance.now() - before;
  }

  /** Forgets the time that passed, since it was not spent on steps (a pause, a measurement). */
  skip(ms: number): void {
    this.started += ms;
  }

  /** Waits for work that is no part of the steps, and forgets its time. */
  async exclude<T>(work: () => Promise<T>): Promise<T> {
    const before = performance.now();
    const result = await work();
    this.skip(performance.now() - before);
    return result;
  }

  restart(): void {
    this.steps = 0;
    this.jsMs = 0;
    this.waitMs = 0;
    this.started = performance.now();
  }

  /**
   * The averages since the last report, when one is due.
   * @param gpuMs what the GPU took for a step of late, where it was measured
   */
  report(gpuMs: number | null): StepTiming | null {
    const elapsed = performance.now() - this.started;
    if (elapsed < INTERVAL || this.steps === 0) return null;
    const timing = {
      stepsPerSecond: (1000 * this.steps) / elapsed,
      jsMs: this.jsMs / this.steps,
      gpuMs,
      waitMs: this.waitMs / this.steps,
      totalMs: elapsed / this.steps,
    };
    this.restart();
    return timing;
  }
}
