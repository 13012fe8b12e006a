import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { reportLoss, unlessReplaced } from "../../src/engine/deviceLoss";
import { verbatim } from "../../src/i18n/errors";
import { type Pulse, pulseOf, startPulse } from "../../src/worker/pulse";
import { TurnQueue } from "../../src/worker/turnQueue";

/** In a process of its own: a thread that has lost its device has lost it for good. */

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Whether work is over within a while. */
async function isOver(work: Promise<unknown>): Promise<boolean> {
  let over = false;
  const done = () => {
    over = true;
  };
  work.then(done, done);
  await vi.advanceTimersByTimeAsync(10_000);
  return over;
}

it("beats, holds a lock, and tells of a lost device, after which no failure is told", async () => {
  // Nobody would replace the thread yet.
  reportLoss(verbatim("early"));
  expect(await isOver(unlessReplaced())).toBe(true);

  const beats: Pulse["pulse"][] = [];
  const names: string[] = [];
  const request = ((name: string, granted: () => Promise<unknown>) => {
    names.push(name);
    return granted();
  }) as LockManager["request"];
  let answersSoon = false;
  const post = (message: Pulse) => {
    beats.push(pulseOf(structuredClone(message))!);
  };
  startPulse({ post, locks: { request }, answersSoon: () => answersSoon });
  expect(beats).toEqual([{ patience: 60_000 }, { patience: 60_000, lock: names[0] }]);
  answersSoon = true;
  await vi.advanceTimersByTimeAsync(4_000);
  expect(beats.slice(2)).toEqual([{ patience: 10_000 }, { patience: 10_000 }]);

  const turns = new TurnQueue();
  const fail = () => turns.enqueue(() => Promise.reject(new Error("of its own")));
  expect(await isOver(fail())).toBe(true);
  const failing = fail();
  await vi.advanceTimersByTimeAsync(50);
  reportLoss(verbatim("lost"));
  reportLoss(verbatim("again"));
  expect(beats.filter(({ lost }) => lost)).toEqual([{ patience: 10_000, lost: verbatim("lost") }]);
  expect(await isOver(failing)).toBe(false);
});

it("knows its own messages from others", () => {
  expect([null, "text", 7, { id: "1", type: "RAW" }].map(pulseOf)).toEqual([null, null, null, null]);
});
