import { afterEach, beforeEach, vi } from "vitest";
import { parseConfig } from "../../../src/config/parse";
import type { ExperimentConfig } from "../../../src/config/schema";
import { verbatim } from "../../../src/i18n/errors";
import type { Said } from "../../../src/i18n/message";
import type { StateDict } from "../../../src/training/stateDict/types";
import { texts } from "../../../src/worker/errors";
import type { StartPoint, TrainingEvent } from "../../../src/worker/protocol";
import { type Loss, WorkerLost } from "../../../src/worker/supervisor/losses";
import { Supervisor } from "../../../src/worker/supervisor/supervisor";
import { FakeService } from "../../session/fakeService";

const parsed = parseConfig({});
if (!parsed.ok) throw new Error("The defaults are no experiment.");
export const CONFIG: ExperimentConfig = parsed.config;

export const GONE: Loss = { of: "worker", said: texts.ended, silence: 0 };
export const LOST: Loss = { of: "device", said: verbatim("lost"), silence: 0 };

/** Workers one after the other, all of which a test has in its hand; what they are asked is noted in one list. */
class FakeWorkers extends FakeService {
  points: (StartPoint | undefined)[] = [];
  avoided: (readonly string[])[] = [];
  /** Whether the next start finds no backend. */
  lacksBackend = false;
  /** Calls that have no answer yet. */
  private readonly pending = new Set<{ resolve: () => void; reject: (error: Error) => void }>();
  /** What a worker does not answer. */
  mute: string[] = [];

  override async start(...given: Parameters<FakeService["start"]>) {
    this.points.push((given as unknown[])[3] as StartPoint);
    if (!this.lacksBackend) return super.start(...given);
    this.lacksBackend = false;
    this.calls.push("start");
    return { ok: false as const, said: verbatim("no adapter"), lacksBackend: true };
  }

  async avoidBackends(avoided: readonly string[]): Promise<void> {
    this.avoided.push(avoided);
  }

  override resume = () => this.answered("resume", () => super.resume());
  override pause = () => this.answered("pause", () => super.pause());
  override step = (n: number) => this.answered(`step ${n}`, async () => void this.calls.push(`step ${n}`));
  override runLab = (...given: Parameters<FakeService["runLab"]>) =>
    this.answered("runLab", () => super.runLab(...given));

  /** The worker is gone. */
  lose(): void {
    for (const { reject } of this.pending) reject(new WorkerLost(texts.ended));
    this.pending.clear();
  }

  /** The worker answers what it has not. */
  answer(): void {
    for (const { resolve } of this.pending) resolve();
    this.pending.clear();
  }

  private answered(name: string, work: () => Promise<void>): Promise<void> {
    return new Promise((resolve, reject) => {
      const isMute = this.mute.includes(name);
      if (isMute) this.pending.add({ resolve, reject });
      if (isMute && name !== "runLab") this.calls.push(name);
      else void work().then(() => !isMute && resolve());
    });
  }
}

export const stateAt = (step: number): StateDict => ({
  step,
  tensors: new Map([["a", { dtype: "F32", shape: [1], values: Float32Array.of(step) }]]),
});

/** A supervisor with a run at step 0 and what both have told; another one for every test of the file. */
export function supervisorUnderTest() {
  const page = {
    workers: new FakeWorkers(),
    supervisor: null as unknown as Supervisor,
    news: [] as Said[],
    events: [] as TrainingEvent[],
    now: 0,

    async lose(loss = GONE): Promise<void> {
      page.supervisor.lost(loss);
      page.workers.lose();
      await page.rest();
    },

    /** As far as a run has come, and how it was then. */
    trainTo(step: number): void {
      const timing = { stepsPerSecond: 1, jsMs: 0, gpuMs: null, waitMs: 0, totalMs: 0 };
      page.workers.tell({ type: "timing", step, timing });
      page.workers.state = stateAt(step);
    },

    types: () => page.events.map(({ type }) => type),
    /** Lets all that can happen now happen. */
    rest: () => vi.advanceTimersByTimeAsync(0),
  };
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    page.workers = new FakeWorkers();
    page.news = [];
    page.events = [];
    page.now = 0;
    page.supervisor = new Supervisor({
      service: page.workers,
      recovered: (said) => page.news.push(said),
      now: () => page.now,
    });
    await page.supervisor.start(CONFIG, null, (event) => page.events.push(event));
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  return page;
}
