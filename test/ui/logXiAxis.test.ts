import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { axisOf, CURVES, widened } from "../../src/ui/charts/anchor/logXiAxis";
import { besideAll } from "../../src/ui/views/anchor/picking/LogXiPicker";

const BINS = { step: 0, from: -24, width: 0.5 };
/** A histogram of one arm with a hundred anchors at each of some places. */
function at(...places: number[]) {
  const counts = new Uint32Array(64);
  for (const place of places) counts[(place - BINS.from) / BINS.width] = 100;
  return { ...BINS, counts: [counts] };
}

describe("the axis of log xi", () => {
  it("shows where the curves bend, and grows by whole pieces to where the anchors are", () => {
    expect(widened(CURVES, at(-3, 2))).toEqual(CURVES);
    expect(widened(CURVES, at(-9.5, 2))).toEqual({ from: -12, to: 4 });
    expect(widened(CURVES, at(4.5))).toEqual({ from: -8, to: 8 });
    expect(widened(CURVES, { ...BINS, counts: [new Uint32Array(64)] })).toEqual(CURVES);
  });

  it("leaves a stray anchor out", () => {
    const stray = at(0);
    (stray.counts[0] as Uint32Array)[0] = 1;
    expect(widened(CURVES, stray)).toEqual(CURVES);
  });

  it("never shrinks while a run goes on", () => {
    const place = fc.integer({ min: 0, max: 63 }).map((bin) => BINS.from + bin * BINS.width);
    fc.assert(
      fc.property(fc.array(fc.array(place, { minLength: 1 })), (runs) => {
        runs.reduce((window, places) => {
          const next = widened(window, at(...places));
          expect(next.from).toBeLessThanOrEqual(window.from);
          expect(next.to).toBeGreaterThanOrEqual(window.to);
          const { domain, ticks } = axisOf(next);
          expect([ticks[0], ticks.at(-1)]).toEqual(domain);
          return next;
        }, CURVES);
      }),
    );
  });
});

describe("what stands beside the lines of an anchor", () => {
  it("never reaches over the numbers of the axis, or beyond it", () => {
    const strip = { width: 360, frame: { left: 48, right: 14 }, words: 150 };
    expect(besideAll([300, 320], strip)).toEqual({ x: 293, textAnchor: "end" });
    expect(besideAll([60, 80], strip)).toEqual({ x: 87, textAnchor: "start" });
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 48, max: 346 }), { minLength: 1, maxLength: 4 }), (places) => {
        const { x, textAnchor } = besideAll(places, strip);
        const from = textAnchor === "end" ? x - strip.words : x;
        expect(from).toBeGreaterThanOrEqual(strip.frame.left);
        expect(from + strip.words).toBeLessThanOrEqual(strip.width - strip.frame.right);
      }),
    );
  });
});
