import * as tf from "@tensorflow/tfjs";
import fc from "fast-check";
import { expect, it } from "vitest";
import { ALL as ALL_AUGMENTATIONS, type Augmentations, VIEW_FIELDS } from "../../src/augmentations";
import { augmentationParameters } from "../../src/augmentations/draws";
import { Replayable } from "../../src/engine/replayable";
import { type WasmLane, wasm } from "../../src/engine/wasm/lane";
import { toBackend } from "../../src/ops/augment/resident";
import { hasKernels, wasmSamples } from "../../src/ops/augment/wasm";
import { ViewSource } from "../../src/training/viewSource";
import { expectAllclose } from "../support/allclose";
import type { AugmentationInput } from "../support/augment/config";
import type { Scene } from "../support/augment/drawnScene";
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
  type Tolerance,
} from "../support/augment/scenes";
import { solarize } from "../support/augment/solarize";
import { WasmViewsOfBothKinds } from "../support/augment/wasmViews";
import { describeOnEachBackend } from "../support/backends";
import { dataOf, tinyConfig } from "../support/experiment";
import { bits } from "../support/tensors";

describeOnEachBackend("wasmViews", () => {
  it.each(EACH_AUGMENTATION)("makes views with %s as the reference does", async (_name, options, tolerance) => {
    await expectSameViews({ options: { ...NOTHING, ...options } }, 5, tolerance);
    await expectSameViews({ options: { ...NOTHING, ...options }, shape: [9, 13, 1] }, 6, tolerance);
  });

  it.each(EACH_SHAPE)("knows samples of shape %j", async (shape, batchSize) => {
    await expectSameViews({ shape, options: ALL, batchSize, count: 17 }, 1234, TOLERANCE);
  });

  it("makes the second view of the second sample of a pair", async () => {
    const pairs = { shape: [5], batchSize: 3, count: 17, pairs: true };
    await expectSameViews({ ...pairs, options: { ...NOTHING, noise: 0.01 } }, 77, NARROW);
    const both = scene({ ...pairs, options: NOTHING });
    both.setStep(3);
    const views = (await both.views().array()) as number[][][];
    for (const seed of views)
      for (let i = 0; i < 3; i++) expect(seed[i + 3]).toEqual(seed[i]?.map((value) => value + 10));
  });

  it("agrees with the reference on any recipe, seed and step", async () => {
    await fc.assert(
      fc.asyncProperty(anyScene, fc.integer({ min: 0, max: LAST_STEP }), (drawn, step) =>
        expectSameViews(drawn, step, TOLERANCE),
      ),
      { numRuns: 20, seed: 1 },
    );
  });

  it("draws the same batches and the same parameters to the bit, sizes of crops to rounding", async () => {
    await fc.assert(fc.asyncProperty(anyScene, fc.integer({ min: 0, max: LAST_STEP }), expectSameDraws), {
      numRuns: 30,
      seed: 2,
      examples: [[FULL_BATCH, LAST_STEP]],
    });
  });

  it("makes the views of a smaller batch in the rows of a larger one", async () => {
    const options = { ...ALL, rotation: 0 };
    const large = scene({ options, seeds: [3, 4], batchSize: 5 }, [3, 5]);
    const small = scene({ options, seeds: [3], batchSize: 3 });
    for (const both of [large, small]) both.setStep(2);
    const [rows, own] = [(await large.views().array()) as number[][], (await small.views().array()) as number[][]];
    const first = rows[0] as number[];
    expect([...first.slice(0, 3), ...first.slice(5, 8)]).toEqual(own[0]);
    // The rows beyond show its samples again.
    const samples = await wasmSamples(large.backend, 10, large.draw).data();
    expect([...samples.slice(3, 5)]).toEqual([...samples.slice(0, 2)]);
  });

  it("follows the block where it is replayed", async () => {
    const both = scene();
    const kept = tf.engine().makeTensorFromTensorInfo(both.backend.allocate(both.views().size));
    let runs = 0;
    const work = new Replayable(() => {
      runs++;
      tf.tidy(() => both.backend.copyInto(kept, both.views()));
    }, true);
    for (const step of [1, 2, 3, 1000]) {
      both.setStep(step);
      work.run();
      await expectAllclose(kept, both.reference(step), TOLERANCE);
    }
    expect([runs, work.refusal]).toEqual([2, null]);
    work.dispose();
  });

  it("repeats to the bit, reads bytes as it reads floats, and leaves no tensor behind", async () => {
    const both = scene();
    both.setStep(9);
    const before = tf.memory().numTensors;
    const views = both.views();
    expect(tf.memory().numTensors).toBe(before + 1);
    expect(await bits(both.views())).toEqual(await bits(views));
    const values = toBackend(both.split, both.shape);
    expect(await bits(both.views({ ...both.resident, values }))).toEqual(await bits(views));
  });

  it("says what to change when there are fewer samples than a batch", () => {
    const both = scene({ count: 3, batchSize: 4 });
    expect(() => both.views()).toThrow(/batch size of at most 3/);
  });

  it("is where a training's views come from", async () => {
    const config = tinyConfig({ seeds: 2 });
    const dataset = await dataOf(config);
    const source = new ViewSource(dataset, config);
    const lane = laneHere();
    lane.fused = false;
    const reference = new ViewSource(dataset, config);
    lane.fused = true;
    expect(lane.record(() => source.views(3)).dispatches).toBe(4);
    await expectAllclose(source.views(7), reference.views(7), TOLERANCE);
    await expectAllclose(source.probeViews(7, 2), reference.probeViews(7, 2), TOLERANCE);
  });

  it("leaves to the reference what has no kernel, where it is asked for", () => {
    const augmentations: Augmentations = [...ALL_AUGMENTATIONS, solarize as unknown as Augmentations[number]];
    const { recipe, shape } = scene({ options: ALL });
    const asked = (share: number) => ({ augmentations, recipe: { ...recipe, solarize: share } });
    expect([0, 0.5].map((share) => hasKernels(shape, asked(share)))).toEqual([true, false]);
    expect(hasKernels([5], asked(0.5))).toBe(true);
  });
}, ["wasm"]);

