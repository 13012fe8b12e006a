import { describe, expect, it, vi } from "vitest";
import { CONFIG, GONE, supervisorUnderTest } from "./supervisorUnderTest";

const page = supervisorUnderTest();

/** Asks for 100 steps from step 10 on, of which 50 are made, and of which no worker comes to the end. */
async function stepHalfWay(): Promise<{ isOver: () => boolean }> {
  page.workers.mute = ["step 100", "step 50"];
  let isOver = false;
  page.trainTo(10);
  void page.supervisor.step(100).then(() => {
    isOver = true;
  });
  await page.rest();
  page.workers.tell({ type: "state", state: "running" });
  page.trainTo(60);
  await page.supervisor.stateDict();
  return { isOver: () => isOver };
}

describe("steps that were asked for", () => {
  it("are as many after a second loss", async () => {
    await stepHalfWay();
    await page.lose();
    page.workers.tell({ type: "state", state: "running" });
    await page.lose();
    expect(page.workers.calls.filter((call) => call.startsWith("step"))).toEqual(["step 100", "step 50", "step 50"]);
  });

  it.each([
    [
      "is given up",
      async () => {
        await page.lose();
        await page.lose();
      },
    ],
    [
      "cannot be begun again",
      async () => {
        page.workers.failure = "no files";
        await page.lose();
      },
    ],
    [
      "is ended",
      async () => {
        await page.supervisor.stop();
        await page.lose();
      },
    ],
  ])("are waited for no longer where the run %s", async (_, lose) => {
    const { isOver } = await stepHalfWay();
    await page.lose();
    await lose();
    await page.rest();
    expect(isOver()).toBe(true);
  });
});

describe("losses one after the other", () => {
  it("are all waited for by who asks meanwhile", async () => {
    await page.supervisor.resume();
    page.trainTo(50);
    page.supervisor.lost(GONE);
    const other = { ...CONFIG, batchSize: 2 };
    const starting = page.supervisor.start(other, null, () => undefined);
    page.supervisor.lost(GONE);
    await starting;
    expect(page.workers.started).toEqual([CONFIG, CONFIG, CONFIG, other]);
  });

  it("are recovered from after a listener that throws, whose error is told", async () => {
    const told = vi.spyOn(console, "error").mockReturnValue();
    const error = new Error("a listener's");
    const start = () =>
      page.supervisor.start(CONFIG, null, (event) => {
        if (event.type === "failed") throw error;
      });
    await start();
    page.workers.failure = "no files";
    await page.lose();
    expect(told.mock.calls).toEqual([[error]]);
    expect(await start()).toMatchObject({ ok: true });
    await page.supervisor.resume();
    page.trainTo(5);
    await page.lose();
    expect(page.workers.calls.slice(-2)).toEqual(["start", "resume"]);
    told.mockRestore();
  });
});
