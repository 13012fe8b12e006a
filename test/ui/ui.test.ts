import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaults } from "../../src/config/parse";
import { flatten, setIn } from "../../src/config/paths";
import { fieldInfo } from "../../src/config/schemaInfo";
import { linearAxis, logAxis, stepAxis } from "../../src/record/drawn/scales";
import { settingName } from "../../src/session/settings/names";
import { FIELDS } from "../../src/session/settings/sections";
import { fitting } from "../../src/ui/charts/plot/frame";
import { type Drawn, rowAt, seriesRows } from "../../src/ui/charts/plot/rows";
import { readNumber } from "../../src/ui/settings/NumberField";
import { fieldStops, nearestStop, powerStops, roundStops } from "../../src/ui/settings/stops";

const kinds = ["points", "glyphs", "files", "url", "public"].map((id) => setIn(defaults(), "dataset", { id }));

describe("the table of settings", () => {
  it("has words, and a place in the schema, for every field", () => {
    for (const { path, label, tooltip } of FIELDS) {
      expect(label && tooltip, path).toBeTruthy();
      expect(settingName(path), path).not.toBe(path);
      expect(
        kinds.some((config) => fieldInfo(path, config)),
        path,
      ).toBe(true);
    }
  });

  it("shows a field once, whatever the data", () => {
    for (const config of kinds) {
      const shown = FIELDS.filter(({ visible }) => visible?.(config) ?? true).map(({ path }) => path);
      expect(new Set(shown).size).toBe(shown.length);
    }
  });

  it("names every option of every choice", () => {
    for (const { path, options } of FIELDS.filter((field) => field.control === "choice"))
      for (const option of kinds.map((config) => fieldInfo(path, config)).find(Boolean)?.options ?? [])
        expect(options?.[option], `${path} ${option}`).toBeTruthy();
  });

  it("offers every field of the config, but for those that have a control of their own", () => {
    const offered = new Set(FIELDS.map(({ path }) => path));
    const own = ["arms", "dataset.id", "dataset.name", "dataset.set", "dataset.url"];
    const missing = kinds.flatMap((config) => flatten(config).map(([path]) => path));
    expect(missing.filter((path) => !offered.has(path) && !own.includes(path))).toEqual([]);
  });

  it("gives sliders that stay within the schema's bounds", () => {
    for (const field of FIELDS) {
      const info = kinds.map((config) => fieldInfo(field.path, config)).find(Boolean);
      const stops = info && fieldStops(field, info);
      if (!stops) continue;
      expect(stops.length, field.path).toBeGreaterThan(1);
      expect(stops[0], field.path).toBeGreaterThanOrEqual(info.minimum ?? Number.NEGATIVE_INFINITY);
      expect(stops.at(-1), field.path).toBeLessThanOrEqual(info.maximum ?? Number.POSITIVE_INFINITY);
      if (info.type === "integer") expect(stops.every(Number.isInteger), field.path).toBe(true);
    }
  });
});

describe("stops", () => {
  it("are round, and the nearest one is found", () => {
    expect(roundStops(0.01, 0.1)).toEqual([0.01, 0.02, 0.03, 0.05, 0.07, 0.1]);
    expect(powerStops(2, 16)).toEqual([2, 4, 8, 16]);
    expect(nearestStop([1, 2, 3, 5], 4.4)).toBe(3);
  });
});

describe("readNumber", () => {
  const info = { type: "number" as const, minimum: 0.01, maximum: 10, optional: false };

  it("reads what people type and says what is allowed otherwise", () => {
    expect(readNumber(" 3e-2 ", info)).toBe(0.03);
    expect(readNumber("0,5", info)).toBe(0.5);
    for (const text of ["", "x", "11", "NaN"]) expect(String(readNumber(text, info))).toContain("0.01 to 10");
    expect(String(readNumber("2.5", { ...info, type: "integer" }))).toContain("whole");
    expect(readNumber("", { ...info, optional: true })).toBeUndefined();
  });
});

