import { describe, expect, it } from "vitest";
import { flatten } from "../../src/config/paths";
import { LAB_IDS, LABS, type LabId } from "../../src/labs";
import { ADVICE_FIELDS } from "../../src/labs/advice/page/fields";
import { BOUND_FIELDS } from "../../src/labs/bound/page/fields";
import { estimateRows, lineOf, statisticOf, tableCells } from "../../src/labs/bound/page/series";
import type { BoundRow } from "../../src/labs/bound/schema";
import { LAB_FIELDS } from "../../src/labs/fields";
import { PRECISION_FIELDS } from "../../src/labs/precision/page/fields";
import { deviceCosts, errorRows, shareBelow, spreadOfXi } from "../../src/labs/precision/page/series";
import { type PrecisionRow, precisionLab, xiGrid } from "../../src/labs/precision/schema";
import { thresholds } from "../../src/labs/precision/thresholds";
import { SWEEP_FIELDS } from "../../src/labs/sweep/page/fields";
import type { LabField } from "../../src/ui/labs/LabControls";
import { fieldStops } from "../../src/ui/settings/stops";

const FIELDS: { [I in LabId]: readonly LabField<I>[] } = {
  sweep: SWEEP_FIELDS,
  bound: BOUND_FIELDS,
  precision: PRECISION_FIELDS,
  advice: ADVICE_FIELDS,
};

/** Labs with nothing but fields: the others have an experiment or data of their own, and controls for it. */
const PLAIN: LabId[] = ["bound", "precision"];

describe.each(LAB_IDS)("the settings of the lab %s", (id) => {
  const config = LABS[id].schema.parse({});

  it("offer every field of its config once", () => {
    const paths = FIELDS[id].map(({ path }) => path).sort();
    const all = flatten(config).map(([path]) => path);
    if (PLAIN.includes(id)) expect(paths).toEqual(all.sort());
    else expect(all).toEqual(expect.arrayContaining(paths));
  });

  it("have words", () => {
    for (const { path, label, tooltip, control, options } of FIELDS[id]) {
      expect(label && tooltip, path).toBeTruthy();
      if (control !== "choice") continue;
      for (const option of LAB_FIELDS[id](path, config)?.options ?? [])
        expect(options?.[option], `${path} ${option}`).toBeTruthy();
    }
    expect(LABS[id].name).toBeTruthy();
  });

  it("have sliders within the schema's bounds", () => {
    for (const field of FIELDS[id]) {
      const info = LAB_FIELDS[id](field.path, config);
      const stops = info && fieldStops(field, info);
      if (!stops) continue;
      expect(stops[0], field.path).toBeGreaterThanOrEqual(info.minimum ?? Number.NEGATIVE_INFINITY);
      expect(stops.at(-1), field.path).toBeLessThanOrEqual(info.maximum ?? Number.POSITIVE_INFINITY);
    }
  });
});

describe("the precision lab's numbers", () => {
  const row = (patch: Partial<PrecisionRow>): PrecisionRow => ({
    xi: 0.1,
    format: "float32",
    form: "stable",
    source: "device",
    positive: 4e-7,
    anchor: 4e-7,
    value: null,
    ...patch,
  });

  it("are spaced evenly in decades, ends included", () => {
    const config = precisionLab.schema.parse({ xiFrom: 1e-3, xiTo: 1, stepsPerDecade: 2 });
    expect(xiGrid(config)).toEqual([0.001, 0.00316, 0.01, 0.0316, 0.1, 0.316, 1]);
    expect(xiGrid({ ...config, xiFrom: 1, xiTo: 1.001 })).toEqual([1]);
  });

  it("have the thresholds of the reference", () => {
    expect(thresholds("float32")).toEqual({ positive: 2 ** -25, value: 2 ** -24 });
    expect(thresholds("float16").positive).toBeCloseTo(2.44e-4, 6);
    expect(thresholds("bfloat16").value).toBeCloseTo(3.91e-3, 5);
  });

  it("become lines of the device alone, and what it is worse by than correct rounding", () => {
    const rows = [
      row({}),
      row({ source: "host", anchor: 1e-7 }),
      row({ xi: 1, anchor: 0 }),
      row({ format: "float16" }),
    ];
    expect(errorRows(rows, "float32", "anchor")).toEqual([
      { xi: 0.1, m2: 4e-7 },
      { xi: 1, m2: 1e-9 },
    ]);
    expect(deviceCosts(rows, "anchor")).toEqual([
      { form: "stable", xi: 0.1, device: 4e-7, best: 1e-7, ratio: expect.closeTo(4, 9) },
    ]);
    expect(deviceCosts(rows, "value")).toEqual([]);
  });

  it("place the Race's anchors on the axis", () => {
    const histogram = { step: 3, from: -10, width: 1, counts: [Uint32Array.of(1, 0, 0, 0, 0, 0, 0, 0, 0, 3)] };
    expect(spreadOfXi(histogram, 0)).toMatchObject({
      from: Math.exp(-9.5),
      middle: Math.exp(-0.5),
      to: Math.exp(-0.5),
    });
    expect(shareBelow(histogram, 0, 1e-3)).toBe(0.25);
    expect(spreadOfXi({ ...histogram, counts: [new Uint32Array(10)] }, 0)).toBeNull();
  });
});

describe("the bound lab's numbers", () => {
  const row = (patch: Partial<BoundRow>): BoundRow => ({
    mi: 2,
    k: 8,
    step: 0,
    estimator: "infoNce",
    mean: 1.5,
    median: 1.6,
    sd: 0.4,
    n: 10,
    ...patch,
  });

  it("become lines with the truth and the ceiling", () => {
    const rows = [row({}), row({ estimator: "flo", mean: 2.1, median: 2.4 }), row({ k: 4, mean: null })];
    expect(estimateRows(rows, "k")).toEqual([
      { k: 4, [`m${lineOf("truth")}`]: 2, [`m${lineOf("ceiling")}`]: Math.log(4), m0: null },
      {
        k: 8,
        [`m${lineOf("truth")}`]: 2,
        [`m${lineOf("ceiling")}`]: Math.log(8),
        m0: 1.5,
        b0: [1.1, 1.9],
        [`m${lineOf("mean", "flo")}`]: 2.1,
        [`m${lineOf("median", "flo")}`]: 2.4,
      },
    ]);
  });

  it("become a table of the latest rows, with bias, deviation and mean squared error", () => {
    const cells = tableCells([row({ step: 10 }), row({ step: 20, mean: 1.8 }), row({ k: 4 })]);
    expect(cells.map(({ k, rows }) => [k, rows.infoNce?.mean])).toEqual([
      [4, 1.5],
      [8, 1.8],
    ]);
    expect(statisticOf(row({}), "bias")).toBeCloseTo(-0.5, 12);
    expect(statisticOf(row({}), "mse")).toBeCloseTo(0.25 + 0.16, 12);
    expect(statisticOf(row({}), "median")).toBe(1.6);
    expect(statisticOf(row({ mean: null }), "sd")).toBeNull();
  });
});
