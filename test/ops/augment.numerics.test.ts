import * as tf from "@tensorflow/tfjs";
import { expect, it } from "vitest";
import { type AugmentationWork, VIEW_FIELDS, type ViewField } from "../../src/augmentations";
import { augmentationRecipe } from "../../src/augmentations/recipe";
import { PURPOSE } from "../../src/engine/random";
import { augmentedViews } from "../../src/ops/augment";
import { augmentImages, augmentPoints, type ViewBatch } from "../../src/ops/augment/reference";
import { pairOffset, toBackend, unpaired } from "../../src/ops/augment/resident";
import { expectAllclose, flatten } from "../support/allclose";
import { augmentationOf } from "../support/augment/config";
import { blur, grey, type Image, mapPixels, nested, resample, yiq } from "../support/augment/images";
import { describeOnEachBackend } from "../support/backends";
import { plainRandom } from "../support/stackedReference";
import { bits, toTensor } from "../support/tensors";

/** A view that is the whole image, unchanged. */
const IDENTITY: Record<ViewField, number> = {
  centerX: 0.5,
  centerY: 0.5,
  width: 1,
  height: 1,
  rotation: 0,
  flip: 0,
  brightness: 1,
  contrast: 1,
  saturation: 1,
  hue: 0,
  grey: 0,
  blur: 0,
  cutout: 0,
  cutoutX: 0.5,
  cutoutY: 0.5,
};
const NOTHING: AugmentationWork = {
  geometry: false,
  light: false,
  color: false,
  blurRadius: 0,
  noise: 0,
  cutoutSide: 0,
};
const TOLERANCE = { rtol: 1e-4, atol: 1e-4 };

