import { expect, it } from "vitest";
import { hasFoundTwin } from "../../../src/record/anchors/reading";

const negatives = [0.8, 0.2].map((cosine, view) => ({ view, cosine, share: 0.5 }));

it("says that an anchor has found its twin where that is more like it than every negative", () => {
  expect(hasFoundTwin({ positive: 0.9, negatives })).toBe(true);
  expect(hasFoundTwin({ positive: 0.8, negatives })).toBe(false);
  expect(hasFoundTwin({ positive: 0.5, negatives })).toBe(false);
});
