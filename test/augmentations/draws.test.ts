import { describe, expect, it } from "vitest";
import { VIEW_FIELDS, type ViewField } from "../../src/augmentations";
import { augmentationNoise, augmentationParameters } from "../../src/augmentations/draws";
import { augmentationRecipe, augmentationWork } from "../../src/augmentations/recipe";
import { ViewTable } from "../../src/augmentations/viewTable";
import { PURPOSE } from "../../src/engine/random";
import { type AugmentationInput, augmentationOf } from "../support/augment/config";

const COLOR = [32, 32, 3];
const GREY = [28, 28, 1];
const SIMCLR = augmentationOf({ strength: 1, noise: 0 });
const DRAW = { seeds: [5, 6], step: 3, views: 400, purpose: PURPOSE.trainingViews };
const NO_WORK = { geometry: false, light: false, color: false, blurRadius: 0, noise: 0, cutoutSide: 0 };

describe("augmentationRecipe", () => {
  it("is SimCLR's at strength 1", () => {
    expect(augmentationRecipe(SIMCLR, COLOR)).toEqual({
      minScale: expect.closeTo(0.08),
      maxScale: 1,
      maxAspect: expect.closeTo(4 / 3),
      flip: 0.5,
      rotation: 0,
      jitter: 0.8,
      brightness: 0.8,
      contrast: 0.8,
      saturation: 0.8,
      hue: 0.2,
      grey: 0.2,
      blur: 0.5,
      maxBlur: 2,
      noise: 0,
      cutout: 0,
      cutoutSide: 0.5,
    });
  });

  it("changes nothing at strength 0", () => {
    const recipe = augmentationRecipe(augmentationOf({ strength: 0, noise: 0 }), COLOR);
    expect(augmentationWork(recipe, COLOR)).toEqual(NO_WORK);
  });

  it("flips colour images alone, unless it is told to", () => {
    const flipOf = (flip: number | undefined, shape: number[]) =>
      augmentationRecipe(augmentationOf({ strength: 0.6, flip }), shape).flip;
    expect(flipOf(undefined, COLOR)).toBeCloseTo(0.3);
    expect([GREY, [28, 28, 4], [2], [3]].map((shape) => flipOf(undefined, shape))).toEqual([0, 0, 0, 0]);
    expect([COLOR, GREY].map((shape) => flipOf(0.1, shape))).toEqual([0.1, 0.1]);
    expect(flipOf(0, COLOR)).toBe(0);
  });

  it("lets a given field win over the strength", () => {
    const options = augmentationOf({ strength: 0.5, minScale: 0.4, blur: 0, brightness: 0.1 });
    const expected = { minScale: 0.4, blur: 0, brightness: 0.1, contrast: 0.4, maxAspect: 1 + 0.5 / 3 };
    expect(augmentationRecipe(options, COLOR)).toMatchObject(expected);
  });

  it("keeps an automatic smallest crop within the largest", () => {
    const options = augmentationOf({ strength: 0.1, maxScale: 0.5 });
    expect(augmentationRecipe(options, COLOR)).toMatchObject({ minScale: 0.5, maxScale: 0.5 });
  });
});

