import { beforeEach, describe, expect, it, vi } from "vitest";
import { texts } from "../../../src/worker/errors";
import type { LabEvent } from "../../../src/worker/protocol";
import { WorkerLost } from "../../../src/worker/supervisor/losses";
import { ENVIRONMENT } from "../../session/fakeService";
import { CONFIG, GONE, LOST, stateAt, supervisorUnderTest } from "./supervisorUnderTest";

const page = supervisorUnderTest();

describe("a run whose worker is lost", () => {
  it("goes on from a copy of its state that is taken every few seconds", async () => {
    await page.supervisor.resume();
    page.trainTo(50);
    await vi.advanceTimersByTimeAsync(5_000);
    page.trainTo(120);
    await vi.advanceTimersByTimeAsync(9_000);
    page.trainTo(170);
    page.events = [];
    await page.lose();
    expect(page.workers.points.at(-1)).toEqual({ resumeFrom: stateAt(120) });
    expect(page.types()).toEqual(["rewound", "ready", "state"]);
    expect(page.events[0]).toMatchObject({ type: "rewound", step: 120 });
    expect(page.workers.calls.at(-1)).toBe("resume");
    expect(page.news).toMatchObject([{ id: texts.wentOn.id, args: { step: 120 } }]);
  });

  it("hands over a copy, so that the next worker can be lost as well", async () => {
    await page.supervisor.resume();
    page.trainTo(50);
    await page.supervisor.stateDict();
    await page.lose();
    page.workers.points.at(-1)!.resumeFrom!.tensors.clear();
    await page.lose();
    expect(page.workers.points.at(-1)).toEqual({ resumeFrom: stateAt(50) });
  });

  it("begins again where no copy was taken yet", async () => {
    await page.supervisor.resume();
    page.trainTo(3);
    await page.lose();
    expect(page.workers.points.at(-1)).toEqual({});
    expect(page.events.filter(({ type }) => type === "rewound")).toMatchObject([{ step: 0 }]);
    expect(page.workers.calls.at(-1)).toBe("resume");
  });

  it("stays paused where it was, and says nothing before anything was trained", async () => {
    await page.lose();
    expect([page.workers.calls, page.news]).toEqual([["start", "start"], []]);
    await page.supervisor.resume();
    page.trainTo(40);
    await page.supervisor.pause();
    await vi.advanceTimersByTimeAsync(300);
    await page.lose();
    expect(page.workers.points.at(-1)).toEqual({ resumeFrom: stateAt(40) });
    expect(page.workers.calls.at(-1)).toBe("start");
    expect(page.news).toHaveLength(1);
  });

  it("makes the steps that are left of those that were asked for, and answers who waits for them", async () => {
    page.trainTo(10);
    page.workers.mute = ["step 100"];
    let isDone = false;
    const stepping = page.supervisor.step(100).then(() => {
      isDone = true;
    });
    await vi.advanceTimersByTimeAsync(0);
    page.workers.tell({ type: "state", state: "running" });
    page.trainTo(60);
    await page.supervisor.stateDict();
    await page.lose();
    await stepping;
    expect([page.workers.calls.at(-1), isDone]).toEqual(["step 50", true]);
  });

  it("is paused where that was asked for meanwhile", async () => {
    await page.supervisor.resume();
    page.trainTo(60);
    page.workers.mute = ["pause"];
    const pausing = page.supervisor.pause();
    await vi.advanceTimersByTimeAsync(0);
    page.workers.mute = [];
    await page.lose();
    await pausing;
    expect(page.workers.calls.slice(-2)).toEqual(["start", "pause"]);
    expect(page.events.at(-1)).toMatchObject({ type: "state", state: "paused" });
  });

  it("keeps the changes that were made of it", async () => {
    await page.supervisor.resume();
    const change = { step: 20, patch: { temperature: 0.3 } };
    page.workers.tell({ type: "changed", change });
    page.workers.tell({ type: "changed", change });
    page.trainTo(60);
    await page.lose();
    expect(page.workers.points.at(-1)).toEqual({ changes: [change] });
  });

  it("is given up after the third time within a minute, and another can be begun", async () => {
    await page.supervisor.resume();
    for (let i = 0; i < 3; i++) {
      page.trainTo(50 + i);
      await page.supervisor.stateDict();
      page.now += 10_000;
      await page.lose();
    }
    expect(page.events.at(-1)).toMatchObject({ type: "failed", said: { id: texts.gaveUp.id } });
    expect(page.news).toHaveLength(2);
    const { calls } = page.workers;
    expect(calls.filter((call) => call === "start")).toHaveLength(3);
    expect(await page.supervisor.start(CONFIG, null, () => undefined)).toMatchObject({ ok: true });
  });

  it("has another backend where its device was lost three times within a minute", async () => {
    await page.supervisor.resume();
    for (let i = 0; i < 3; i++) {
      page.trainTo(50 + i);
      await page.supervisor.stateDict();
      if (i === 2) page.workers.environmentIs = { ...ENVIRONMENT, backend: "wasm" };
      await page.lose(LOST);
    }
    expect(page.workers.avoided).toEqual([[], [], ["webgpu"]]);
    expect(page.news.at(-1)).toMatchObject({ id: texts.wentElsewhere.id, args: { backend: "wasm", step: 52 } });
    expect(page.workers.calls.at(-1)).toBe("resume");
  });

  it("has another backend where no device can be had any more", async () => {
    await page.supervisor.resume();
    page.trainTo(50);
    page.workers.lacksBackend = true;
    await page.lose(LOST);
    expect(page.workers.avoided).toEqual([[], ["webgpu"]]);
    expect(page.types().filter((type) => type === "failed")).toEqual([]);
    expect(page.workers.calls.at(-1)).toBe("resume");
  });

  it("keeps its backend where it is for another reason that it cannot be begun again", async () => {
    await page.supervisor.resume();
    page.workers.failure = "no connection";
    await page.lose(LOST);
    expect(page.workers.avoided).toEqual([[]]);
    expect(page.events.at(-1)).toMatchObject({ type: "failed", said: { args: { text: "no connection" } } });
  });

  it("breaks where it cannot be begun again, with the reason", async () => {
    await page.supervisor.resume();
    page.workers.failure = "no files";
    await page.lose();
    expect(page.events.at(-1)).toMatchObject({ type: "failed", said: { args: { text: "no files" } } });
  });
});