function scene(what: Partial<Scene> = {}, own?: number[]): WasmViewsOfBothKinds {
  return new WasmViewsOfBothKinds(laneHere(), what, own);
}

function laneHere(): WasmLane {
  const lane = wasm();
  if (!lane) throw new Error("The backend has no lane.");
  return lane;
}

async function expectSameViews(what: Partial<Scene>, step: number, tolerance: Tolerance): Promise<void> {
  const both = scene(what);
  both.setStep(step);
  const [views, reference] = [both.views(), both.reference(step)];
  expect(views.shape).toEqual(reference.shape);
  await expectAllclose(views, reference, tolerance);
}

async function expectSameDraws(what: Scene, step: number): Promise<void> {
  const both = scene({ ...what, options: { ...onAll(what.options) } });
  both.setStep(step);
  const samples = await wasmSamples(both.backend, both.split.count, both.draw).data();
  expect([...samples]).toEqual(both.indices(step).flat());
  const { seeds, batchSize, purposes, recipe } = both;
  const expected = augmentationParameters(recipe, { seeds, step, views: 2 * batchSize, purpose: purposes.purpose });
  const drawn = await both.table().data();
  const count = VIEW_FIELDS.length;
  VIEW_FIELDS.forEach((field, column) => {
    const [ours, theirs] = [drawn, expected].map((table) => Array.from(table).filter((_, i) => i % count === column));
    const difference = Math.max(...(theirs ?? []).map((value, view) => Math.abs(value - (ours?.[view] as number))));
    expect(difference, field).toBeLessThanOrEqual(SIZES_OF_CROPS.includes(field) ? 2e-7 : 0);
  });
}

const SIZES_OF_CROPS: readonly string[] = ["centerX", "centerY", "width", "height"];

/** Such that every stage is needed, so that all of the table is drawn. */
function onAll(options: AugmentationInput): AugmentationInput {
  return { ...options, strength: 1, blur: 0.5, cutout: 0.5, cutoutSide: 0.5, brightness: 0.5, grey: 0.3, jitter: 0.7 };
}
