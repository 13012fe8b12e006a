import { beforeEach, describe, expect, it, vi } from "vitest";
import type { LabEvent, LabRequest } from "../../../src/worker/protocol";
import { WorkerLost } from "../../../src/worker/supervisor/losses";
import { CONFIG, stateAt, supervisorUnderTest } from "./supervisorUnderTest";

const page = supervisorUnderTest();
const LAB: LabRequest = { id: "precision", config: {}, files: null, resumeFrom: [], backend: "auto" };

/** A run that was paused at step 90, of which the point is of step 60. */
async function pauseRun(): Promise<void> {
  await page.supervisor.resume();
  page.trainTo(60);
  await page.supervisor.stateDict();
  page.trainTo(90);
  await page.supervisor.pause();
}

describe("a paused run of which the last steps have no copy", () => {
  beforeEach(pauseRun);

  it("has them made again", async () => {
    await page.lose();
    expect(page.workers.points.at(-1)).toEqual({ resumeFrom: stateAt(60) });
    expect(page.workers.calls.at(-1)).toBe("step 30");
  });

  it("has them made again once, however often it is lost", async () => {
    page.workers.mute = ["step 30"];
    await page.lose();
    page.workers.tell({ type: "state", state: "running" });
    await page.lose();
    expect(page.workers.calls.filter((call) => call.startsWith("step"))).toEqual(["step 30", "step 30"]);
  });

  it("has them made again before a lab is asked for again, which would halt it", async () => {
    page.workers.mute = ["runLab", "step 30"];
    void page.supervisor.runLab(LAB, () => undefined).catch(() => undefined);
    await page.rest();
    await page.lose();
    expect([page.workers.calls.at(-1), page.workers.labRequests.length]).toEqual(["step 30", 1]);
    page.workers.answer();
    await page.rest();
    expect(page.workers.labRequests.length).toBe(2);
  });
});

describe("a lab that takes its workers along", () => {
  let told: LabEvent[];
  let failure: Promise<unknown>;

  async function loseRarely(times: number): Promise<void> {
    for (let i = 0; i < times; i++) {
      page.now += 40_000;
      await page.lose();
    }
  }

  beforeEach(async () => {
    await pauseRun();
    await vi.advanceTimersByTimeAsync(300);
    told = [];
    page.workers.mute = ["runLab"];
    failure = page.supervisor.runLab(LAB, (event) => told.push(event)).catch((error: unknown) => error);
    await page.rest();
  });

  it("says why, and no more, where there is no run", async () => {
    await page.supervisor.stop();
    await loseRarely(3);
    expect(await failure).toBeInstanceOf(WorkerLost);
    expect(page.news).toHaveLength(2);
  });

  it("is given up where it gets no further, however rarely, and the run that rests is there again", async () => {
    await loseRarely(3);
    expect(await failure).toBeInstanceOf(WorkerLost);
    expect(page.workers.labRequests).toHaveLength(3);
    expect(page.types()).not.toContain("failed");
    expect(page.workers.points.at(-1)).toEqual({ resumeFrom: stateAt(90) });
    await page.supervisor.resume();
    await page.lose();
    expect(page.workers.points.at(-1)).toEqual({ resumeFrom: stateAt(90) });
  });
});

describe("a run that goes on by itself after another could not be made", () => {
  const goOnAlone = async () => {
    page.workers.tell({ type: "state", state: "paused" });
    page.workers.answer();
    await page.rest();
    page.workers.tell({ type: "state", state: "running" });
  };

  it("is trained on after a loss", async () => {
    await page.supervisor.resume();
    page.trainTo(50);
    await goOnAlone();
    await page.lose();
    expect(page.workers.calls.at(-1)).toBe("resume");
  });

  it("makes no more steps than were asked for", async () => {
    page.workers.mute = ["step 100"];
    void page.supervisor.step(100);
    await page.rest();
    page.workers.tell({ type: "state", state: "running" });
    page.trainTo(50);
    await page.supervisor.stateDict();
    await goOnAlone();
    await page.lose();
    expect(page.workers.calls.at(-1)).toBe("step 50");
  });
});

describe("a run that nobody has asked for", () => {
  it("is made as such, until it is there", async () => {
    await page.supervisor.start(CONFIG, null, () => undefined, { isUnasked: true });
    expect(page.workers.points.at(-1)).toEqual({ isUnasked: true });
    await page.lose();
    expect(page.workers.points.at(-1)).toEqual({});
  });
});
