import { expect, it } from "vitest";
import { meanWeights } from "../../src/ui/charts/series/meanWeights";

const arms = [{ objective: "infoNce" as const }, { objective: "flatNce" as const }, { objective: "clip" as const }];
/** Two anchors in bins around log xi = -1 and 1. */
const counts = [1, 1];
const histogram = { step: 3, from: -2, width: 2, counts: arms.map(() => Uint32Array.from(counts)) };
const queue = (size: number) => ({ arms, queue: { size, momentum: 0.9 } });

it("averages the weights of the anchors where the histogram is of the loss's own negatives", () => {
  // xi / (1 + xi) at -1 and at 1 add up to 1.
  const [infoNce, flatNce, clip] = meanWeights(queue(0), histogram);
  expect(infoNce).toBeCloseTo(0.5, 12);
  expect([flatNce, clip]).toEqual([1, undefined]);
});

it("is silent where the loss's negatives are a queue's, and before the first step", () => {
  expect(meanWeights(queue(64), histogram)).toEqual([]);
  expect(meanWeights(queue(0), null)).toEqual([]);
});