describe("augmentationWork", () => {
  const workOf = (fields: AugmentationInput, shape: number[]) =>
    augmentationWork(augmentationRecipe(augmentationOf({ noise: 0, ...fields }), shape), shape);

  it("does no colour work on grey images, and only noise on points", () => {
    expect(workOf({ strength: 1 }, GREY)).toMatchObject({ geometry: true, light: true, color: false });
    expect(workOf({ strength: 1 }, COLOR).color).toBe(true);
    expect(workOf({ strength: 1, cutout: 1, noise: 0.05 }, [2])).toEqual({ ...NO_WORK, noise: 0.05 });
  });

  it.each<[AugmentationInput, Partial<typeof NO_WORK>]>([
    [{ minScale: 0.5 }, { geometry: true }],
    [{ maxScale: 0.5 }, { geometry: true }],
    [{ maxAspect: 2 }, { geometry: true }],
    [{ flip: 0.1 }, { geometry: true }],
    [{ rotation: 1 }, { geometry: true }],
    [{ brightness: 0.1 }, { light: true }],
    [{ contrast: 0.1 }, { light: true }],
    [{ saturation: 0.1 }, { color: true }],
    [{ hue: 0.1 }, { color: true }],
    [{ grey: 0.1, jitter: 0 }, { color: true }],
    [{ brightness: 1, contrast: 1, saturation: 1, hue: 0.5, jitter: 0 }, {}],
    [{ blur: 0.1 }, { blurRadius: 1 }],
    [{ cutout: 0.1 }, { cutoutSide: 16 }],
    [{ cutout: 0.1, cutoutSide: 0 }, {}],
    [{ noise: 0.1 }, { noise: 0.1 }],
  ])("of %j alone is %j", (fields, work) => {
    expect(workOf({ strength: 0, ...fields }, COLOR)).toEqual({ ...NO_WORK, ...work });
  });

  it("blurs within a tenth of the shorter side, and further where deviations are larger", () => {
    const radius = (maxBlur: number) => workOf({ blur: 1, maxBlur }, [64, 80, 1]).blurRadius;
    expect([0.5, 2, 4, 8].map(radius)).toEqual([3, 3, 6, 12]);
  });
});

describe("augmentationParameters", () => {
  const recipe = augmentationRecipe(augmentationOf({ ...SIMCLR, rotation: 15, cutout: 0.3, maxBlur: 3 }), COLOR);
  const views = new ViewTable(augmentationParameters(recipe, DRAW), VIEW_FIELDS);
  const where = (field: ViewField, chosen: (view: number) => boolean) =>
    Array.from(views.column(field)).filter((_, view) => chosen(view));
  const jittered = (view: number) => views.get(view, "brightness") !== 1;

  it("keeps crops within the image", () => {
    expect(views.count).toBe(800);
    for (let view = 0; view < views.count; view++) expectCropInside(view);
  });

  it("draws areas evenly, ratios of the sides evenly in their logarithm, and places evenly", () => {
    const bounds = { minScale: 0.2, maxScale: 0.75, maxAspect: 4 / 3 };
    const crops = new ViewTable(augmentationParameters({ ...recipe, ...bounds }, DRAW), VIEW_FIELDS);
    const [width, height] = [crops.column("width"), crops.column("height")];
    expectUniform(
      crops.map((view) => width[view]! * height[view]!),
      0.2,
      0.75,
    );
    expectUniform(
      crops.map((view) => Math.log(width[view]! / height[view]!)),
      -Math.log(4 / 3),
      Math.log(4 / 3),
    );
    for (const [center, size] of [
      ["centerX", width],
      ["centerY", height],
    ] as const)
      expectUniform(
        crops.map((view) => (crops.get(view, center) - size[view]! / 2) / (1 - size[view]!)),
        0,
        1,
      );
  });

  it.each<[ViewField, number, number]>([
    ["flip", 1, 0.5],
    ["grey", 1, 0.2],
    ["blur", 0, 0.5],
    ["cutout", 1, 0.3],
    ["brightness", 1, 0.2],
  ])("makes %s %f with the probability %f", (field, value, probability) => {
    const share = where(field, () => true).filter((drawn) => drawn === value).length / views.count;
    // 800 draws: 4 standard deviations.
    expect(Math.abs(share - probability)).toBeLessThan(4 * Math.sqrt((probability * (1 - probability)) / 800));
  });

  it("changes the light and the colours of a view together or not at all", () => {
    for (const field of ["contrast", "saturation"] as const)
      expect(where(field, (view) => !jittered(view)).every((factor) => factor === 1)).toBe(true);
    expect(where("hue", (view) => !jittered(view)).every((turn) => turn === 0)).toBe(true);
    const never = new ViewTable(augmentationParameters({ ...recipe, jitter: 0 }, DRAW), VIEW_FIELDS);
    expect(new Set(never.column("brightness"))).toEqual(new Set([1]));
  });

  it.each<[ViewField, number, number, (view: number) => boolean]>([
    ["rotation", -Math.PI / 12, Math.PI / 12, () => true],
    ["brightness", 0.2, 1.8, jittered],
    ["contrast", 0.2, 1.8, jittered],
    ["saturation", 0.2, 1.8, jittered],
    ["hue", -0.4 * Math.PI, 0.4 * Math.PI, jittered],
    ["blur", 0.1, 3, (view) => views.get(view, "blur") > 0],
    ["cutoutX", 0, 1, (view) => views.get(view, "cutout") === 1],
    ["cutoutY", 0, 1, (view) => views.get(view, "cutout") === 1],
  ])("draws %s evenly from %f to %f", (field, least, most, chosen) => {
    expectUniform(where(field, chosen), least, most);
  });

  it("gives the two views of a sample different crops", () => {
    expect(views.get(0, "centerX")).not.toBe(views.get(200, "centerX"));
  });

  it("depends on seed, step and purpose alone", () => {
    const again = augmentationParameters(recipe, DRAW);
    expect(again).toEqual(augmentationParameters(recipe, { ...DRAW }));
    const fields = DRAW.views * VIEW_FIELDS.length;
    expect(again.slice(fields)).toEqual(augmentationParameters(recipe, { ...DRAW, seeds: [6] }));
    expect(again).not.toEqual(augmentationParameters(recipe, { ...DRAW, step: 4 }));
    expect(again).not.toEqual(augmentationParameters(recipe, { ...DRAW, purpose: PURPOSE.probeViews }));
  });

  it("repeats what earlier versions drew", () => {
    const first = VIEW_FIELDS.map((field) => views.get(0, field));
    const crop = [0.5419385, 0.3262434, 0.4711813, 0.4084909];
    const rest = [0, 0.0491956, 1.0116996, 0.6921464, 0.8167663, -0.9795688, 0, 0];
    expect(first.slice(0, 12)).toEqual([...crop, ...rest].map((value) => expect.closeTo(value, 6)));
  });

  function expectCropInside(view: number): void {
    for (const [center, size] of [
      ["centerX", "width"],
      ["centerY", "height"],
    ] as const) {
      expect(views.get(view, center) - views.get(view, size) / 2).toBeGreaterThanOrEqual(-1e-6);
      expect(views.get(view, center) + views.get(view, size) / 2).toBeLessThanOrEqual(1 + 1e-6);
    }
  }
});

