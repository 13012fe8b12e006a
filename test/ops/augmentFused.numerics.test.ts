import * as tf from "@tensorflow/tfjs";
import fc from "fast-check";
import { expect, it } from "vitest";
import { VIEW_FIELDS } from "../../src/augmentations";
import { augmentationParameters } from "../../src/augmentations/draws";
import { toBackend } from "../../src/ops/augment/resident";
import { expectAllclose } from "../support/allclose";
import type { AugmentationInput } from "../support/augment/config";
import type { Scene } from "../support/augment/drawnScene";
import { ViewsOfBothKinds } from "../support/augment/fusedViews";
import {
  ALL,
  anyScene,
  EACH_AUGMENTATION,
  EACH_SHAPE,
  FULL_BATCH,
  LAST_STEP,
  NARROW,
  NOTHING,
  TOLERANCE,
} from "../support/augment/scenes";
import { describeOnWebGpu } from "../support/backends";
import { bits } from "../support/tensors";

describeOnWebGpu("fusedViews", (backend) => {
  it.each(EACH_AUGMENTATION)("makes views with %s as the reference does", async (_name, options, tolerance) => {
    await expectSameViews({ options: { ...NOTHING, ...options } }, 5, tolerance);
  });

  it.each(EACH_SHAPE)("knows samples of shape %j", async (shape, batchSize) => {
    await expectSameViews({ shape, options: ALL, batchSize, count: 17 }, 1234, TOLERANCE);
  });

  it("makes the second view of the second sample of a pair", async () => {
    const scene = { shape: [5], options: { ...NOTHING, noise: 0.01 }, batchSize: 3, count: 17, pairs: true };
    await expectSameViews(scene, 77, NARROW);
    const both = new ViewsOfBothKinds(backend, { ...scene, options: NOTHING });
    both.setStep(3);
    const views = (await both.fused().array()) as number[][][];
    for (const seed of views)
      for (let i = 0; i < 3; i++) expect(seed[i + 3]).toEqual(seed[i]!.map((value) => value + 10));
  });

  it("agrees with the reference on any recipe, seed and step", async () => {
    await fc.assert(
      fc.asyncProperty(anyScene, fc.integer({ min: 0, max: LAST_STEP }), async (drawn, step) => {
        await expectSameViews(drawn, step, TOLERANCE);
      }),
      { numRuns: 8, seed: 1 },
    );
  });

  it("draws the same batches to the bit, and the same parameters to rounding", async () => {
    await fc.assert(
      fc.asyncProperty(anyScene, fc.integer({ min: 0, max: LAST_STEP }), async (drawn, step) => {
        await expectSameDraws(new ViewsOfBothKinds(backend, drawn), step);
      }),
      { numRuns: 12, seed: 2, examples: [[FULL_BATCH, LAST_STEP]] },
    );
  });

  it("takes no sample twice within an epoch", async () => {
    const both = new ViewsOfBothKinds(backend, { count: 50, batchSize: 16, seeds: [7], shape: [2, 2, 1] });
    const seen: number[] = [];
    for (const step of [300, 301, 302]) {
      both.setStep(step);
      const samples = await both.drawn().samples.data();
      seen.push(...samples.slice(0, 16));
    }
    expect(new Set(seen).size).toBe(48);
  });

  it("is replayed at another step", async () => {
    const both = new ViewsOfBothKinds(backend);
    const views: tf.Tensor[] = [];
    both.setStep(1);
    const recording = backend.record(() => views.push(both.fused()));
    for (const step of [2, 1000]) {
      both.setStep(step);
      backend.replay(recording);
      await expectAllclose(tf.mul(views[0]!, 1), both.reference(step), TOLERANCE);
    }
  });

  it.each<[AugmentationInput, number[], number]>([
    [{}, [6, 6, 1], 2],
    [{ noise: 0.1, flip: 1, cutout: 1 }, [6, 6, 1], 2],
    [{ blur: 1 }, [6, 6, 1], 2],
    [{ contrast: 1 }, [6, 6, 1], 3],
    [ALL, [6, 6, 3], 3],
    [ALL, [2], 1],
  ])("of %j on samples of shape %j takes %i dispatches", (options, shape, dispatches) => {
    const both = new ViewsOfBothKinds(backend, { options: { ...NOTHING, ...options }, shape });
    expect(backend.record(() => both.fused()).dispatches).toBe(dispatches);
  });

  it("repeats to the bit, reads bytes as it reads floats, and leaves no tensor behind", async () => {
    const both = new ViewsOfBothKinds(backend);
    both.setStep(9);
    const before = tf.memory().numTensors;
    const views = both.fused();
    expect(tf.memory().numTensors).toBe(before + 1);
    expect(await bits(both.fused())).toEqual(await bits(views));
    const values = toBackend(both.split, both.shape);
    await expectAllclose(both.fused({ ...both.resident, values }), views, NARROW);
  });

  it("says what to change when there are fewer samples than a batch", () => {
    const both = new ViewsOfBothKinds(backend, { count: 3, batchSize: 4 });
    expect(() => both.fused()).toThrow(/batch size of at most 3/);
  });

  async function expectSameViews(what: Partial<Scene>, step: number, tolerance: typeof TOLERANCE): Promise<void> {
    const both = new ViewsOfBothKinds(backend, what);
    both.setStep(step);
    const [fused, reference] = [both.fused(), both.reference(step)];
    expect(fused.shape).toEqual(reference.shape);
    await expectAllclose(fused, reference, tolerance);
  }
});

async function expectSameDraws(both: ViewsOfBothKinds, step: number): Promise<void> {
  both.setStep(step);
  const { samples, views } = both.drawn();
  const twice = both.indices(step).flatMap((own) => [...own, ...own]);
  expect([...(await samples.data())]).toEqual(twice);
  const { batchSize, purpose } = both.draw;
  const draw = { seeds: both.seeds, step, views: 2 * batchSize, purpose };
  const expected = augmentationParameters(both.recipe, draw);
  const fields = tf.slice(views, [0, 0, 0], [-1, -1, VIEW_FIELDS.length]);
  await expectAllclose(fields, expected, { rtol: 1e-6, atol: 1e-6 });
}
