import { expect, it } from "vitest";
import { hasFoundTwin } from "../../../src/record/anchors/reading";

it("says that an anchor has found its twin where that outweighs all negatives together, and not where it is merely the nearest", () => {
  expect(hasFoundTwin({ logXi: Math.log(2 * Math.exp((0.5 - 0.9) / 0.05)) })).toBe(true);
  expect(hasFoundTwin({ logXi: Math.log(30 * Math.exp((0.5 - 0.9) / 0.5)) })).toBe(false);
});