/** By the test of Kolmogorov and Smirnov: the distance of an even draw is less than this in 999 of 1000. */
function expectUniform(values: ArrayLike<number>, least: number, most: number): void {
  const shares = Array.from(values, (value) => (value - least) / (most - least)).sort((a, b) => a - b);
  expect(shares.length).toBeGreaterThan(200);
  const distances = shares.map((share, i) => Math.max((i + 1) / shares.length - share, share - i / shares.length));
  expect(shares[0]).toBeGreaterThanOrEqual(-1e-6);
  expect(shares.at(-1)).toBeLessThanOrEqual(1 + 1e-6);
  expect(Math.max(...distances)).toBeLessThan(1.95 / Math.sqrt(shares.length));
}

describe("augmentationNoise", () => {
  it("is standard, and its own in every view", () => {
    const noise = augmentationNoise({ ...DRAW, views: 4 }, 1001);
    expect(noise.length).toBe(2 * 4 * 1001);
    const mean = noise.reduce((sum, value) => sum + value, 0) / noise.length;
    const variance = noise.reduce((sum, value) => sum + value * value, 0) / noise.length;
    expect(Math.abs(mean)).toBeLessThan(0.05);
    expect(Math.abs(variance - 1)).toBeLessThan(0.06);
    expect(noise.slice(0, 1001)).not.toEqual(noise.slice(1001, 2002));
  });
});