describeOnEachBackend("augmentImages", () => {
  const SHAPE = [3, 5, 6, 3];
  /** Values well inside 0..1, so that nothing is clipped unless a test wants it. */
  const images = plainRandom(SHAPE, 1).values.map((value) => 0.5 + 0.1 * value);
  const resident = () => tf.tensor4d(Float32Array.from(images), SHAPE as [number, number, number, number]);
  const image = (n: number): Image => nested(images.slice(n * 90, (n + 1) * 90), 5, 6, 3);

  it("gathers each seed's batch twice and centres it", async () => {
    const batch = batchOf([IDENTITY], { seeds: 2, indices: Int32Array.of(2, 0, 1, 1) });
    const views = augmentImages(resident(), batch);
    expect(views.shape).toEqual([2, 4, 5, 6, 3]);
    const expected = [2, 0, 2, 0, 1, 1, 1, 1].flatMap((n) =>
      image(n)
        .flat(2)
        .map((value) => 2 * value - 1),
    );
    await expectAllclose(views, expected, TOLERANCE);
  });

  it.each<[string, Partial<Record<ViewField, number>>]>([
    ["nothing", {}],
    ["a flip", { flip: 1 }],
    ["a crop", { centerX: 0.4, centerY: 0.6, width: 0.5, height: 0.7 }],
    ["a rotation", { rotation: 0.3 }],
    ["a quarter turn", { rotation: Math.PI / 2 }],
    ["all at once", { centerX: 0.45, centerY: 0.5, width: 0.8, height: 0.6, rotation: -0.5, flip: 1 }],
  ])("resamples with %s as the reference does", async (_name, change) => {
    const view = { ...IDENTITY, ...change };
    const views = augmentImages(resident(), batchOf([view], { work: { ...NOTHING, geometry: true } }));
    await expectImage(views, resample(image(0), view));
  });

  it("mirrors left and right, and turns x towards y", async () => {
    const [mirrored, turned] = await Promise.all(
      [{ flip: 1 }, { rotation: Math.PI / 2 }].map((change) =>
        firstView(
          augmentImages(square(), batchOf([{ ...IDENTITY, ...change }], { work: { ...NOTHING, geometry: true } })),
        ),
      ),
    );
    await expectAllclose(mirrored!, [0.2, 0.1, 0.4, 0.3], TOLERANCE);
    await expectAllclose(turned!, [0.2, 0.4, 0.1, 0.3], TOLERANCE);
  });

  it("changes brightness, and contrast about the mean grey", async () => {
    const view = { ...IDENTITY, brightness: 0.8, contrast: 1.3 };
    const views = augmentImages(resident(), batchOf([view], { work: { ...NOTHING, light: true } }));
    const pixels = image(0);
    const mean = pixels.flat().reduce((sum, pixel) => sum + grey(pixel), 0) / 30;
    await expectImage(
      views,
      mapPixels(pixels, (p) => p.map((v) => 0.8 * (1.3 * v - 0.3 * mean))),
    );
  });

  it("changes saturation about the grey value", async () => {
    const view = { ...IDENTITY, saturation: 0.4 };
    const views = augmentImages(resident(), batchOf([view], { work: { ...NOTHING, color: true } }));
    await expectImage(
      views,
      mapPixels(image(0), (p) => p.map((v) => grey(p) + 0.4 * (v - grey(p)))),
    );
  });

  it("drops the colour", async () => {
    const view = { ...IDENTITY, grey: 1, hue: 1, saturation: 0.3 };
    const views = augmentImages(resident(), batchOf([view], { work: { ...NOTHING, color: true } }));
    await expectImage(
      views,
      mapPixels(image(0), (p) => p.map(() => grey(p))),
    );
  });

  it("turns the hue: I and Q as a vector, at constant luma", async () => {
    const work = { ...NOTHING, color: true };
    const turned = (hue: number) => firstView(augmentImages(resident(), batchOf([{ ...IDENTITY, hue }], { work })));
    const [cosine, sine] = [Math.cos(0.7), Math.sin(0.7)];
    const expected = mapPixels(image(0), (pixel) => {
      const [y, i, q] = yiq(pixel) as [number, number, number];
      return [y, cosine * i - sine * q, sine * i + cosine * q];
    });
    await expectAllclose(mapPixels(nested(await turned(0.7), 5, 6, 3), yiq), expected, TOLERANCE);
    await expectAllclose(await turned(2 * Math.PI), image(0), TOLERANCE);
  });

  it("blurs each image with its own deviation, mirrored at the borders", async () => {
    const sharp = { ...IDENTITY };
    const blurred = { ...IDENTITY, blur: 0.9 };
    const views = augmentImages(resident(), batchOf([blurred, sharp], { work: { ...NOTHING, blurRadius: 2 } }));
    const [first, second] = tf.unstack(tf.add(tf.mul(views, 0.5), 0.5).reshape([2, 5, 6, 3]));
    await expectAllclose(first!, blur(image(0), 0.9, 2), TOLERANCE);
    await expectAllclose(second!, image(0), TOLERANCE);
  });

  it("adds noise and clips to the range of images", async () => {
    const noise = Float32Array.from({ length: 180 }, (_, i) => (i % 7) - 3);
    const views = augmentImages(resident(), batchOf([IDENTITY], { work: { ...NOTHING, noise: 0.3 }, noise }));
    const clipped = [...image(0).flat(2), ...image(0).flat(2)].map((v, i) =>
      Math.min(1, Math.max(0, v + 0.3 * noise[i]!)),
    );
    await expectAllclose(
      views,
      clipped.map((v) => 2 * v - 1),
      TOLERANCE,
    );
  });

  it.each<[string, number, Partial<Record<ViewField, number>>, number[], number[]]>([
    // Of 5 rows and 6 columns.
    ["inside", 2, { cutoutX: 0.5, cutoutY: 0.5 }, [1, 2], [2, 3]],
    ["of an odd side", 3, { cutoutX: 0.34, cutoutY: 0.4 }, [1, 2, 3], [1, 2, 3]],
    ["over the first corner", 3, { cutoutX: 0, cutoutY: 0 }, [0, 1], [0, 1]],
    ["over the last corner", 4, { cutoutX: 0.999, cutoutY: 0.999 }, [2, 3, 4], [3, 4, 5]],
    ["as large as the image", 5, { cutoutX: 0.999, cutoutY: 0 }, [0, 1, 2], [3, 4, 5]],
  ])("cuts out a square %s, and flattens noise there", async (_name, cutoutSide, center, rows, columns) => {
    const noise = Float32Array.from({ length: 180 }, (_, i) => ((i * 7) % 5) - 2);
    const work = { ...NOTHING, noise: 0.1, cutoutSide };
    const batch = batchOf([{ ...IDENTITY, ...center, cutout: 1 }, IDENTITY], { work, noise });
    const plain = augmentImages(resident(), { ...batch, work: { ...work, cutoutSide: 0 } });
    const kept = (i: number) => {
      const [row, column] = [Math.floor(i / 18), Math.floor(i / 3) % 6];
      return i >= 90 || !rows.includes(row) || !columns.includes(column);
    };
    const expected = (await flatten(plain)).map((value, i) => (kept(i) ? value : 0));
    await expectAllclose(augmentImages(resident(), batch), expected, { rtol: 0, atol: 0 });
  });

  it("jitters images of one channel", async () => {
    const work = { ...NOTHING, light: true, color: true };
    const one = tf.tensor4d([0.1, 0.2, 0.3, 0.6], [1, 2, 2, 1]);
    const views = augmentImages(one, batchOf([{ ...IDENTITY, contrast: 0.5, saturation: 0.1 }], { work }));
    await expectAllclose(await firstView(views), [0.2, 0.25, 0.3, 0.45], TOLERANCE);
  });
});

