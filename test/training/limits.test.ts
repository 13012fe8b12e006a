import { describe, expect, it } from "vitest";
import { createEncoder } from "../../src/ops/encoder";
import { assertFits } from "../../src/training/limits";
import { chooseCpu, dataOf, tinyConfig } from "../support/experiment";

const MEGABYTE = 2 ** 20;

describe("what a device can hold", () => {
  it("is asked of every large tensor, and a batch that fits is passed", async () => {
    const config = tinyConfig();
    const dataset = await dataOf(config);
    const encoder = createEncoder(config.encoder, dataset.shape);
    expect(() => assertFits(config, dataset, encoder, MEGABYTE)).not.toThrow();
  });

  it("names the largest batch size that fits, and that one does", async () => {
    const config = tinyConfig({ dataset: { id: "points", samples: 4000 }, batchSize: 1024, seeds: 16 });
    const dataset = await dataOf(config);
    const encoder = createEncoder(config.encoder, dataset.shape);
    const refusal = () => assertFits(config, dataset, encoder, 64 * MEGABYTE);
    expect(refusal).toThrow(
      /similarities of a batch would take up 512 MB.*at most 64 MB.*largest batch size that fits is 362/,
    );
    expect(() => assertFits({ ...config, batchSize: 362 }, dataset, encoder, 64 * MEGABYTE)).not.toThrow();
    expect(() => assertFits({ ...config, batchSize: 363 }, dataset, encoder, 64 * MEGABYTE)).toThrow();
  });

  it("counts the patches of a convolution where the backend writes them out", async () => {
    await chooseCpu();
    const encoder = { id: "resnet", width: 4, depth: 8, projection: 4 } as const;
    const config = tinyConfig({ dataset: { id: "glyphs", classes: 4, samples: 64 }, encoder, batchSize: 16 });
    const dataset = await dataOf(config);
    const plan = createEncoder(config.encoder, dataset.shape);
    expect(plan.largestPatches).toBe(9 * plan.largestActivation);
    // Four learners, 32 views, 32 x 32 pixels of nine taps of four channels: 18 MB.
    expect(() => assertFits(config, dataset, plan, 17 * MEGABYTE)).toThrow(/patches of a convolution.*18 MB/);
    expect(() => assertFits(config, dataset, plan, 18 * MEGABYTE)).not.toThrow();
  });

  it("asks for fewer learners where no batch would fit", async () => {
    const config = tinyConfig({ encoder: { id: "mlp", width: 1024, depth: 3, projection: 64 }, seeds: 32 });
    const dataset = await dataOf(config);
    const encoder = createEncoder(config.encoder, dataset.shape);
    expect(() => assertFits(config, dataset, encoder, 256 * MEGABYTE)).toThrow(/optimiser's memory.*64 learners/);
  });

  it("counts the queue", async () => {
    const config = tinyConfig({ queue: { size: 65_536 }, batchSize: 64 });
    const dataset = await dataOf(config);
    const encoder = createEncoder(config.encoder, dataset.shape);
    expect(() => assertFits(config, dataset, encoder, 64 * MEGABYTE)).toThrow(
      /similarities to the queue would take up 128 MB.*largest batch size that fits is 32/,
    );
    expect(() => assertFits(config, dataset, encoder, MEGABYTE)).toThrow(/a shorter queue/);
  });
});
