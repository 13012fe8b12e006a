import { describe, expect, it } from "vitest";
import { presetConfig } from "../../../src/config/presets";
import { outcomeOf } from "../../../src/ui/learn/experiment/check";
import { checkOf, questionWords } from "../../../src/ui/lesson/question";

const between = { kind: "between", metric: "gradientVariance", a: 0, b: 1 } as const;
const growth = { kind: "growth", metric: "knnAccuracy", arm: 1 } as const;

describe("the question of a lesson", () => {
  it("is answered by the whole interval of what was measured, the second arm minus the first", () => {
    const { choices } = checkOf(between);
    const outcomes = (
      [
        [-2, -1],
        [1, 2],
        [-1, 1],
      ] as const
    ).map((interval) => outcomeOf({ interval: [...interval] }, choices));
    expect(outcomes).toEqual(["first", "second", "same"]);
    expect(outcomeOf({ interval: null }, choices)).toBe("same");
    expect(outcomeOf({ interval: [1, 2] }, checkOf(growth).choices)).toBe("rises");
  });

  it("names the arms by their labels, and has a word for each choice", () => {
    const config = presetConfig("points");
    const words = questionWords(between, "", config);
    expect(words.asks).toBe("Which arm will end with the higher value: Gradient variance?");
    expect(Object.keys(words.choices)).toEqual(checkOf(between).choices.map(({ id }) => id));
    expect(words.outcomes.second).toBe("FlatNCE ended higher.");
    expect(questionWords(growth, "Mine?", config).asks).toBe("Mine?");
  });
});
