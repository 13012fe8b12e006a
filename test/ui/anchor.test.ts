import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createStore } from "zustand/vanilla";
import type { Forces, Vector } from "../../src/record/anchors/forces";
import { AnchorChoice } from "../../src/session/anchor/choice";
import { chosenSamples, hasChosen, pointedSample, shownAnchor } from "../../src/session/anchor/state";
import { freshState, type PlaygroundStore } from "../../src/session/playgroundState";
import { percentOf } from "../../src/ui/percentOf";
import { commonScale, compareForces } from "../../src/ui/views/anchor/forceScale";
import { byLogXi, nearestLogXi, shownSamples } from "../../src/ui/views/anchor/picking/pick";
import { placeAfter } from "../../src/ui/views/anchor/picking/useAnchorKeys";

const forces = (pull: Vector, push: Vector): Forces => ({
  pull,
  push,
  total: [pull[0] + push[0], pull[1] + push[1]],
  pushes: [],
});

describe("what a place in a picture means", () => {
  it("is the nearest log xi within reach", () => {
    const ofArms = [
      [-12, -3, 0],
      [-2, -1, 0.5],
    ];
    expect(nearestLogXi(ofArms, -11.5, 1)).toBe(0);
    expect(nearestLogXi(ofArms, -1.2, 1)).toBe(1);
    expect(nearestLogXi(ofArms, -8, 1)).toBeNull();
    expect(nearestLogXi([], 0, 1)).toBeNull();
    expect(byLogXi([-1, -8, 3])).toEqual([1, 0, 2]);
  });

  it("goes from one anchor to the next by key, and stays within them", () => {
    expect(placeAfter("ArrowRight", -1, 5)).toBe(0);
    expect(placeAfter("ArrowDown", 4, 5)).toBe(4);
    expect(placeAfter("ArrowLeft", -1, 5)).toBe(0);
    expect(placeAfter("End", 1, 5)).toBe(4);
    expect(placeAfter("a", 1, 5)).toBeUndefined();
    expect(placeAfter("Home", 0, 0)).toBeUndefined();
  });

  it("always has a row for what is looked at", () => {
    expect(shownSamples(32, 4, [null, 2])).toEqual([0, 1, 2, 3]);
    expect(shownSamples(32, 4, [20, null])).toEqual([0, 1, 2, 20]);
    expect(shownSamples(32, 4, [20, 7])).toEqual([0, 1, 20, 7]);
    expect(shownSamples(3, 4, [40, 40])).toEqual([0, 1, 2]);
  });
});

describe("commonScale", () => {
  it("keeps every arrow of every arm within its box, at one scale", () => {
    const size = fc.double({ min: -1e4, max: 1e4, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.double({ min: 0, max: 1e4, noNaN: true }), size, fc.double({ min: 0, max: 1e4, noNaN: true })),
          { minLength: 1 },
        ),
        (arms) => {
          const all = arms.map(([pull, x, y]) => forces([pull, 0], [x, y]));
          const { perUnit, width, height, origin } = commonScale(all)!;
          for (const { pull, push, total } of all)
            for (const [x, y] of [pull, push, total]) {
              expect(origin[0] + x * perUnit).toBeGreaterThan(-1e-6);
              expect(origin[0] + x * perUnit).toBeLessThan(width + 1e-6);
              expect(origin[1] - y * perUnit).toBeGreaterThan(-1e-6);
              expect(origin[1] - y * perUnit).toBeLessThan(height + 1e-6);
            }
        },
      ),
    );
  });

  it("draws beside each other what would lie on each other, and nothing where there is nothing", () => {
    expect(commonScale([forces([1, 0], [-2, 1e-4])])?.isLine).toBe(true);
    expect(commonScale([forces([1, 0], [-1, 1])])?.isLine).toBe(false);
    expect(commonScale([])).toBeNull();
  });
});

describe("the sentence about the forces", () => {
  it("compares the weakest with the strongest of those that have any", () => {
    const readings = [
      { arm: 0, forces: forces([3, 0], [0, 4]) },
      { arm: 1, forces: null },
      { arm: 2, forces: forces([0.15, 0], [0, 0.2]) },
    ];
    expect(compareForces(readings)).toEqual({ weaker: 2, stronger: 0, share: 0.05 });
    expect(compareForces(readings.slice(0, 2))).toBeNull();
    expect(compareForces([0, 1].map((arm) => ({ arm, forces: forces([0, 0], [0, 0]) })))).toBeNull();
  });

  it("says small shares with the digits that they need", () => {
    expect([1, 0.127, 0.034, 0.0012, 0.000_03, 0].map(percentOf)).toEqual([
      "100%",
      "13%",
      "3.4%",
      "0.12%",
      "0.0030%",
      "0%",
    ]);
  });
});

describe("the choice of an anchor", () => {
  it("stays while another one is under the pointer, until it is cleared", () => {
    const store: PlaygroundStore = createStore(freshState);
    const anchors = new AnchorChoice(store);
    const shown = (count = 16) => shownAnchor(store.getState().anchor, count);
    anchors.choose(3);
    anchors.preview(5);
    expect(shown()).toBe(5);
    anchors.preview(null);
    expect(shown()).toBe(3);
    expect(shown(2)).toBeNull();
    anchors.clear();
    expect(shown()).toBeNull();
  });

  it("goes on to any sample of the embedding: one that is an anchor is chosen as such", () => {
    const samples = Int32Array.from([2, 0, 1]);
    const store: PlaygroundStore = createStore(() => ({ ...freshState(), run: { anchors: { samples } } as never }));
    const anchors = new AnchorChoice(store);
    const { anchor } = store.getState();
    anchors.chooseSamples([0]);
    expect(store.getState().anchor).toEqual({ ...anchor, chosen: 1 });
    expect(chosenSamples(store.getState().anchor, samples)).toEqual([0]);
    anchors.chooseSamples([7]);
    expect(store.getState().anchor).toEqual({ ...anchor, group: [7] });
    anchors.chooseSamples([0, 7]);
    expect(chosenSamples(store.getState().anchor, samples)).toEqual([0, 7]);
    expect(hasChosen(store.getState().anchor)).toBe(true);
    anchors.previewSample(2);
    expect(pointedSample(store.getState().anchor, samples)).toBe(2);
    expect(shownAnchor(store.getState().anchor, 3)).toBe(0);
    anchors.previewSample(8);
    expect([pointedSample(store.getState().anchor, samples), shownAnchor(store.getState().anchor, 3)]).toEqual([
      8,
      null,
    ]);
    anchors.choose(2);
    expect(store.getState().anchor.group).toEqual([]);
    anchors.clear();
    expect(hasChosen(store.getState().anchor)).toBe(false);
  });
});
