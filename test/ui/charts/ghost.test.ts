import { describe, expect, it } from "vitest";
import { RunColumns } from "../../../src/record/columns";
import { TrainingClock } from "../../../src/record/trainingClock";
import { reachOf } from "../../../src/ui/charts/axis/xAxes";
import { heldCurves, holdingRuns } from "../../../src/ui/charts/overlay/held";
import { type Drawn, seriesRows } from "../../../src/ui/charts/plot/rows";

const place = (step: number) => step;
const REACH = { at: 100, end: 1000, least: 10, first: 1 };

function run(lastStep: number, isGhost: boolean) {
  const columns = new RunColumns(1);
  columns.append({ steps: Int32Array.of(1, lastStep), values: { infoNce: Float32Array.of(1, 2) } });
  return { columns, isGhost };
}

describe("the x axis", () => {
  const reach = (isGhost: boolean, isAlone = false) =>
    holdingRuns(REACH, { runs: [run(5000, isGhost)], places: [place], isAlone });

  it("holds a run that was selected, and lets the run before leave it", () => {
    expect(reach(false)).toMatchObject({ at: 5000, end: 5000 });
    expect(reach(true)).toMatchObject({ at: 100, end: 1000 });
  });

  it("is the ghost's before the run that is shown begins", () => {
    expect(reach(true, true)).toMatchObject({ at: 5000, end: 5000 });
  });

  it("asks the clock for its first reading, and copies none of them", () => {
    const clock = TrainingClock.of({ step: [1, 10], ms: [2000, 9000] });
    Object.defineProperty(clock, "points", {
      get: () => {
        throw new Error("copied");
      },
    });
    const time = (step: number) => clock.at(step) / 1000;
    expect(reachOf("time", time, { step: 10, steps: 100, isOver: true, clock })).toEqual({
      at: 9,
      end: 9,
      least: 1,
      first: 2,
    });
    const empty = new TrainingClock();
    expect(reachOf("time", null, { step: 0, steps: 100, isOver: false, clock: empty }).first).toBe(1);
  });
});

describe("the y axis", () => {
  const DRAWN: Drawn = {
    place,
    within: [0, 10],
    xLog: false,
    log: false,
    raw: false,
    cut: false,
    hidden: new Set(),
    beside: [],
    ghost: [],
  };
  const curve = (y: number, isGhost: boolean) => ({
    run: { isGhost },
    xs: Float64Array.of(1, 20),
    ys: Float64Array.of(y, 1e6),
  });
  const curves = heldCurves([curve(7, false), curve(900, true)]);
  const one = Float64Array.of(2);
  const series = { steps: [1], arms: [{ mean: one, low: one, high: one, rawLow: one, rawHigh: one }] };

  it("holds a run that was selected, and lets the run before leave it", () => {
    expect(seriesRows(series, { ...DRAWN, ...curves }).range).toEqual({ low: 2, high: 7 });
  });

  it("is the ghost's while nothing else is drawn", () => {
    expect(seriesRows({ steps: [], arms: [] }, { ...DRAWN, ghost: curves.ghost }).range).toEqual({
      low: 900,
      high: 900,
    });
  });
});
