import { describe, expect, it } from "vitest";
import { OBJECTIVES } from "../../src/objectives";
import { objectiveGroups } from "../../src/objectives/choices";
import { anchorObjective } from "../../src/objectives/define";
import { dualRows, dualWgsl } from "../../src/objectives/parts/dual";

/** The whole of an objective, as its own file would hold it; docs/adding-an-objective.md explains it. */
const halved = anchorObjective({
  id: "halved",
  label: "Half of FlatNCE",
  formula: String.raw`\tfrac{1}{2} \log \xi_i`,
  summary: "DCL at half the weight, as an example.",
  source: "An example",
  group: { id: "subject", place: 25 },
  rows: (contrasts) => {
    const { positive, negatives } = dualRows(contrasts, contrasts.logXi);
    return { value: contrasts.logXi.div(2), positive: positive.div(2), negatives: negatives.div(2) };
  },
  wgsl: () => dualWgsl("v + log(2.0)", "0.5 * v"),
  anchorWeight: () => 0.5,
});

describe("an objective that is added", () => {
  it("is listed in its group, at its place; without a group, among the others", () => {
    const [subject] = objectiveGroups({ ...OBJECTIVES, halved });
    expect(subject?.objectives.map(({ id }) => id).slice(1, 4)).toEqual(["infoNceCe", "halved", "flatNce"]);
    const last = objectiveGroups({ ...OBJECTIVES, halved: { ...halved, group: null } }).at(-1);
    expect(last?.objectives.map(({ id }) => id)).toEqual(["halved"]);
  });

  it("has what it did not say", () => {
    expect(halved).toMatchObject({ kind: "anchor", pairing: "allViews", options: {}, learned: 0, paletteIndex: null });
  });
});

describe("the groups of the objectives", () => {
  it("hold every objective once, no two at one place", () => {
    const all = objectiveGroups().flatMap(({ objectives }) => objectives);
    expect(new Set(all)).toEqual(new Set(Object.values(OBJECTIVES)));
    expect(new Set(all).size).toBe(all.length);
    expect(new Set(all.map(({ group }) => JSON.stringify(group))).size).toBe(all.length);
  });

  it("give each place of the palette to one objective at most", () => {
    const own = Object.values(OBJECTIVES).flatMap(({ paletteIndex }) => paletteIndex ?? []);
    expect(own).toEqual([0, 1]);
  });
});
