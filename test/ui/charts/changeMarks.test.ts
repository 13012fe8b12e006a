import { expect, it } from "vitest";
import type { RunChange } from "../../../src/record/changes";
import { changeMarks } from "../../../src/ui/charts/series/changeMarks";

const change = (step: number, patch: RunChange["patch"] = { temperature: 0.3 }): RunChange => ({ step, patch });
const room = { compact: false, place: (step: number) => step, domain: [0, 100] as const };
const labels = (changes: RunChange[], other = {}) =>
  changeMarks(changes, { ...room, ...other }).map(({ label }) => label);

it("names the latest change where there is room, and marks the others", () => {
  expect(labels([change(20)])).toEqual(["Temperature 0.3"]);
  expect(labels([change(10), change(40, { optimizer: { learningRate: 0.01, weightDecay: 0.1 } })])).toEqual([
    "\u0394",
    "2 changes",
  ]);
  expect(labels([change(40), change(80)])).toEqual(["\u0394", "\u0394"]);
  expect(labels([change(20)], { compact: true })).toEqual(["\u0394"]);
});

it("marks no change outside of what is shown", () => {
  expect(labels([change(5), change(150)], { domain: [10, 100] })).toEqual([]);
});
