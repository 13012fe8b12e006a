import { describe, expect, it } from "vitest";
import { anchorWeightOf, OBJECTIVE_IDS, OBJECTIVES, OPTION_NAMES, OPTIONS, withObjective } from "../../src/objectives";
import type { ObjectiveOption } from "../../src/objectives/types";

const [infoNceCe, infoNce, flatNce] = (["infoNceCe", "infoNce", "flatNce"] as const).map(
  (objective) => anchorWeightOf({ objective })!,
) as [Weight, Weight, Weight];
type Weight = (logXi: number) => number;

describe("OBJECTIVES", () => {
  it("has every objective under its own id, with its words", () => {
    for (const id of OBJECTIVE_IDS) {
      const { label, formula, summary, source } = OBJECTIVES[id];
      expect(OBJECTIVES[id].id).toBe(id);
      for (const text of [label, formula, summary, source]) expect(text.trim()).not.toBe("");
    }
  });

  it("has defaults within their bounds, and words for every option", () => {
    for (const { minimum, default: usual, maximum, label, summary } of Object.values(OPTIONS)) {
      expect(minimum).toBeLessThan(maximum);
      expect(usual).toBeGreaterThanOrEqual(minimum);
      expect(usual).toBeLessThanOrEqual(maximum);
      for (const text of [label, summary]) expect(text.trim()).not.toBe("");
    }
  });

  it("means the same by an option in every objective that has it", () => {
    for (const name of OPTION_NAMES) {
      const owners = OBJECTIVE_IDS.map((id) => OBJECTIVES[id].options as Record<string, ObjectiveOption>);
      const meanings = owners.flatMap((options) => (name in options ? [options[name]] : []));
      expect(meanings.length).toBeGreaterThan(0);
      for (const meaning of meanings) expect(meaning).toEqual(OPTIONS[name]);
    }
  });

  it("draws no curve where log xi alone does not decide an anchor's weight", () => {
    for (const id of ["sogClr", "debiased", "dclw", "flo", "nPair", "nwj", "barlowTwins"] as const)
      expect(anchorWeightOf({ objective: id })).toBeNull();
  });

  it("weighs an anchor by xi itself under the exponential loss, and by xi / (c + xi) in the dual family", () => {
    expect(anchorWeightOf({ objective: "xi" })?.(-3)).toBe(Math.exp(-3));
    expect(anchorWeightOf({ objective: "dual", c: 0.5 })?.(Math.log(2))).toBeCloseTo(0.8, 12);
    expect(anchorWeightOf({ objective: "dual", c: 0 })?.(-30)).toBe(1);
  });

  it("weighs every anchor alike under FlatNCE", () => {
    expect([-40, 0, 5].map(flatNce)).toEqual([1, 1, 1]);
  });

  it("weighs an anchor by the vanishing factor under InfoNCE", () => {
    expect(infoNce(0)).toBe(0.5);
    expect(infoNce(-20) / Math.exp(-20)).toBeCloseTo(1, 6);
    expect(infoNce(200)).toBe(1);
    expect(infoNce(-800)).toBe(0);
  });

  it("shows where float32 loses the positive under cross-entropy: at a quarter to a half of its epsilon", () => {
    expect(infoNceCe(Math.log(2.9e-8))).toBe(0);
    expect(infoNceCe(Math.log(1.2e-7))).toBeGreaterThan(0);
    expect(infoNceCe(Math.log(0.1))).toBeCloseTo(infoNce(Math.log(0.1)), 6);
  });

  it("keeps of an arm, when its objective changes, what the new one knows", () => {
    const arm = { objective: "dual" as const, c: 0.3, label: "mine", temperature: 0.1 };
    expect(withObjective(arm, "dual")).toMatchObject({ c: 0.3 });
    const flat = withObjective(arm, "flatNce");
    expect(flat).toMatchObject({ objective: "flatNce", label: "mine", temperature: 0.1 });
    expect(flat.c).toBeUndefined();
  });
});
