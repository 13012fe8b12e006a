import { expect, it } from "vitest";
import type { ObjectiveId } from "../../src/objectives";
import { flatten } from "../support/allclose";
import { describeOnEachBackend } from "../support/backends";
import type { Matrix } from "../support/float64";
import { evaluate, headArm, LABEL_FREE_IDS } from "../support/objectives";

/** At this temperature cosines of 1 and -1 are logits of 50 and -50, and contrasts reach 100: e^100 is no float32. */
const TEMPERATURE = 0.02;

const [NORTH, SOUTH] = [
  [1, 0.01],
  [-1, 0.02],
];

/** Positives together, negatives opposite; the other way round; and everything in one place. */
const BATCHES: Record<string, Matrix> = {
  solved: [NORTH!, SOUTH!, NORTH!, NORTH!, SOUTH!, NORTH!],
  inverted: [NORTH!, NORTH!, NORTH!, SOUTH!, SOUTH!, SOUTH!],
  collapsed: new Array<number[]>(6).fill(NORTH!),
};

/** Their gradient is a multiple of xi itself, so that an inverted batch is beyond float32. */
const OF_XI_ITSELF: ReadonlySet<ObjectiveId> = new Set(["xi", "flo"]);

describeOnEachBackend("objectives at the ends of their range", () => {
  it.each(Object.keys(BATCHES))("are finite in value and gradient: %s", async (name) => {
    const ids = LABEL_FREE_IDS.filter((id) => name !== "inverted" || !OF_XI_ITSELF.has(id));
    for (const id of ids) {
      const { value, gradient } = evaluate(headArm(id, 1), [BATCHES[name]!], TEMPERATURE);
      const numbers = [...(await flatten(value)), ...(await flatten(gradient))];
      expect(numbers.every(Number.isFinite), `${id}: ${numbers}`).toBe(true);
    }
  });
});
