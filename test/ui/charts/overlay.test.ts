import { describe, expect, it } from "vitest";
import { RunColumns } from "../../../src/record/columns";
import { type CurveRequest, curvesOf } from "../../../src/ui/charts/overlay/curves";
import { nearestCurve, pathOf, valueAt } from "../../../src/ui/charts/overlay/paths";

/** Two arms of two seeds: learner + step. */
function columns(steps: number): RunColumns {
  const all = new RunColumns(4);
  const values = Float32Array.from({ length: 4 * steps }, (_, i) => (i % 4) + Math.floor(i / 4));
  all.append({ steps: Int32Array.from({ length: steps }, (_, i) => i), values: { infoNce: values } });
  return all;
}
const REQUEST: CurveRequest = {
  metric: "infoNce",
  seeds: 2,
  smoothing: 0,
  points: 10,
  stretch: { place: (step) => 32 * step, zoom: null, log: false },
  axis: "samples",
};

describe("the curves of a run behind the one that is shown", () => {
  it("are the means over the seeds of each arm, where its own batches lie", () => {
    const { xs, arms } = curvesOf(columns(100), REQUEST);
    expect(xs.at(-1)).toBe(32 * 99);
    expect(arms.map((arm) => arm.at(-1))).toEqual([99.5, 101.5]);
    expect(xs).toHaveLength(10);
  });

  it("are reduced once for what is asked of them", () => {
    const run = columns(100);
    const first = curvesOf(run, REQUEST);
    expect(curvesOf(run, { ...REQUEST, stretch: { ...REQUEST.stretch, place: (step) => 32 * step } })).toBe(first);
    expect(curvesOf(run, { ...REQUEST, stretch: { ...REQUEST.stretch, zoom: [320, 640] } })).not.toBe(first);
    expect(curvesOf(run, { ...REQUEST, smoothing: 0.9 })).not.toBe(first);
    const epochs = (trainCount: number) => ({
      ...REQUEST,
      axis: "epochs",
      stretch: { ...REQUEST.stretch, place: (step: number) => (32 * step) / trainCount },
    });
    expect(curvesOf(run, epochs(32)).xs.at(-1)).toBe(99);
    expect(curvesOf(run, epochs(64)).xs.at(-1)).toBe(49.5);
  });

  it("are none of a metric that the run lacks", () => {
    expect(curvesOf(columns(10), { ...REQUEST, metric: "probeAccuracy" }).arms).toEqual([]);
  });
});

describe("paths", () => {
  const box = {
    across: { width: 100, frame: { left: 0, right: 0 }, domain: [0, 10] as [number, number], log: false },
    top: 0,
    bottom: 100,
    y: { domain: [0, 1] as [number, number], log: false },
  };
  const curve = (...ys: number[]) => ({ xs: Float64Array.from(ys, (_, i) => 5 * i), ys: Float64Array.from(ys) });

  it("are interrupted where nothing was measured", () => {
    expect(pathOf(curve(0, 0.5, 1), box)).toBe("M0.0 100.0L50.0 50.0L100.0 0.0");
    expect(pathOf(curve(0, Number.NaN, 1), box)).toBe("M0.0 100.0M100.0 0.0");
  });

  it("are pointed at by whoever is near enough", () => {
    const [low, high] = [curve(0, 0.1, 0.2), curve(0.9, 0.9, 0.9)];
    expect(nearestCurve([low, high], { x: 5, y: 12 }, 10, box)).toBe(high);
    expect(nearestCurve([low, high], { x: 5, y: 88 }, 10, box)).toBe(low);
    expect(nearestCurve([low, high], { x: 5, y: 50 }, 10, box)).toBeNull();
    expect(valueAt(low, 4)).toBe(0.1);
    expect(valueAt(low, 11)).toBeNaN();
  });
});
