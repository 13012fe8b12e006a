import { describe, expect, it } from "vitest";
import { createEncoder } from "../../src/ops/encoder";
import { assertFits, assertRoom, assertTotalFits } from "../../src/training/limits";
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

  it("is asked of all tensors together, and a batch that fits is passed", async () => {
    const config = tinyConfig({ batchSize: 512, dataset: { id: "points", samples: 2000 }, seeds: 16 });
    const dataset = await dataOf(config);
    const encoder = createEncoder(config.encoder, dataset.shape);
    const at = (batchSize: number, most: number) =>
      assertTotalFits({ ...config, batchSize }, dataset, encoder, most * MEGABYTE);
    expect(() => at(512, 10_000)).not.toThrow();
    let message = "";
    try {
      at(512, 128);
    } catch (error) {
      message = String(error);
    }
    const [, batch] = /at most 128 MB.*largest batch size that fits is (\d+)/.exec(message) ?? [];
    expect(() => at(Number(batch), 128)).not.toThrow();
    expect(() => at(Number(batch) + 1, 128)).toThrow();
  });

  it("is little for what nobody has asked for", async () => {
    await chooseCpu();
    const config = tinyConfig({ batchSize: 1024, dataset: { id: "points", samples: 4000 }, seeds: 16 });
    const dataset = await dataOf(config);
    const encoder = createEncoder(config.encoder, dataset.shape);
    expect(() => assertRoom(config, dataset, encoder)).not.toThrow();
    expect(() => assertRoom(config, dataset, encoder, true)).toThrow(/which a link alone does not take up/);
    expect(() => assertRoom(tinyConfig(), dataset, encoder, true)).not.toThrow();
  });
});