describe("what was asked of a worker that is lost", () => {
  it("is asked of the next one, once", async () => {
    let asked = 0;
    page.workers.evaluateObjective = () => {
      asked++;
      page.supervisor.lost(GONE);
      return Promise.reject(new WorkerLost(texts.ended));
    };
    const input = { z1: [], z2: [], temperature: 1 };
    await expect(page.supervisor.evaluateObjective("infoNce", input)).rejects.toThrow(WorkerLost);
    expect(asked).toBe(2);
  });

  it("and what fails otherwise is said as it is", async () => {
    page.workers.evaluateObjective = () => Promise.reject(new Error("wrong"));
    await expect(page.supervisor.evaluateObjective("infoNce", { z1: [], z2: [], temperature: 1 })).rejects.toThrow(
      "wrong",
    );
  });
});

describe("a worker that was made anew", () => {
  it("is told what the others were told, unless there was nothing", async () => {
    page.supervisor.opened();
    expect([page.workers.avoided, page.workers.calls]).toEqual([[], ["start"]]);
    await page.supervisor.watchSteps("all");
    page.workers.lacksBackend = true;
    await page.lose(LOST);
    page.supervisor.opened();
    expect(page.workers.avoided.at(-1)).toEqual(["webgpu"]);
    expect(page.workers.calls.at(-1)).toBe("watch all");
  });
});

describe("a lab whose worker is lost", () => {
  const request = { id: "precision", config: {}, files: null, resumeFrom: [], backend: "auto" } as const;
  const row = (value: number) => ({ value }) as never;
  let told: LabEvent[];

  beforeEach(() => {
    told = [];
    page.workers.mute = ["runLab"];
  });

  const run = () => page.supervisor.runLab({ ...request, resumeFrom: [row(1)] }, (event) => told.push(event));

  it("goes on from the rows that it has, as often as it gets further", async () => {
    void run();
    for (const value of [2, 3]) {
      await vi.advanceTimersByTimeAsync(0);
      page.workers.tellLab({ type: "rows", rows: [row(value)] });
      page.now += 40_000;
      await page.lose();
    }
    await vi.advanceTimersByTimeAsync(0);
    expect(page.workers.labRequests.map(({ resumeFrom }) => resumeFrom.length)).toEqual([1, 2, 3]);
    expect(page.news.map(({ id }) => id)).toEqual([texts.labWentOn.id, texts.labWentOn.id]);
  });

  it("does not where it was called off meanwhile", async () => {
    const running = run();
    await vi.advanceTimersByTimeAsync(0);
    page.supervisor.lost(GONE);
    const canceling = page.supervisor.cancelLab("precision");
    page.workers.lose();
    await Promise.all([running, canceling]);
    expect(page.workers.labRequests).toHaveLength(1);
    expect(told.at(-1)).toEqual({ type: "canceled" });
  });
});
