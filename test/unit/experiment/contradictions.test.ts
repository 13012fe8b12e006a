import { describe, expect, it } from "vitest";
import { parseConfig } from "../../../src/experiment/parseConfig";

function messages(input: unknown): string[] {
  const result = parseConfig(input);
  return result.ok ? [] : result.errors.map(({ path, message }) => `${path}: ${message}`);
}

describe("a custom objective's function", () => {
  it("is taken from a config as data", () => {
    expect(messages({ arms: [{ objective: "custom", phi: "v + 0.1*exp(v)" }, { objective: "custom" }] })).toEqual([]);
  });

  it.each([
    ["v +", "arms[0].phi"],
    ["-v", "arms[0].phi"],
    ["x", "at character 1 of x"],
    ["v + fetch(v)", "at character 5"],
  ])("%s is refused, and the message points at the character", (phi, part) => {
    expect(messages({ arms: [{ objective: "custom", phi }] }).join()).toContain(part);
  });

  it("belongs to no other objective", () => {
    expect(messages({ arms: [{ objective: "flatNce", phi: "v" }] })).toEqual([
      "arms[0].phi: FlatNCE is no function to be typed; take custom for that",
    ]);
  });
});
