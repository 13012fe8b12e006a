import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Playground } from "../../src/session/playground";
import { DrawClock, type Drawing } from "../../src/ui/charts/series/drawClock";
import { FakeService } from "../session/fakeService";

let playground: Playground;
let clock: DrawClock;
let stop: () => void;
const tab = { hidden: false, addEventListener: () => undefined, removeEventListener: () => undefined };

/** A drawing that counts how often it was drawn, each time taking `cost` milliseconds. */
function drawing(rank: Drawing["rank"], cost = 0) {
  const counted = {
    rank,
    drawn: 0,
    seen: true,
    visible: () => counted.seen,
    draw: () => {
      counted.drawn++;
      vi.setSystemTime(Date.now() + cost);
    },
  };
  clock.add(counted);
  return counted;
}

const grow = () => playground.store.setState({ revision: playground.state.revision + 1 });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date", "performance"] });
  vi.spyOn(performance, "now").mockImplementation(() => Date.now());
  vi.stubGlobal("document", tab);
  tab.hidden = false;
  playground = new Playground(new FakeService());
  playground.store.setState({ run: { state: "running" } as never });
  clock = new DrawClock(playground);
  stop = clock.start();
});

afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe("DrawClock", () => {
  it("draws at most ten times a second, however fast the data comes", () => {
    const chart = drawing("first");
    for (let i = 0; i < 500; i++) {
      grow();
      vi.advanceTimersByTime(2);
    }
    expect(chart.drawn).toBeGreaterThanOrEqual(9);
    expect(chart.drawn).toBeLessThanOrEqual(11);
  });

  it("slows down when drawing is dear, so that it takes a quarter of the time", () => {
    const chart = drawing("first", 100);
    for (let i = 0; i < 100; i++) {
      grow();
      vi.advanceTimersByTime(30);
    }
    expect(chart.drawn).toBeLessThanOrEqual(11);
  });

  it("draws what a run came to as soon as it ends, however dear the drawing before was", () => {
    const chart = drawing("first", 2000);
    grow();
    vi.advanceTimersByTime(10);
    expect(chart.drawn).toBe(1);
    playground.store.setState({ run: { state: "finished" } as never, revision: playground.state.revision + 1 });
    vi.advanceTimersByTime(10);
    expect(chart.drawn).toBe(2);
  });

  it("draws small charts in turn, and leaves none behind", () => {
    const small = [drawing("turn"), drawing("turn"), drawing("turn")];
    grow();
    vi.advanceTimersByTime(1);
    expect(small.map(({ drawn }) => drawn)).toEqual([1, 0, 0]);
    vi.advanceTimersByTime(300);
    expect(small.map(({ drawn }) => drawn)).toEqual([1, 1, 1]);
    grow();
    vi.advanceTimersByTime(1000);
    expect(small.map(({ drawn }) => drawn)).toEqual([2, 2, 2]);
  });

  it("draws everything at once when the run stands still", () => {
    const small = [drawing("turn"), drawing("turn")];
    playground.store.setState({ run: { state: "finished" } as never });
    grow();
    vi.advanceTimersByTime(1);
    expect(small.map(({ drawn }) => drawn)).toEqual([1, 1]);
  });

  it("draws each in a task of its own, and nothing anew before all are drawn", () => {
    const charts = [drawing("first"), drawing("first"), drawing("first")];
    const drawn = () => charts.map((chart) => chart.drawn);
    grow();
    vi.advanceTimersToNextTimer();
    expect(drawn()).toEqual([1, 0, 0]);
    grow();
    vi.advanceTimersToNextTimer();
    expect(drawn()).toEqual([1, 1, 0]);
    vi.advanceTimersToNextTimer();
    expect(drawn()).toEqual([1, 1, 1]);
    vi.advanceTimersByTime(200);
    expect(drawn()[0]).toBe(2);
  });

  it("has charts begin one after the other, or all at once before everything is drawn", () => {
    const begun: number[] = [];
    const takeBack = [1, 2, 3, 4].map((n) => clock.beginnings.add(() => begun.push(n)));
    vi.advanceTimersToNextTimer();
    expect(begun).toEqual([1]);
    takeBack[1]?.();
    clock.drawAll();
    expect(begun).toEqual([1, 3, 4]);
  });

  it("leaves alone what cannot be seen, until it comes into view or is saved", () => {
    const hidden = drawing("first");
    hidden.seen = false;
    grow();
    vi.advanceTimersByTime(500);
    expect(hidden.drawn).toBe(0);
    hidden.seen = true;
    clock.hurry(hidden);
    vi.advanceTimersByTime(200);
    expect(hidden.drawn).toBe(1);
    hidden.seen = false;
    grow();
    clock.drawAll();
    expect(hidden.drawn).toBe(2);
  });

  it("draws nothing in a hidden tab", () => {
    const chart = drawing("first");
    tab.hidden = true;
    grow();
    vi.advanceTimersByTime(500);
    expect(chart.drawn).toBe(0);
  });

  it("tells what waits to be seen before everything is drawn, until that is called off", () => {
    const order: string[] = [];
    const end = clock.beforeAll(() => order.push("late"));
    clock.add({ rank: "turn", visible: () => false, draw: () => order.push("drawn") });
    grow();
    clock.drawAll();
    end();
    clock.drawAll();
    expect(order).toEqual(["late", "drawn"]);
  });
});
