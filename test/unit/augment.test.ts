import { describe, expect, it } from "vitest";
import {
  type AugmentationOptions,
  augmentationNoise,
  augmentationParameters,
  augmentationRecipe,
  augmentationWork,
} from "../../src/data/augmentation";
import { PURPOSE } from "../../src/engine/random";
import { VIEW_FIELDS, type ViewField, ViewTable } from "../../src/kernels/viewTable";

const CONFIG: AugmentationOptions = { strength: 1, flip: 0, rotation: 0, noise: 0.05 };
const DRAW = { seeds: [5, 6], step: 3, views: 400, purpose: PURPOSE.trainingViews };

describe("augmentationRecipe", () => {
  it("is SimCLR's at strength 1", () => {
    expect(augmentationRecipe(CONFIG)).toEqual({
      minScale: expect.closeTo(0.08),
      maxAspect: expect.closeTo(4 / 3),
      flip: 0,
      rotation: 0,
      jitter: 0.8,
      brightness: 0.8,
      contrast: 0.8,
      saturation: 0.8,
      hue: 0.2,
      grey: 0.2,
      blur: 0.5,
      noise: 0.05,
    });
  });

  it("changes nothing at strength 0", () => {
    const recipe = augmentationRecipe({ ...CONFIG, strength: 0, noise: 0 });
    expect(augmentationWork(recipe, [28, 28, 3])).toEqual({
      geometry: false,
      light: false,
      colour: false,
      blurRadius: 0,
      noise: 0,
    });
  });

  it("lets a given field win over the strength", () => {
    const recipe = augmentationRecipe({ ...CONFIG, strength: 0.5, minScale: 0.4, blur: 0, brightness: 0.1 });
    expect(recipe).toMatchObject({ minScale: 0.4, blur: 0, brightness: 0.1, contrast: 0.4, maxAspect: 1 + 0.5 / 3 });
  });
});

describe("augmentationWork", () => {
  const recipe = augmentationRecipe(CONFIG);

  it("does no colour work on grey images, and only noise on points", () => {
    expect(augmentationWork(recipe, [28, 28, 1])).toMatchObject({ geometry: true, light: true, colour: false });
    expect(augmentationWork(recipe, [28, 28, 3]).colour).toBe(true);
    expect(augmentationWork(recipe, [2])).toEqual({
      geometry: false,
      light: false,
      colour: false,
      blurRadius: 0,
      noise: 0.05,
    });
  });
});

describe("augmentationParameters", () => {
  const recipe = augmentationRecipe({ ...CONFIG, flip: 0.5, rotation: 15 });
  const views = new ViewTable(augmentationParameters(recipe, DRAW));

  it("keeps every field within the recipe", () => {
    expect(views.count).toBe(800);
    expectRange("brightness", 0.2, 1.8);
    expectRange("contrast", 0.2, 1.8);
    expectRange("saturation", 0.2, 1.8);
    expectRange("hue", -0.4 * Math.PI, 0.4 * Math.PI);
    expectRange("rotation", -Math.PI / 12, Math.PI / 12);
    for (let view = 0; view < views.count; view++) expectCropInside(view);
  });

  it("draws areas down to the smallest and ratios of the sides up to the largest", () => {
    const areas = Array.from(views.map((view) => views.get(view, "width") * views.get(view, "height")));
    expect(Math.min(...areas)).toBeGreaterThan(0.07);
    expect(Math.min(...areas)).toBeLessThan(0.12);
    const ratios = Array.from(views.map((view) => views.get(view, "width") / views.get(view, "height")));
    expect(Math.max(...ratios)).toBeLessThanOrEqual(4 / 3 + 1e-6);
    expect(Math.max(...ratios)).toBeGreaterThan(1.28);
    expect(Math.min(...ratios)).toBeLessThan(0.78);
  });

  it.each<[ViewField, number, number]>([
    ["flip", 0, 0.5],
    ["grey", 0, 0.8],
    ["blur", 0, 0.5],
    ["brightness", 1, 0.2],
  ])("leaves %s at %f with the probability of the recipe", (field, neutral, probability) => {
    const share = Array.from(views.column(field)).filter((value) => value === neutral).length / views.count;
    // 800 draws: 5 standard deviations.
    expect(Math.abs(share - probability)).toBeLessThan(5 * Math.sqrt((probability * (1 - probability)) / 800));
  });

  it("gives the two views of a sample different crops", () => {
    expect(views.get(0, "centreX")).not.toBe(views.get(200, "centreX"));
  });

  it("depends on seed, step and purpose alone", () => {
    const again = augmentationParameters(recipe, DRAW);
    expect(again).toEqual(augmentationParameters(recipe, { ...DRAW }));
    const fields = DRAW.views * VIEW_FIELDS.length;
    expect(again.slice(fields)).toEqual(augmentationParameters(recipe, { ...DRAW, seeds: [6] }));
    expect(again).not.toEqual(augmentationParameters(recipe, { ...DRAW, step: 4 }));
    expect(again).not.toEqual(augmentationParameters(recipe, { ...DRAW, purpose: PURPOSE.probeViews }));
  });

  /** All values lie within the bounds, and 800 draws come near to them. */
  function expectRange(field: ViewField, least: number, most: number): void {
    const values = Array.from(views.column(field));
    const near = (most - least) * 0.02;
    expect(Math.min(...values)).toBeGreaterThanOrEqual(least - 1e-6);
    expect(Math.min(...values)).toBeLessThan(least + near);
    expect(Math.max(...values)).toBeLessThanOrEqual(most + 1e-6);
    expect(Math.max(...values)).toBeGreaterThan(most - near);
  }

  function expectCropInside(view: number): void {
    for (const [centre, size] of [
      ["centreX", "width"],
      ["centreY", "height"],
    ] as const) {
      expect(views.get(view, centre) - views.get(view, size) / 2).toBeGreaterThanOrEqual(-1e-6);
      expect(views.get(view, centre) + views.get(view, size) / 2).toBeLessThanOrEqual(1 + 1e-6);
    }
  }
});

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
