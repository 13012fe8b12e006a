import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runAxis, windowAxis } from "../../../src/record/drawn/xScale";
import { offsetOf, placeOf } from "../../../src/ui/charts/plot/geometry";
import { panned, type Zoomable, zoomBetween, zoomedBy } from "../../../src/ui/charts/plot/zooming";

const STEPS: Zoomable = { domain: [0, 1000], log: false, whole: true };
const LOG: Zoomable = { domain: [1, 10_000], log: true, whole: false };
const place = fc.double({ min: -500, max: 2000, noNaN: true });

describe("a zoom", () => {
  it("is the stretch between two places in either order, within the axis", () => {
    fc.assert(
      fc.property(place, place, (a, b) => {
        const zoom = zoomBetween(a, b, STEPS);
        expect(zoom).toEqual(zoomBetween(b, a, STEPS));
        if (!zoom) return;
        expect(zoom[0]).toBeGreaterThanOrEqual(0);
        expect(zoom[1]).toBeLessThanOrEqual(1000);
        expect(zoom[1] - zoom[0]).toBeGreaterThanOrEqual(1);
      }),
    );
  });

  it("is none where it is all of the axis, or next to nothing", () => {
    expect(zoomBetween(-5, 1005, STEPS)).toBeNull();
    expect(zoomBetween(300, 300.4, STEPS)).toBeNull();
  });

  it("comes nearer around a place that stays, and is gone once it is all", () => {
    expect(zoomedBy(0.5, 500, [0, 1000], STEPS)).toEqual([250, 750]);
    expect(zoomedBy(0.5, 250, [250, 750], STEPS)).toEqual([250, 500]);
    expect(zoomedBy(2, 500, [250, 750], STEPS)).toBeNull();
    const [from, to] = zoomedBy(0.5, 100, [1, 10_000], LOG) as [number, number];
    expect([from, to]).toEqual([expect.closeTo(10, 6), expect.closeTo(1000, 6)]);
  });

  it("stays as it is where it can come no nearer", () => {
    expect(zoomedBy(0.5, 500, [500, 501], STEPS)).toEqual([500, 501]);
  });

  it("keeps its width when it is moved, and stops at the ends", () => {
    expect(panned(0.25, [200, 400], STEPS)).toEqual([250, 450]);
    expect(panned(-5, [200, 400], STEPS)).toEqual([0, 200]);
    expect(panned(5, [200, 400], STEPS)).toEqual([800, 1000]);
  });
});

describe("pixels and places", () => {
  it("are each other's inverse, on either scale", () => {
    const frame = { left: 48, right: 20 };
    for (const { domain, log } of [STEPS, LOG]) {
      const across = { width: 500, frame, domain: [...domain] as [number, number], log };
      for (const offset of [48, 100, 333, 480])
        expect(offsetOf(placeOf(offset, across) as number, across)).toBeCloseTo(offset, 6);
      expect(placeOf(10, across)).toBeNull();
      expect(offsetOf(2e4, across)).toBeNull();
    }
  });
});

describe("the axis along a run", () => {
  const scale = { log: false, whole: true, count: 5 };
  it("grows in round numbers, and ends where the run ends", () => {
    const reach = { at: 180, end: 950, least: 10, first: 1 };
    expect(runAxis(reach, scale).domain).toEqual([0, 200]);
    expect(runAxis({ ...reach, at: 940 }, scale).domain).toEqual([0, 950]);
    expect(runAxis({ ...reach, at: 0 }, scale).domain).toEqual([0, 10]);
  });

  it("begins with the first update on a logarithmic scale, with a tick for each decade", () => {
    const axis = runAxis({ at: 9000, end: 10_000, least: 10, first: 1 }, { ...scale, log: true });
    expect(axis).toEqual({ domain: [1, 10_000], ticks: [1, 10, 100, 1000, 10_000] });
  });

  it("has ticks within whatever is looked at", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 1e5, noNaN: true }),
        fc.double({ min: 0.02, max: 1e5, noNaN: true }),
        fc.boolean(),
        (from, length, log) => {
          const { ticks } = windowAxis([from, from + length], { log, whole: false, count: 5 });
          expect(ticks.length).toBeGreaterThan(0);
          for (const tick of ticks) {
            expect(tick).toBeGreaterThanOrEqual(from * (1 - 1e-6));
            expect(tick).toBeLessThanOrEqual((from + length) * (1 + 1e-6));
          }
        },
      ),
    );
  });
});
