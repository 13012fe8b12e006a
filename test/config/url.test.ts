import { describe, expect, it } from "vitest";
import { withDataset } from "../../src/config/kinds";
import { defaults, parseConfig } from "../../src/config/parse";
import { PRESETS, presetConfig } from "../../src/config/presets";
import type { ConfigError } from "../../src/config/schema";
import { formatExperiment, readFields, readPreset } from "../../src/config/url/experiment";
import { encode } from "../../src/config/url/fields";

/** The data of a config, complete. */
const parse = (dataset: unknown) => {
  const result = parseConfig({ dataset });
  if (!result.ok) throw new Error(result.errors.map(({ path, message }) => `${path} ${message}`).join());
  return result.config.dataset;
};

const read = (entries: [string, string][], base = defaults()) => {
  const errors: ConfigError[] = [];
  return { config: readFields(new Map(entries), base, errors), errors };
};

describe("an experiment as parameters", () => {
  it("reads every preset back, with what was changed in it", () => {
    for (const { id } of PRESETS) {
      const config = { ...presetConfig(id), seeds: 5, steps: 77 };
      const [[key, preset], ...fields] = formatExperiment({ presetId: id, config }) as [[string, string]];
      expect([key, preset]).toEqual(["preset", id]);
      expect(read(fields, presetConfig(id))).toEqual({ config, errors: [] });
    }
  });

  it("reads rules for the end of a run back", () => {
    const config = { ...defaults(), stop: { minutes: 2.5, metric: "knnAccuracy" as const, target: 0.9, patience: 5 } };
    const fields = formatExperiment({ presetId: null, config });
    expect(fields.map(([path]) => path)).toEqual(["stop.minutes", "stop.metric", "stop.target", "stop.patience"]);
    expect(read(fields)).toEqual({ config, errors: [] });
  });

  it("reads what is said of columns and pictures back, whatever the names", () => {
    const dataset = parse({
      id: "files",
      interpretation: {
        columns: [
          { name: "a;b, c:d & \u00e9%", role: "label" },
          { name: "", role: "identifier" },
        ],
        missing: "mean",
        unlabeled: "train",
        texts: "categories",
        decimal: "comma",
        tables: "views",
        rows: "pictures",
        classes: "names",
        pictures: {
          height: 28,
          width: 30,
          channels: 3,
          order: "planar",
          turned: true,
          range: "asIs",
          ground: "black",
          fit: "whole",
        },
      },
    });
    const config = { ...withDataset(defaults(), "files"), dataset };
    const fields = formatExperiment({ presetId: null, config });
    expect(read(fields)).toEqual({ config, errors: [] });
    expect(read(fields.map(([path, text]) => [path, decodeURIComponent(encodeURIComponent(text))]))).toEqual({
      config,
      errors: [],
    });
  });

  it("has no more names of columns than a browser opens as an address, of 2 MiB at most", () => {
    const said = (count: number, name: string) => ({
      id: "files",
      interpretation: { columns: Array.from({ length: count }, () => ({ name, role: "categories" })) },
    });
    const dataset = parse(said(4200, "\u4e00".repeat(23)));
    const fields = formatExperiment({ presetId: null, config: { ...defaults(), dataset } });
    const letters = fields.reduce((sum, [path, value]) => sum + path.length + encode(value).length + 2, 0);
    expect(letters).toBeLessThan(2 ** 21);
    expect(() => parse(said(4200, "\u4e00".repeat(24)))).toThrow("100,000 letters");
    expect(() => parse(said(51, "q".repeat(2000)))).toThrow("dataset.interpretation.columns has names");
  });

  it("names a role that there is not", () => {
    const { config, errors } = read([
      ["dataset.id", "files"],
      ["dataset.interpretation.columns", "a:labell"],
      ["dataset.interpretation.missing", "mean"],
    ]);
    expect(errors.map(({ path }) => path)).toEqual(["dataset.interpretation.columns[0].role"]);
    expect(config.dataset).toMatchObject({ interpretation: { missing: "mean" } });
  });

  it("names what is wrong, and takes the rest", () => {
    const { config, errors } = read([
      ["batchSize", "many"],
      ["optimizer.speed", "3"],
      ["seeds", "4"],
    ]);
    expect(errors.map(({ path }) => path)).toEqual(["batchSize", "optimizer.speed"]);
    expect(config).toEqual({ ...defaults(), seeds: 4 });
  });

  it("asks whether a near name was meant, and only then", () => {
    const said = (field: string) =>
      read([[field, "1"]])
        .errors.map(({ message }) => message)
        .join();
    expect(said("batchsize")).toBe("there is no such field; did you mean batchSize?");
    expect(said("bacthSize")).toContain("did you mean batchSize?");
    expect(said("optimizer.learnngRate")).toContain("did you mean optimizer.learningRate?");
    expect(said("learningRate")).toContain("did you mean optimizer.learningRate?");
    for (const far of ["flavour", "x", "optimizer.speed", "batch"]) expect(said(far)).toBe("there is no such field");
  });

  it("knows no preset but those that there are", () => {
    const errors: ConfigError[] = [];
    expect(readPreset("vanish", errors)).toBe("vanish");
    expect(readPreset(undefined, errors)).toBeNull();
    expect(errors).toEqual([]);
    expect(readPreset("nothing", errors)).toBeNull();
    expect(errors[0]?.path).toBe("preset");
  });
});