describe("axes", () => {
  it("hold all values, within their natural bounds", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.double({ min: 0, max: 1e6, noNaN: true }),
        (low, span) => {
          const { domain, ticks } = linearAxis(low, low + span, [null, null]);
          const slack = 1e-6 * Math.max(1, Math.abs(low), span);
          expect(domain[0]).toBeLessThanOrEqual(low + slack);
          expect(domain[1]).toBeGreaterThanOrEqual(low + span - slack);
          expect(new Set(ticks).size).toBe(ticks.length);
          expect(ticks.length).toBeLessThan(9);
        },
      ),
    );
    expect(linearAxis(0.2, 0.97, [0, 1]).domain).toEqual([0, 1]);
    expect(linearAxis(0.99997, 0.99999, [0, 1]).ticks).toEqual([0.999, 1]);
  });

  it("do not go below zero for what stays above it, and hardly for what hardly does", () => {
    expect(linearAxis(0.001, 3.2, [null, null])).toEqual({ domain: [0, 4], ticks: [0, 1, 2, 3, 4] });
    expect(linearAxis(-0.1, 3.2, [null, null])).toEqual({ domain: [-0.25, 4], ticks: [0, 1, 2, 3, 4] });
    expect(linearAxis(-3.2, 0, [null, null]).domain).toEqual([-4, 0]);
    expect(linearAxis(0, 0, [null, null]).domain).toEqual([0, 0.25]);
    expect(linearAxis(0, 0, [null, 0]).domain).toEqual([-0.25, 0]);
    expect(linearAxis(-0.9, 3.2, [null, null]).domain).toEqual([-2, 4]);
  });

  it("differ at their ends even before there is data", () => {
    for (const bounds of [
      [null, null],
      [0, 1],
      [null, 0],
      [1, null],
    ] as [number | null, number | null][]) {
      const { domain } = linearAxis(Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, bounds);
      expect(domain[1]).toBeGreaterThan(domain[0]);
    }
  });

  const steps = (ticks: number[]) => ticks.slice(1).map((tick, i) => tick - (ticks[i] as number));
  const areEven = (ticks: number[]) => {
    const sizes = steps(ticks);
    return sizes.every(
      (size) => Math.abs(size - (sizes[0] as number)) <= 1e-9 * Math.max(...ticks.map(Math.abs), 1e-300),
    );
  };

  it("have ticks at even steps, whatever the data, the bounds and the room", () => {
    const bound = fc.option(fc.constantFrom(0, 1), { nil: null });
    const value = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(value, value, bound, fc.integer({ min: 2, max: 8 }), (a, b, end, count) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(areEven(linearAxis(low, high, [end === 0 ? 0 : null, end === 1 ? 1 : null], count).ticks)).toBe(true);
      }),
    );
    const step = fc.integer({ min: 0, max: 100_000 });
    fc.assert(
      fc.property(step, step, fc.constantFrom(2, 5), (now, of, count) => {
        const { ticks } = stepAxis(now, Math.max(1, of), count);
        expect(areEven(ticks) && ticks.every(Number.isInteger)).toBe(true);
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: -9, max: 6 }), fc.integer({ min: 2, max: 9 }), (from, decades) => {
        expect(areEven(logAxis(10 ** from, 10 ** (from + decades)).ticks.map(Math.log10))).toBe(true);
      }),
    );
  });

  it("lose every second or third tick where there is no room, and never an odd one", () => {
    const ticks = [0, 200, 400, 600, 800, 1000];
    expect(fitting(ticks, 500)).toEqual(ticks);
    expect(fitting(ticks, 150)).toEqual([0, 400, 800]);
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 2000 }), fc.integer({ min: 1, max: 9 }), (room, count) => {
        const all = Array.from({ length: count }, (_, i) => i * 250);
        const left = fitting(all, room);
        expect(areEven(left) && left[0] === 0).toBe(true);
      }),
    );
  });

  it("are divided at round numbers where they have one decade", () => {
    expect(logAxis(0.02, 0.9)).toEqual({ domain: [0.01, 1], ticks: [0.01, 0.1, 1] });
    expect(logAxis(2, 9)).toEqual({ domain: [1, 10], ticks: [1, 2, 5, 10] });
  });

  it("span whole powers of ten when logarithmic", () => {
    expect(logAxis(0.002, 3)).toEqual({ domain: [0.001, 10], ticks: [0.001, 0.01, 0.1, 1, 10] });
    expect(logAxis(1e-9, 1).ticks.length).toBeLessThanOrEqual(6);
  });

  it("grow with the run and end where it ends", () => {
    expect(stepAxis(0, 1000).domain).toEqual([0, 10]);
    expect(stepAxis(180, 1000).domain).toEqual([0, 200]);
    expect(stepAxis(900, 950).domain).toEqual([0, 950]);
  });
});

