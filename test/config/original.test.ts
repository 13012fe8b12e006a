import { describe, expect, it } from "vitest";
import { withEncoder } from "../../src/config/kinds";
import { presetConfig } from "../../src/config/presets";
import { originalValue } from "../../src/config/presets/original";
import { loadedPlayground } from "../session/loadedPlayground";

describe("what a setting goes back to", () => {
  it("is the preset's value, or the default without a preset", () => {
    const config = { ...presetConfig("points"), batchSize: 99 };
    expect(originalValue("points", config, "batchSize")).toBe(presetConfig("points").batchSize);
    expect(originalValue(null, config, "batchSize")).toBe(presetConfig(null).batchSize);
    expect(originalValue(null, config, "augmentation.minScale")).toBeUndefined();
  });

  it("is of the kind that there is, but for the kind itself", () => {
    const glyphs = { ...presetConfig("vanish"), seeds: 2 };
    const other = withEncoder(glyphs, "resnet");
    expect(originalValue("vanish", other, "encoder.id")).toBe(presetConfig("vanish").encoder.id);
    expect(originalValue("vanish", other, "encoder.width")).toBe(other.encoder.width);
  });

  it("is there again with one call, alone or with all others, and that can be taken back", async () => {
    const { playground } = await loadedPlayground();
    const preset = presetConfig("points");
    playground.setField("batchSize", 8);
    playground.setField("seeds", 7);
    playground.edit((draft) => draft.resetField("batchSize"));
    expect(playground.state.draft).toEqual({ ...preset, seeds: 7 });
    playground.setDataset("glyphs");
    playground.edit((draft) => draft.resetField("dataset.id"));
    expect(playground.state.draft.dataset).toEqual(preset.dataset);
    playground.edit((draft) => draft.reset());
    expect(playground.state.draft).toEqual(preset);
    playground.settingsHistory.undo();
    expect(playground.state.draft.seeds).toBe(7);
  });
});
