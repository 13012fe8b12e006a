import { describe, expect, it } from "vitest";
import { describeConfigDiff } from "../../src/config/diff";
import { parseConfig } from "../../src/config/parse";
import { PRESETS, presetConfig } from "../../src/config/presets";
import { setUpFor, suits } from "../../src/config/presets/setup";
import { validConfig } from "../support/experiment";

const GREY = [28, 28, 1];
const COLOR = [32, 32, 3];
const ROW = [4];

describe("settings for what the samples are", () => {
  it("are those of every preset for its own data, and of no preset for points where there are images", () => {
    for (const { id } of PRESETS) {
      const config = presetConfig(id);
      const isOfImages = config.dataset.id === "glyphs";
      expect([id, suits(config, isOfImages ? [32, 32, 1] : [2])]).toEqual([id, true]);
      expect([id, suits(config, GREY)]).toEqual([id, isOfImages]);
      expect([id, suits(config, ROW)]).toEqual([id, !isOfImages]);
    }
  });

  it.each([GREY, COLOR])(
    "bring encoder, augmentation, batch and title of a preset for images of %i x %i x %i",
    (...shape) => {
      const files = { id: "files", name: "mine" } as const;
      const before = validConfig({ ...presetConfig("points"), dataset: files, batchSize: 8, seed: 7 });
      const { presetId, config } = setUpFor(before, shape);
      const lent = presetConfig("low-temperature");
      expect(presetId).toBe("low-temperature");
      expect(config).toMatchObject({ encoder: lent.encoder, batchSize: lent.batchSize, optimizer: lent.optimizer });
      expect(config).toMatchObject({ dataset: before.dataset, arms: before.arms, seed: 7 });
      expect(suits(config, shape)).toBe(true);
      expect(parseConfig(config).ok).toBe(true);
      const paths = describeConfigDiff(before, config).map(({ path }) => path);
      expect(paths).toEqual(expect.arrayContaining(["encoder.id", "batchSize", "augmentation.noise"]));
    },
  );

  it("bring those of points to rows of a table", () => {
    const before = validConfig({ ...presetConfig("vanish"), dataset: { id: "files", name: "table.csv" } });
    const { presetId, config } = setUpFor(before, ROW);
    expect([presetId, config.encoder.id, config.batchSize]).toEqual([
      "points",
      "mlp",
      presetConfig("points").batchSize,
    ]);
    expect(suits(config, ROW)).toBe(true);
  });
});
