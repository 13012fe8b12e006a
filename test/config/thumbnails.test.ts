import { describe, expect, it } from "vitest";
import { fingerprint } from "../../scripts/thumbnails/fingerprint";
import { reduceRecord } from "../../scripts/thumbnails/reduce";
import { PRESETS, presetConfig } from "../../src/config/presets";
import type { Thumbnail } from "../../src/config/presets/thumbnail";
import { EMPTY_RECORD } from "../support/emptyRecord";

const FILES = import.meta.glob<Thumbnail>("../../src/config/presets/thumbnails/*.json", {
  eager: true,
  import: "default",
});
const thumbnails = Object.values(FILES);

describe("the pictures of the presets", () => {
  it.each(PRESETS.map((preset) => [preset.id, preset] as const))(
    "%s was run as it is now: if not, npm run presets:thumbnails -- <id>",
    (id, preset) => {
      const own = thumbnails.filter((thumbnail) => thumbnail.preset === id);
      expect(own.map(({ settings, metric }) => [settings, metric])).toEqual([[fingerprint(preset), preset.chart]]);
      expect(own[0]?.arms).toHaveLength(presetConfig(id).arms.length);
      for (const { mean, low, high } of own[0]?.arms ?? [])
        expect([mean.length, low.length, high.length]).toEqual(Array(3).fill(own[0]?.steps.length));
    },
  );

  it("are of no preset that is gone", () => {
    const ids = PRESETS.map(({ id }) => id);
    expect(thumbnails.map(({ preset }) => preset).filter((id) => !ids.includes(id))).toEqual([]);
  });

  it("know a preset by what it says, in whatever order", () => {
    const chart = "probeAccuracy" as const;
    const known = fingerprint({ chart, config: { batchSize: 4, seeds: 2 } });
    expect(fingerprint({ chart, config: { seeds: 2, batchSize: 4 } })).toBe(known);
    expect(fingerprint({ chart, config: { seeds: 3, batchSize: 4 } })).not.toBe(known);
    expect(fingerprint({ chart: "temperature", config: { seeds: 2, batchSize: 4 } })).not.toBe(known);
  });
});

describe("a record's curves", () => {
  const series = (values: (number | null)[]) => ({ step: values.map((_, step) => step), probeAccuracy: values });
  const learner = (arm: number, seed: number, values: (number | null)[]) => ({ arm, seed, series: series(values) });

  it("are the mean over the seeds, and the least and the greatest, where there is something measured", () => {
    const learners = [learner(0, 0, [1, null, 3]), learner(0, 1, [2, null, null]), learner(1, 0, [0, null, 0])];
    const { steps, arms } = reduceRecord({ ...EMPTY_RECORD, learners }, "probeAccuracy");
    expect(steps).toEqual([0, 2]);
    expect(arms[0]).toEqual({ mean: [1.5, 3], low: [1, 3], high: [2, 3] });
    expect(arms[1]?.mean).toEqual([0, 0]);
  });

  it("have at most 24 points, each the mean of its steps", () => {
    const ramp = Array.from({ length: 100 }, (_, i) => i);
    const { steps, arms } = reduceRecord({ ...EMPTY_RECORD, learners: [learner(0, 0, ramp)] }, "probeAccuracy");
    expect(steps).toHaveLength(24);
    expect(arms[0]?.mean[0]).toBe(1.5);
    expect(arms[0]?.mean.at(-1)).toBe(97);
  });

  it("are none of what was not measured", () => {
    expect(() => reduceRecord(EMPTY_RECORD, "probeAccuracy")).toThrow("did not measure");
  });
});