describeOnEachBackend("augmentPoints", () => {
  it("adds noise to each point, twice per sample", async () => {
    const points = tf.tensor2d([
      [1, 2],
      [3, 4],
      [5, 6],
    ]);
    const noise = Float32Array.of(1, 0, 0, 1, -1, 0, 0, -1);
    const batch = { seeds: 1, indices: Int32Array.of(2, 0), noise, work: { ...NOTHING, noise: 0.5 } };
    await expectAllclose(augmentPoints(points, batch), [
      [
        [5.5, 6],
        [1, 2.5],
        [4.5, 6],
        [1, 1.5],
      ],
    ]);
  });

  it("takes the second view from the second point of a pair", async () => {
    const split = {
      count: 2,
      values: Float32Array.of(1, 2, 3, 4),
      second: Float32Array.of(10, 20, 30, 40),
      labels: null,
    };
    const indices = Int32Array.of(1, 0);
    const batch = { seeds: 1, indices, noise: new Float32Array(0), work: NOTHING, pairOffset: pairOffset(split) };
    const points = toBackend(unpaired(split), [2]) as tf.Tensor2D;
    await expectAllclose(augmentPoints(points, batch), [
      [
        [3, 4],
        [1, 2],
        [30, 40],
        [10, 20],
      ],
    ]);
  });
});

describeOnEachBackend("augmentedViews", () => {
  const options = augmentationOf({ strength: 1, rotation: 15, noise: 0.05, cutout: 0.5 });
  const recipe = augmentationRecipe(options, [12, 12, 3]);
  const draw = { seeds: [3, 4], step: 5, purpose: PURPOSE.trainingViews, indices: Int32Array.of(0, 1, 2, 1) };
  const views = (change: Partial<typeof draw> = {}) => {
    const resident = tf.clipByValue(
      tf.add(tf.mul(toTensor<tf.Tensor>(plainRandom([3, 12, 12, 3], 1)), 0.2), 0.5),
      0,
      1,
    );
    return augmentedViews(resident, recipe, { ...draw, ...change });
  };

  it("is the same to the bit every time, and other at another step", async () => {
    expect(views().shape).toEqual([2, 4, 12, 12, 3]);
    expect(await bits(views())).toEqual(await bits(views()));
    expect(await bits(views({ step: 6 }))).not.toEqual(await bits(views()));
  });

  it("gives a seed the same views whatever the other seeds are", async () => {
    const alone = views({ seeds: [4], indices: Int32Array.of(2, 1) });
    await expectAllclose(tf.unstack(views())[1]!, tf.unstack(alone)[0]!, { rtol: 1e-6, atol: 1e-6 });
  });

  it("stays within -1..1", async () => {
    const values = await flatten(views());
    expect(Math.max(...values)).toBeLessThanOrEqual(1);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(-1);
  });

  it("leaves no tensor behind", () => {
    const resident = tf.zeros([3, 12, 12, 3]);
    const before = tf.memory().numTensors;
    augmentedViews(resident, recipe, draw).dispose();
    expect(tf.memory().numTensors).toBe(before);
  });
});

/** A batch of sample 0 with the given first views (the second views are the same), or as `change` says. */
function batchOf(views: Record<ViewField, number>[], change: Partial<ViewBatch>): ViewBatch {
  const indices = change.indices ?? Int32Array.of(0);
  const count = 2 * indices.length;
  const parameters = Array.from({ length: count }, (_, v) =>
    VIEW_FIELDS.map((field) => views[v % views.length]![field]),
  );
  const defaults = { seeds: 1, indices, noise: new Float32Array(0), work: NOTHING };
  return { ...defaults, parameters: Float32Array.from(parameters.flat()), ...change };
}

function square(): tf.Tensor4D {
  return tf.tensor4d([0.1, 0.2, 0.3, 0.4], [1, 2, 2, 1]);
}

/** Values of the first view, back in 0..1. */
async function firstView(views: tf.Tensor5D): Promise<number[]> {
  const size = views.size / (views.shape[0] * views.shape[1]);
  return (await flatten(views)).slice(0, size).map((value) => (value + 1) / 2);
}

async function expectImage(views: tf.Tensor5D, expected: Image): Promise<void> {
  await expectAllclose(await firstView(views), expected, TOLERANCE);
}
