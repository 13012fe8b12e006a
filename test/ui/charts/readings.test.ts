import { describe, expect, it } from "vitest";
import { numberPlaces } from "../../../src/ui/charts/overlay/numbers";
import { placeBeside } from "../../../src/ui/charts/overlay/placing";
import { readingsOf, shownReading } from "../../../src/ui/charts/overlay/readings";

const LOOKS = ["InfoNCE", "FlatNCE"].map((label) => ({ label, color: "#000000", dash: "" }));

/** Curves of runs of two arms with points at 0, 10, ... 100: 100 * run + 10 * arm + x. */
function curves(runs: number, last = 100) {
  const xs = Float64Array.from({ length: last / 10 + 1 }, (_, i) => 10 * i);
  return Array.from({ length: 2 * runs }, (_, i) => {
    const [number, arm] = [Math.floor(i / 2) + 1, i % 2];
    const ys = xs.map((x) => 100 * number + 10 * arm + x);
    return { run: { id: `run ${number}`, number, isReference: false }, look: LOOKS[arm]!, xs, ys };
  });
}

describe("the values at the cursor", () => {
  it("are those of all runs, beside what they had at the pin", () => {
    const readings = readingsOf(curves(10), { x: 42, pinnedX: 20, isSparse: false });
    expect(readings.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(readings[1]).toMatchObject({
      x: 50,
      values: [
        { value: 250, pinned: 220 },
        { value: 260, pinned: 230 },
      ],
    });
    expect(readingsOf(curves(1), { x: 42, pinnedX: null, isSparse: false })[0]?.values[0]?.pinned).toBeNull();
  });

  it("are none beyond the end of a run, unless it is measured now and then: then the nearest, and where that is", () => {
    const at = (isSparse: boolean) => readingsOf(curves(1, 50), { x: 80, pinnedX: null, isSparse })[0]!;
    expect(at(false).x).toBeNull();
    expect(at(false).values[0]!.value).toBeNaN();
    expect(at(true)).toMatchObject({ x: 50, values: [{ value: 150 }, { value: 160 }] });
    expect(readingsOf(curves(1), { x: 42, pinnedX: null, isSparse: true })[0]).toMatchObject({ x: 40 });
  });

  it("begin with those of the run that is shown, without the arms that are switched off", () => {
    const row = { step: 5, x: 5, m0: 1, m1: 2 };
    const shown = { row, pinned: undefined, isPinned: true, looks: LOOKS, hidden: new Set([0]), isSparse: false };
    expect(shownReading(shown)).toEqual({
      id: "",
      number: null,
      x: 5,
      isSparse: false,
      values: [{ look: LOOKS[1], value: 2, pinned: Number.NaN }],
    });
  });
});

describe("the box of values", () => {
  const chart = { below: 150, width: 250, around: 100, window: 1000 };

  it("stands right of the cursor, or left of it where there is no room", () => {
    expect(placeBeside({ ...chart, at: 50 })).toEqual({ left: 62, top: 0 });
    expect(placeBeside({ ...chart, at: 800 })).toEqual({ left: 538, top: 0 });
  });

  it("stands below the plot of a narrow window, and never beyond its edges", () => {
    for (const at of [50, 150, 300]) {
      const { left, top } = placeBeside({ at, below: 150, width: 330, around: 14, window: 360 });
      expect(top).toBe(162);
      expect(14 + left).toBeGreaterThanOrEqual(8);
      expect(14 + left + 330).toBeLessThanOrEqual(352);
    }
  });
});

describe("the numbers on the curves", () => {
  const box = {
    across: { width: 600, frame: { left: 48, right: 20 }, domain: [0, 100] as [number, number], log: false },
    top: 10,
    bottom: 210,
    y: { domain: [0, 2000] as [number, number], log: false },
  };

  it("stand at the ends of the curves where there is room, and none on another", () => {
    expect(numberPlaces(curves(1), box)[0]).toEqual({ i: 0, x: 589, y: 190 });
    const places = numberPlaces(curves(10), box);
    expect(places.length).toBe(20);
    for (const [k, a] of places.entries())
      for (const b of places.slice(0, k)) expect(Math.abs(a.x - b.x) >= 15 || Math.abs(a.y - b.y) >= 12).toBe(true);
  });

  it("stand beside the last point of a shorter run, and on no curve that is not in sight", () => {
    expect(numberPlaces(curves(1, 50), box)[0]?.x).toBe(48 + 266 + 9);
    const above = { ...box, y: { domain: [0, 50] as [number, number], log: false } };
    expect(numberPlaces(curves(1), above)).toEqual([]);
  });
});
