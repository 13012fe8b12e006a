import { describe, expect, it } from "vitest";
import { parseConfig } from "../../src/config/parse";
import { getIn } from "../../src/config/paths";
import { RENAMED, renamedPath, withRenamed } from "../../src/config/renamed";
import { fieldInfo } from "../../src/config/schemaInfo";

const renamed = { "optimizer.rate": "optimizer.learningRate", "arms.tau": "arms.temperature" };

describe("renamed fields", () => {
  it("are found under their new paths, in a config and in an address", () => {
    const input = { optimizer: { rate: 0.1, id: "sgd" }, arms: [{ tau: 0.2 }, { temperature: 0.3 }], steps: 5 };
    expect(withRenamed(input, renamed)).toEqual({
      optimizer: { learningRate: 0.1, id: "sgd" },
      arms: [{ temperature: 0.2 }, { temperature: 0.3 }],
      steps: 5,
    });
    expect(renamedPath("optimizer.rate", renamed)).toBe("optimizer.learningRate");
    expect(renamedPath("steps", renamed)).toBe("steps");
    expect(renamedPath("toString", renamed)).toBe("toString");
  });

  it("keep the new value where both are given, and leave alone what is no config", () => {
    expect(withRenamed({ arms: [{ tau: 1, temperature: 2 }] }, renamed)).toEqual({ arms: [{ temperature: 2 }] });
    expect(withRenamed({ arms: "many" }, renamed)).toEqual({ arms: "many" });
    expect(withRenamed(null, renamed)).toBe(null);
  });

  it("lead to fields that there are, from some that there are not", () => {
    const result = parseConfig({});
    const config = result.ok ? result.config : {};
    for (const [from, to] of Object.entries(RENAMED)) {
      expect(fieldInfo(to, config), to).not.toBe(null);
      expect(getIn(config, from), from).toBe(undefined);
    }
  });
});
