import { describe, expect, it } from "vitest";
import { presetConfig } from "../../src/config/presets";
import { LABS } from "../../src/labs";
import { foreignQuery, formatUrl, parseUrl, withQuery } from "../../src/session/address/address";
import { labs, state } from "./urlStates";

describe("the labs in the address", () => {
  it("are read back: the page, and each lab's own settings", () => {
    const config = { ...LABS.precision.schema.parse({}), xiFrom: 1e-6, measure: "positive" };
    const written = formatUrl(state({ page: "precision", labs: { ...labs, precision: config } }));
    expect(written).toBe("lab=precision&precision.measure=positive&precision.xiFrom=0.000001");
    expect(parseUrl(written)).toMatchObject({ page: "precision", labs: { precision: config }, errors: [] });
  });

  it("name what is wrong and keep the rest", () => {
    const read = parseUrl("#lab=recall&precision.xiFrom=cold&precision.speed=1&precision.seed=4&seeds=2");
    expect(read.errors.map(({ path }) => path)).toEqual(["lab", "precision.xiFrom", "precision.speed"]);
    expect(read.errors[0]?.message).toContain("precision");
    expect(read).toMatchObject({ page: "race", labs: { precision: { ...labs.precision!, seed: 4 } } });
    expect(read.config.seeds).toBe(2);
    const crossed = parseUrl("#precision.xiFrom=5&precision.xiTo=0.1&precision.stepsPerDecade=2");
    expect(crossed.errors.map(({ path }) => path)).toEqual(["precision.xiTo"]);
    expect(crossed.labs.precision).toMatchObject({ xiFrom: 5, xiTo: 10, stepsPerDecade: 2 });
  });

  it("carry a lab's own experiment and its lists, whatever kind of data it has", () => {
    const race = presetConfig("vanish");
    const config = LABS.sweep.schema.parse({
      base: {
        ...race,
        arms: [
          { objective: "infoNce", label: "a; b" },
          { objective: "flatNce", temperature: 0.07 },
        ],
      },
      x: { path: "encoder.width", values: [8, 32] },
      y: { path: "optimizer.id", values: ["sgd", "adam"] },
      budget: "samples",
    });
    const written = formatUrl(state({ page: "sweep", labs: { ...labs, sweep: config } }));
    expect(written).toContain("sweep.x.values=8,32");
    expect(written).toContain("sweep.y.values=sgd,adam");
    expect(parseUrl(written)).toMatchObject({ page: "sweep", errors: [] });
    expect(parseUrl(written).labs.sweep).toEqual(config);
  });

  it("name what is wrong with a lab's experiment and lists", () => {
    const read = parseUrl(
      "#sweep.base.batchSize=1&sweep.base.speed=3&sweep.x.values=4,4&sweep.base.arms=infoNice;flatNce",
    );
    expect(read.errors.map(({ path }) => path).sort()).toEqual([
      "sweep.base.arms",
      "sweep.base.arms",
      "sweep.base.batchSize",
      "sweep.base.speed",
      "sweep.x.values",
    ]);
    expect(read.labs.sweep).toMatchObject({ base: { batchSize: 16 }, x: { values: [4, 8, 16, 32, 64] } });
  });
});

describe("a pasted link", () => {
  it("may have its fields before the #, where they are taken from, and left to others else", () => {
    expect(parseUrl(withQuery("", "?preset=circle&seeds=2"))).toMatchObject({
      presetId: "circle",
      config: { seeds: 2 },
    });
    expect(withQuery("#preset=points", "?preset=circle&lang=pseudo")).toBe("preset=points");
    expect(withQuery("#preset=points", "?utm_source=x")).toBe("#preset=points");
    expect(foreignQuery("?preset=circle&lang=pseudo&utm_source=a%26b&view.smoothing=0")).toBe(
      "?lang=pseudo&utm_source=a%26b",
    );
    expect(foreignQuery("?preset=circle")).toBe("");
  });

  it("may have been copied from the source of a page", () => {
    const { presetId, config, errors } = parseUrl("#preset=circle&amp;seeds=2&amp;batchSize=32");
    expect({ presetId, errors, seeds: config.seeds, batchSize: config.batchSize }).toEqual({
      presetId: "circle",
      errors: [],
      seeds: 2,
      batchSize: 32,
    });
  });
});
