import { describe, expect, it } from "vitest";
import { armLooks, PALETTE } from "../../src/config/arms";
import { changesThatRestart, describeConfigDiff } from "../../src/config/diff";
import { defaults } from "../../src/config/parse";
import { equal, flatten, getIn, merge, setIn } from "../../src/config/paths";
import { fieldInfo } from "../../src/config/schemaInfo";
import { ENGLISH, type Locale } from "../../src/i18n/locale";
import { PSEUDO } from "../../src/i18n/pseudo";

describe("paths", () => {
  it("reads, changes and removes without touching the original", () => {
    const before = { a: { b: 1 }, c: [1, 2] };
    expect(getIn(before, "a.b")).toBe(1);
    expect(getIn(before, "a.x.y")).toBeUndefined();
    expect(setIn(before, "a.b", 2)).toEqual({ a: { b: 2 }, c: [1, 2] });
    expect(setIn(before, "a.b", undefined)).toEqual({ a: {}, c: [1, 2] });
    expect(before.a.b).toBe(1);
  });

  it("merges field by field and replaces arrays", () => {
    expect(merge({ a: { b: 1, c: 2 }, d: [1, 2] }, { a: { b: 3 }, d: [4] })).toEqual({ a: { b: 3, c: 2 }, d: [4] });
  });

  it("compares by content, with undefined as missing", () => {
    expect(equal({ a: [1, { b: 2 }] }, { a: [1, { b: 2, c: undefined }] })).toBe(true);
    expect(equal({ a: 1 }, { a: 1, b: 2 })).toBe(false);
    expect(flatten({ a: { b: 1 }, c: [2] })).toEqual([
      ["a.b", 1],
      ["c", [2]],
    ]);
  });
});

describe("describeConfigDiff", () => {
  it("is empty for equal configs and names what changed", () => {
    const before = defaults();
    expect(describeConfigDiff(before, structuredClone(before))).toEqual([]);
    const after = setIn(setIn(before, "batchSize", 64), "augmentation.minScale", 0.5);
    expect(describeConfigDiff(before, after)).toEqual([
      { path: "batchSize", before: 16, after: 64 },
      { path: "augmentation.minScale", before: undefined, after: 0.5 },
    ]);
  });

  it("does not count labels and colours among the changes that restart", () => {
    const before = defaults();
    const renamed = { ...before, arms: before.arms.map((arm) => ({ ...arm, label: "x", colour: "#ff0000" })) };
    expect(changesThatRestart(before, renamed)).toEqual([]);
    for (const change of [{ temperature: 1 }, { precision: "float16" as const }]) {
      const other = { ...before, arms: before.arms.map((arm) => ({ ...arm, ...change })) };
      expect(changesThatRestart(before, other).map(({ path }) => path)).toEqual(["arms"]);
    }
  });
});

describe("fieldInfo", () => {
  const points = { dataset: { id: "points" } };

  it("takes bounds and options from the schema", () => {
    expect(fieldInfo("batchSize", points)).toMatchObject({
      type: "integer",
      minimum: 2,
      maximum: 1024,
      optional: false,
    });
    expect(fieldInfo("optimizer.id", points)?.options).toEqual(["adam", "sgd", "lars"]);
    expect(fieldInfo("augmentation.minScale", points)?.optional).toBe(true);
    expect(fieldInfo("arms.temperature", points)).toMatchObject({ minimum: 0.01, maximum: 10, optional: true });
  });

  it("knows the fields of the kind of data in use, and all kinds", () => {
    expect(fieldInfo("dataset.layout", points)?.options).toContain("rings");
    expect(fieldInfo("dataset.layout", { dataset: { id: "glyphs" } })).toBeNull();
    expect(fieldInfo("dataset.id", points)?.options).toEqual(["points", "glyphs", "files", "url", "public"]);
  });

  it("says null for what does not exist", () => {
    for (const path of ["nothing", "optimizer.speed", "batchSize.x"]) expect(fieldInfo(path, points)).toBeNull();
  });
});

describe("armLooks", () => {
  const looks = (arms: ReturnType<typeof defaults>["arms"]) => armLooks({ ...defaults(), arms }, false);

  it("gives InfoNCE blue and FlatNCE vermilion wherever they stand", () => {
    const [flat, ce, info] = looks([{ objective: "flatNce" }, { objective: "infoNceCe" }, { objective: "infoNce" }]);
    expect(flat?.color).toBe("#d55e00");
    expect(info?.color).toBe("#0072b2");
    expect(ce?.color).toBe("#009e73");
  });

  it("tells eight equal arms apart by colour, dash and label", () => {
    const eight = looks(Array.from({ length: 8 }, () => ({ objective: "flatNce" as const })));
    for (const key of ["color", "dash", "label"] as const) expect(new Set(eight.map((look) => look[key])).size).toBe(8);
    expect(PALETTE).toHaveLength(8);
  });

  it("prefers the user's label and colour, and names overrides", () => {
    const [named, hot] = looks([
      { objective: "infoNce", label: "Mine", colour: "#123456" },
      { objective: "infoNce", temperature: 0.5, precision: "bfloat16" },
    ]);
    expect(named).toMatchObject({ label: "Mine", color: "#123456" });
    expect(hot?.label).toContain("0.5, bfloat16");
  });

  it("says in the language of the page what is the program's own, and the rest as it is", () => {
    const arms = [
      { objective: "hardNegative", concentration: 0.5, temperatureRule: "learned", learningRate: 0.01 },
      { objective: "custom", phi: "log(1 + exp(v))" },
      { objective: "infoNce", label: "Mine" },
    ] as const;
    const config = { ...defaults(), arms: [...arms] };
    const labels = (locale: Locale) => armLooks(config, false, locale).map(({ label }) => label);
    expect(labels(ENGLISH)).toEqual([
      "Hard negatives, \u03c4 learned, lr 0.01, concentration (beta) 0.5",
      "log(1 + exp(v))",
      "Mine",
    ]);
    expect(labels(PSEUDO).slice(1)).toEqual(["log(1 + exp(v))", "Mine"]);
    expect(labels(PSEUDO)[0]).toMatch(/0,01.*0,5$/);
    expect(labels(PSEUDO)[0]).not.toMatch(/[a-z]/);
  });
});
