import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { parseConfig } from "../../../src/config/parse";
import type { ExperimentConfig } from "../../../src/config/schema";
import { verbatim } from "../../../src/i18n/errors";
import type { Said } from "../../../src/i18n/message";
import type { StateDict } from "../../../src/training/stateDict/types";
import { texts } from "../../../src/worker/errors";
import type { LabEvent, StartPoint, TrainingEvent } from "../../../src/worker/protocol";
import { type Loss, WorkerLost } from "../../../src/worker/supervisor/losses";
import { Supervisor } from "../../../src/worker/supervisor/supervisor";
import { ENVIRONMENT, FakeService } from "../../session/fakeService";

const parsed = parseConfig({});
if (!parsed.ok) throw new Error("The defaults are no experiment.");
const CONFIG: ExperimentConfig = parsed.config;

/** Workers one after the other, all of which a test has in its hand; what they are asked is noted in one list. */
class FakeWorkers extends FakeService {
  points: (StartPoint | undefined)[] = [];
  avoided: (readonly string[])[] = [];
  /** Calls that have no answer yet. */
  private readonly pending = new Set<(error: Error) => void>();
  /** What a worker does not answer. */
  mute: string[] = [];

  override async start(...given: Parameters<FakeService["start"]>) {
    this.points.push((given as unknown[])[3] as StartPoint);
    return super.start(...given);
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
    for (const reject of this.pending) reject(new WorkerLost(texts.ended));
    this.pending.clear();
  }

  private answered(name: string, work: () => Promise<void>): Promise<void> {
    return new Promise((resolve, reject) => {
      const isMute = this.mute.includes(name);
      if (isMute) this.pending.add(reject);
      if (isMute && name !== "runLab") this.calls.push(name);
      else void work().then(() => !isMute && resolve());
    });
  }
}

const stateAt = (step: number): StateDict => ({
  step,
  tensors: new Map([["a", { dtype: "F32", shape: [1], values: Float32Array.of(step) }]]),
});

let workers: FakeWorkers;
let supervisor: Supervisor;
let news: Said[];
let events: TrainingEvent[];
let now = 0;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  workers = new FakeWorkers();
  news = [];
  events = [];
  now = 0;
  supervisor = new Supervisor({ service: workers, recovered: (said) => news.push(said), now: () => now });
  await supervisor.start(CONFIG, null, (event) => events.push(event));
});
afterEach(() => {
  vi.useRealTimers();
});

const GONE: Loss = { of: "worker", said: texts.ended, silence: 0 };
const LOST: Loss = { of: "device", said: verbatim("lost"), silence: 0 };

async function lose(loss = GONE): Promise<void> {
  supervisor.lost(loss);
  workers.lose();
  await vi.advanceTimersByTimeAsync(0);
}

/** As far as a run has come, and how it was then. */
function trainTo(step: number): void {
  workers.tell({ type: "timing", step, timing: { stepsPerSecond: 1, jsMs: 0, gpuMs: null, waitMs: 0, totalMs: 0 } });
  workers.state = stateAt(step);
}

const types = () => events.map(({ type }) => type);

