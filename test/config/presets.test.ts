import { describe, expect, it } from "vitest";
import { DEFAULT_PRESET, findPreset, LIGHT_PRESET, presetConfig } from "../../src/config/presets";

describe.each([DEFAULT_PRESET, LIGHT_PRESET])("the preset %s, which may be the first that is read", (id) => {
  it("says among how many views a twin is looked for", () => {
    const { batchSize } = presetConfig(id);
    expect(findPreset(id)?.summary).toContain(`must find its twin among ${2 * batchSize - 1} others`);
  });
});