describe("rowAt", () => {
  const rows = [0, 100, 200].map((step) => ({ step, x: step, m0: step / 100 }));

  it("reads the nearest measurement of what is measured now and then, which says where it was", () => {
    expect(rowAt(rows, 30, true)?.step).toBe(0);
    expect(rowAt(rows, 70, true)?.step).toBe(100);
    expect(rowAt(rows, 900, true)?.step).toBe(200);
    expect(rowAt(rows, null, true)?.step).toBe(200);
    expect(rowAt([], 30, true)).toBeUndefined();
  });

  it("reads nothing beyond the last step of what is measured at every step", () => {
    expect(rowAt(rows, 101, false)?.step).toBe(200);
    expect(rowAt(rows, 100, false)?.step).toBe(100);
    expect(rowAt(rows, 201, false)).toBeUndefined();
    expect(rowAt(rows, null, false)?.step).toBe(200);
  });
});

/** As a chart of steps draws by default. */
const DRAWN: Drawn = {
  place: (step) => step,
  within: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  xLog: false,
  log: false,
  raw: true,
  cut: false,
  hidden: new Set(),
  beside: [],
  ghost: [],
};

describe("seriesRows", () => {
  it("leaves out what a logarithmic axis cannot show", () => {
    const arm = { mean: [0, 2], low: [-1, 1], high: [1, 3], rawLow: [0, 1], rawHigh: [1, 3] };
    const series = {
      steps: [0, 1],
      arms: [Object.fromEntries(Object.entries(arm).map(([key, list]) => [key, Float64Array.from(list)]))],
    };
    const { rows, range } = seriesRows(series as never, { ...DRAWN, log: true });
    expect(rows[0]).toEqual({ step: 0, x: 0, m0: null, b0: null, r0: null });
    expect(rows[1]).toEqual({ step: 1, x: 1, m0: 2, b0: [1, 3], r0: [1, 3] });
    expect(range).toEqual({ low: 1, high: 3 });
    expect(seriesRows(series as never, { ...DRAWN, xLog: true }).rows.map(({ step }) => step)).toEqual([1]);
  });
});

describe("seriesRows and the raw line", () => {
  const arm = { mean: [2, 2], low: [1, 1], high: [3, 3], rawLow: [2, -4], rawHigh: [2, 9] };
  const columns = Object.fromEntries(Object.entries(arm).map(([key, list]) => [key, Float64Array.from(list)]));
  const series = { steps: [0, 1], arms: [columns] } as never;

  it("gives it room where it is drawn", () => {
    const { rows, range } = seriesRows(series, DRAWN);
    expect(rows[1]?.r0).toEqual([-4, 9]);
    const { domain } = linearAxis(range.low, range.high, [null, null]);
    expect(domain[0]).toBeLessThanOrEqual(-4);
    expect(domain[1]).toBeGreaterThanOrEqual(9);
  });

  it("leaves it out of a small chart, and off its axis", () => {
    const { rows, range } = seriesRows(series, { ...DRAWN, raw: false });
    expect(rows[1]?.r0).toBeNull();
    expect(range).toEqual({ low: 1, high: 3 });
  });

  it("draws nothing of an arm that is switched off, and makes the axis for the others", () => {
    const { rows, range } = seriesRows(series, { ...DRAWN, hidden: new Set([0]) });
    expect(rows[1]).toEqual({ step: 1, x: 1 });
    expect(range.low).toBe(Number.POSITIVE_INFINITY);
  });
});