describe("a run whose worker is lost", () => {
  it("goes on from a copy of its state that is taken every few seconds", async () => {
    await supervisor.resume();
    trainTo(50);
    await vi.advanceTimersByTimeAsync(5_000);
    trainTo(120);
    await vi.advanceTimersByTimeAsync(9_000);
    trainTo(170);
    events = [];
    await lose();
    expect(workers.points.at(-1)).toEqual({ resumeFrom: stateAt(120) });
    expect(types()).toEqual(["rewound", "ready", "state"]);
    expect(events[0]).toMatchObject({ type: "rewound", step: 120 });
    expect(workers.calls.at(-1)).toBe("resume");
    expect(news).toMatchObject([{ id: texts.wentOn.id, args: { step: 120 } }]);
  });

  it("hands over a copy, so that the next worker can be lost as well", async () => {
    await supervisor.resume();
    trainTo(50);
    await supervisor.stateDict();
    await lose();
    workers.points.at(-1)!.resumeFrom!.tensors.clear();
    await lose();
    expect(workers.points.at(-1)).toEqual({ resumeFrom: stateAt(50) });
  });

  it("begins again where no copy was taken yet", async () => {
    await supervisor.resume();
    trainTo(3);
    await lose();
    expect(workers.points.at(-1)).toEqual({});
    expect(events.filter(({ type }) => type === "rewound")).toMatchObject([{ step: 0 }]);
    expect(workers.calls.at(-1)).toBe("resume");
  });

  it("stays paused where it was, and says nothing before anything was trained", async () => {
    await lose();
    expect([workers.calls, news]).toEqual([["start", "start"], []]);
    await supervisor.resume();
    trainTo(40);
    await supervisor.pause();
    await vi.advanceTimersByTimeAsync(300);
    await lose();
    expect(workers.points.at(-1)).toEqual({ resumeFrom: stateAt(40) });
    expect(workers.calls.at(-1)).toBe("start");
    expect(news).toHaveLength(1);
  });

  it("makes the steps that are left of those that were asked for, and answers who waits for them", async () => {
    trainTo(10);
    workers.mute = ["step 100"];
    let isDone = false;
    const stepping = supervisor.step(100).then(() => {
      isDone = true;
    });
    await vi.advanceTimersByTimeAsync(0);
    workers.tell({ type: "state", state: "running" });
    trainTo(60);
    await supervisor.stateDict();
    await lose();
    await stepping;
    expect([workers.calls.at(-1), isDone]).toEqual(["step 50", true]);
  });

  it("is paused where that was asked for meanwhile", async () => {
    await supervisor.resume();
    trainTo(60);
    workers.mute = ["pause"];
    const pausing = supervisor.pause();
    await vi.advanceTimersByTimeAsync(0);
    workers.mute = [];
    await lose();
    await pausing;
    expect(workers.calls.slice(-2)).toEqual(["start", "pause"]);
    expect(events.at(-1)).toMatchObject({ type: "state", state: "paused" });
  });

  it("keeps the changes that were made of it", async () => {
    await supervisor.resume();
    const change = { step: 20, patch: { temperature: 0.3 } };
    workers.tell({ type: "changed", change });
    workers.tell({ type: "changed", change });
    trainTo(60);
    await lose();
    expect(workers.points.at(-1)).toEqual({ changes: [change] });
  });

  it("is given up after the third time within a minute, and another can be begun", async () => {
    await supervisor.resume();
    for (let i = 0; i < 3; i++) {
      trainTo(50 + i);
      await supervisor.stateDict();
      now += 10_000;
      await lose();
    }
    expect(events.at(-1)).toMatchObject({ type: "failed", said: { id: texts.gaveUp.id } });
    expect(news).toHaveLength(2);
    const { calls } = workers;
    expect(calls.filter((call) => call === "start")).toHaveLength(3);
    expect(await supervisor.start(CONFIG, null, () => undefined)).toMatchObject({ ok: true });
  });

  it("has another backend where its device was lost three times within a minute", async () => {
    await supervisor.resume();
    for (let i = 0; i < 3; i++) {
      trainTo(50 + i);
      await supervisor.stateDict();
      if (i === 2) workers.environmentIs = { ...ENVIRONMENT, backend: "wasm" };
      await lose(LOST);
    }
    expect(workers.avoided).toEqual([[], [], ["webgpu"]]);
    expect(news.at(-1)).toMatchObject({ id: texts.wentElsewhere.id, args: { backend: "wasm", step: 52 } });
    expect(workers.calls.at(-1)).toBe("resume");
  });

  it("has another backend where no device can be had any more", async () => {
    await supervisor.resume();
    trainTo(50);
    workers.failure = "no adapter";
    await lose(LOST);
    expect(workers.avoided).toEqual([[], ["webgpu"]]);
    expect(types().filter((type) => type === "failed")).toEqual([]);
    expect(workers.calls.at(-1)).toBe("resume");
  });

  it("breaks where it cannot be begun again, with the reason", async () => {
    await supervisor.resume();
    workers.failure = "no files";
    await lose();
    expect(events.at(-1)).toMatchObject({ type: "failed", said: { args: { text: "no files" } } });
  });
});

describe("what was asked of a worker that is lost", () => {
  it("is asked of the next one, once", async () => {
    let asked = 0;
    workers.evaluateObjective = () => {
      asked++;
      supervisor.lost(GONE);
      return Promise.reject(new WorkerLost(texts.ended));
    };
    const input = { z1: [], z2: [], temperature: 1 };
    await expect(supervisor.evaluateObjective("infoNce", input)).rejects.toThrow(WorkerLost);
    expect(asked).toBe(2);
  });

  it("and what fails otherwise is said as it is", async () => {
    workers.evaluateObjective = () => Promise.reject(new Error("wrong"));
    await expect(supervisor.evaluateObjective("infoNce", { z1: [], z2: [], temperature: 1 })).rejects.toThrow("wrong");
  });
});

describe("a lab whose worker is lost", () => {
  const request = { id: "precision", config: {}, files: null, resumeFrom: [], backend: "auto" } as const;
  const row = (value: number) => ({ value }) as never;
  let told: LabEvent[];

  beforeEach(() => {
    told = [];
    workers.mute = ["runLab"];
  });

  const run = () => supervisor.runLab({ ...request, resumeFrom: [row(1)] }, (event) => told.push(event));

  it("goes on from the rows that it has, as often as it gets further", async () => {
    void run();
    for (const value of [2, 3]) {
      await vi.advanceTimersByTimeAsync(0);
      workers.tellLab({ type: "rows", rows: [row(value)] });
      now += 40_000;
      await lose();
    }
    await vi.advanceTimersByTimeAsync(0);
    expect(workers.labRequests.map(({ resumeFrom }) => resumeFrom.length)).toEqual([1, 2, 3]);
    expect(news.map(({ id }) => id)).toEqual([texts.labWentOn.id, texts.labWentOn.id]);
  });

  it("does not where it was called off meanwhile", async () => {
    const running = run();
    await vi.advanceTimersByTimeAsync(0);
    supervisor.lost(GONE);
    const canceling = supervisor.cancelLab("precision");
    workers.lose();
    await Promise.all([running, canceling]);
    expect(workers.labRequests).toHaveLength(1);
    expect(told.at(-1)).toEqual({ type: "canceled" });
  });
});
