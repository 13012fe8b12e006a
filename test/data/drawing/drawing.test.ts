import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  cleared,
  countsOf,
  type Drawing,
  EMPTY,
  erased,
  MOST_CLASSES,
  MOST_POINTS,
  renamed,
  withClass,
  withPoints,
} from "../../../src/data/drawing/drawing";
import { isWithin, planeFor, UNIT } from "../../../src/data/drawing/plane";
import { stroked } from "../../../src/data/drawing/stroke";
import { saidOf } from "../../../src/i18n/errors";
import { translate } from "../../../src/i18n/translate";

const problemOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    return translate(saidOf(error));
  }
  return "";
};

describe("a drawing", () => {
  it("takes points of a class that lie in the plane, rounded, and no more than there is room for", () => {
    const drawn = withPoints(EMPTY, 1, [
      { x: 0.12345, y: -0.99999 },
      { x: 1.01, y: 0 },
    ]);
    expect(drawn.points).toEqual([{ x: 0.123, y: -1, label: 1 }]);
    expect(countsOf(drawn)).toEqual([0, 1]);
    const full = withPoints(
      drawn,
      0,
      Array.from({ length: MOST_POINTS }, () => ({ x: 0, y: 0 })),
    );
    expect(countsOf(full)).toEqual([MOST_POINTS - 1, 1]);
    expect(withPoints(full, 0, [{ x: 0, y: 0 }])).toBe(full);
  });

  it("is the same where nothing is erased, and keeps its classes when it is cleared", () => {
    const drawn = withPoints(EMPTY, 0, [
      { x: 0, y: 0 },
      { x: 0.5, y: 0 },
    ]);
    expect(erased(drawn, { x: 0, y: 0.2 }, 0.1)).toBe(drawn);
    expect(erased(drawn, { x: 0, y: 0.05 }, 0.1).points).toEqual([{ x: 0.5, y: 0, label: 0 }]);
    expect(cleared(drawn)).toEqual(EMPTY);
    expect(cleared(EMPTY)).toBe(EMPTY);
  });

  it("has classes that are told apart, each with a name that a table gives back", () => {
    const more = withClass(renamed(EMPTY, 0, " 3 "));
    expect(more.classes).toEqual(["3", "2", "4"]);
    expect(renamed(EMPTY, 0, "1.0")).toBe(EMPTY);
    expect(renamed(EMPTY, 1, "left\n moon").classes).toEqual(["1", "left moon"]);
    expect(problemOf(() => renamed(EMPTY, 1, "1"))).toBe('"1" is another class already.');
    expect(problemOf(() => renamed(EMPTY, 1, "NA"))).toContain('cannot be called "NA"');
    expect(problemOf(() => renamed(EMPTY, 1, "a".repeat(41)))).toContain("at most 40");
    let many: Drawing = EMPTY;
    for (let i = 0; i < 20; i++) many = withClass(many);
    expect(many.classes).toHaveLength(MOST_CLASSES);
    expect(new Set(many.classes).size).toBe(MOST_CLASSES);
  });
});

describe("the plane", () => {
  const place = fc.record({
    x: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    y: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
  });

  it("holds all places, and what was drawn in before", () => {
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 9 }), place, (places, other) => {
        const plane = planeFor(places);
        expect(places.every((one) => isWithin(plane, one))).toBe(true);
        const larger = planeFor([other], plane);
        expect([...places, other].every((one) => isWithin(larger, one))).toBe(true);
      }),
    );
  });

  it("is from -1 to 1 where that suits the places, else has short numbers at its sides", () => {
    expect(
      planeFor([
        { x: 0.4, y: -0.9 },
        { x: 0, y: 0 },
      ]),
    ).toBe(UNIT);
    expect(
      planeFor([
        { x: 103, y: 7 },
        { x: 250, y: 90 },
      ]),
    ).toEqual({ x: 180, y: 50, reach: 100 });
    expect(
      planeFor([
        { x: 0.001, y: 0 },
        { x: 0.003, y: 0 },
      ]).reach,
    ).toBe(0.002);
    expect(planeFor([{ x: 5, y: 5 }]).reach).toBeGreaterThan(0);
    expect(planeFor([{ x: 0, y: 0 }]).reach).toBe(1);
  });
});

describe("a stroke", () => {
  const half = () => 0.5;

  it("has as many points as it is long, however many moves it took", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 }), (stops) => {
        let stroke = { at: { x: 0, y: 0 }, since: 0 };
        let count = 0;
        for (const x of [...stops.sort((a, b) => a - b), 1]) {
          const next = stroked(UNIT, stroke, { x, y: 0 }, 0, half);
          count += next.places.length;
          stroke = next.stroke;
        }
        expect(Math.abs(count - 50)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("spreads its points over a disk, as far as that lies in the plane", () => {
    let seed = 0;
    const random = () => (seed = (seed + 0.6180339887) % 1);
    const { places } = stroked(UNIT, { at: { x: -1, y: 0.9 }, since: 0 }, { x: 1, y: 0.9 }, 0.3, random);
    expect(places.length).toBeGreaterThan(50);
    expect(places.length).toBeLessThan(100);
    expect(places.every((one) => isWithin(UNIT, one) && Math.abs(one.y - 0.9) <= 0.3)).toBe(true);
    expect(Math.min(...places.map(({ y }) => y))).toBeLessThan(0.75);
  });
});
