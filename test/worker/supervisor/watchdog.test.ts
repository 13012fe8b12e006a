import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Watchdog } from "../../../src/worker/supervisor/watchdog";

let now = 0;
let silences: number[] = [];
let watchdog: Watchdog;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  now = 0;
  silences = [];
  watchdog = new Watchdog({ silent: (ms) => silences.push(ms), now: () => now });
});
afterEach(() => {
  watchdog.stop();
  vi.useRealTimers();
});

/** Lets the page run. */
function pass(seconds: number): void {
  for (let i = 0; i < seconds; i++) {
    now += 1000;
    vi.advanceTimersByTime(1000);
  }
}

it("notices a silence that is longer than it may be, once", () => {
  watchdog.heard(10_000);
  pass(10);
  expect(silences).toEqual([]);
  pass(5);
  expect(silences).toEqual([11_000]);
});

it("waits without end for a worker that was never heard: its file may be long in coming", () => {
  pass(1000);
  expect(silences).toEqual([]);
});

it("takes no beat for a beat too few, as long as some come", () => {
  for (let i = 0; i < 20; i++) {
    watchdog.heard(10_000);
    pass(9);
  }
  expect(silences).toEqual([]);
});

it("does not count the time in which the page itself stood still", () => {
  watchdog.heard(10_000);
  // A night's sleep, and an hour of a hidden tab whose timers run once a minute at first.
  now += 8 * 3600_000;
  pass(2);
  for (let i = 0; i < 3; i++) {
    now += 59_000;
    pass(1);
  }
  expect(silences).toEqual([]);
  // A clock that is set back is no silence either.
  now -= 3600_000;
  pass(1);
  expect(silences).toEqual([]);
});

it("is as patient as the worker has asked for last", () => {
  watchdog.heard(60_000);
  watchdog.heard();
  pass(59);
  expect(silences).toEqual([]);
  watchdog.heard(10_000);
  pass(11);
  expect(silences).toEqual([11_000]);
});
