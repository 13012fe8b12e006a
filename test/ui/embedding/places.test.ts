import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { classColor, classShape, entryOf, isRest, MOST_CLASSES } from "../../../src/ui/views/classLook";
import { classNamesAt } from "../../../src/ui/views/embedding/map/names";
import { placesOf, sampleAt, samplesWithin, sampleTowards } from "../../../src/ui/views/embedding/map/places";

const SIDE = 200;
/** A cross: the middle, right, left, above, below, and one further right. */
const PLACES = [
  [100, 100],
  [140, 104],
  [60, 98],
  [101, 60],
  [99, 140],
  [190, 100],
] as const;
const ALL = [...PLACES.keys()];
const towards = (key: string, sample: number | null, shown: readonly number[] = ALL) =>
  sampleTowards(key, PLACES, shown, { sample, side: SIDE });

describe("the arrow keys in a map", () => {
  it("lead to the nearest sample that way", () => {
    expect(["ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown"].map((key) => towards(key, 0))).toEqual([1, 2, 3, 4]);
    expect(towards("ArrowRight", 1)).toBe(5);
    expect(towards("ArrowLeft", 1)).toBe(0);
  });

  it("lead nowhere where nothing lies that way, and past what is switched off", () => {
    expect(towards("ArrowRight", 5)).toBeNull();
    expect(towards("ArrowRight", 0, [0, 2, 5])).toBe(5);
    expect(towards("x", 0)).toBeNull();
    expect(towards("ArrowUp", null, [])).toBeNull();
  });

  it("begin in the middle; Home and End lead to the first and the last", () => {
    expect(towards("ArrowUp", null)).toBe(0);
    expect(towards("Home", 3)).toBe(0);
    expect(towards("End", 3, [1, 4])).toBe(4);
  });

  it("only ever lead within 45 degrees of their direction", () => {
    const place = fc.tuple(fc.integer({ min: 0, max: SIDE }), fc.integer({ min: 0, max: SIDE }));
    fc.assert(
      fc.property(fc.array(place, { minLength: 2, maxLength: 30 }), (places) => {
        const shown = [...places.keys()];
        const target = sampleTowards("ArrowRight", places, shown, { sample: 0, side: SIDE });
        const right = shown.filter((i) => {
          const [dx, dy] = [places[i]![0] - places[0]![0], places[i]![1] - places[0]![1]];
          return dx > 0 && Math.abs(dy) <= dx;
        });
        if (target === null) expect(right).toEqual([]);
        else expect(right).toContain(target);
      }),
    );
  });
});

describe("a place in a map", () => {
  it("means the nearest sample that is drawn, a ringed one before others close by", () => {
    expect(sampleAt(PLACES, ALL, [130, 110], new Set())).toBe(1);
    expect(sampleAt(PLACES, [0, 5], [130, 110], new Set())).toBe(0);
    const close = [
      [10, 10],
      [16, 10],
    ] as const;
    expect(sampleAt(close, [0, 1], [12, 10], new Set([1]))).toBe(1);
    expect(sampleAt(close, [0, 1], [8, 10], new Set([1]))).toBe(0);
    expect(sampleAt([], [], [0, 0], new Set())).toBeNull();
  });

  it("is within a box whichever corners it was drawn from", () => {
    expect(
      samplesWithin(PLACES, ALL, [
        [145, 150],
        [95, 95],
      ]),
    ).toEqual([0, 1, 4]);
    expect(
      samplesWithin(
        PLACES,
        [1],
        [
          [0, 0],
          [SIDE, SIDE],
        ],
      ),
    ).toEqual([1]);
  });

  it("lies within the picture, wherever a layout has its middle", () => {
    const places = placesOf(Float32Array.from([100, 100, 110, 104, 104, 90]), false, SIDE);
    for (const value of places.flat()) {
      expect(value).toBeGreaterThan(0);
      expect(value).toBeLessThan(SIDE);
    }
    expect(placesOf(Float32Array.from([0, 0]), true, SIDE)).toEqual([[100, 100]]);
    expect(placesOf(Float32Array.from([7, 7, 7, 7]), false, SIDE)[0]).toEqual([100, 100]);
  });
});

describe("the look of classes", () => {
  it("differs in color or shape for twelve of them, and is one for the rest", () => {
    const looks = (classes: number) =>
      Array.from({ length: classes }, (_, i) => `${classColor(i, classes, false)} ${classShape(i, classes)}`);
    expect(new Set(looks(MOST_CLASSES)).size).toBe(MOST_CLASSES);
    expect(new Set(looks(40)).size).toBe(MOST_CLASSES);
    expect(entryOf(39, 40)).toBe(MOST_CLASSES - 1);
    expect(isRest(11, 12)).toBe(false);
    expect(isRest(11, 13)).toBe(true);
  });

  it("has names in a large picture, none over another", () => {
    const labels = Uint8Array.from([0, 0, 1, 2]);
    const places = [
      [100, 100],
      [104, 100],
      [102, 101],
      [300, 300],
    ] as const;
    const named = { places, shown: [0, 1, 2, 3], labels, names: ["ant", "bee", "cat"], classes: 3, text: 14 };
    expect(classNamesAt({ ...named, side: 400 }).map(({ name }) => name)).toEqual(["ant", "cat"]);
    expect(classNamesAt({ ...named, side: 150 })).toEqual([]);
    expect(classNamesAt({ ...named, shown: [3], side: 400 }).map(({ name }) => name)).toEqual(["cat"]);
  });

  it("give letters that are as wide as high their room", () => {
    const places = [
      [150, 200],
      [250, 200],
    ] as const;
    const of = (names: string[]) =>
      classNamesAt({ places, shown: [0, 1], labels: Uint8Array.of(0, 1), names, classes: 2, side: 400, text: 12 });
    expect(of(["abcdefghi", "abcdefghi"])).toHaveLength(2);
    expect(
      of([
        "\u5bf9\u6bd4\u5b66\u4e60\u5bf9\u6bd4\u5b66\u4e60\u5bf9",
        "\u5bf9\u6bd4\u5b66\u4e60\u5bf9\u6bd4\u5b66\u4e60\u5bf9",
      ]),
    ).toHaveLength(1);
  });
});
