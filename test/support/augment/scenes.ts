import fc from "fast-check";
import type { AugmentationInput } from "./config";
import type { Scene } from "./drawnScene";

/** What views by kernels are compared by, whatever these are written in. */

export interface Tolerance {
  rtol: number;
  atol: number;
}

/**
 * Of values in -1..1. The reference adds two sides to its coordinates before it rounds them (augment.ts), so a coordinate
 * is right to about 1e-5 pixels, and between random neighbors a jittered value is as steep as 5 per pixel.
 */
export const TOLERANCE: Tolerance = { rtol: 0, atol: 6e-5 };
/** Where nothing is resampled. */
export const NARROW: Tolerance = { rtol: 0, atol: 2e-6 };

export const NOTHING: AugmentationInput = { strength: 0, noise: 0 };
export const ALL: AugmentationInput = { strength: 1, flip: 0.5, rotation: 40, noise: 0.05, cutout: 0.5 };

/** Each augmentation alone, in what is set beside `NOTHING`, and all of them. */
export const EACH_AUGMENTATION: [string, AugmentationInput, Tolerance][] = [
  ["nothing", {}, NARROW],
  ["flips", { flip: 0.5 }, TOLERANCE],
  ["crops", { minScale: 0.3, maxScale: 0.9, maxAspect: 1.5 }, TOLERANCE],
  ["rotations", { rotation: 180 }, TOLERANCE],
  ["brightness", { brightness: 0.8 }, NARROW],
  ["contrast", { contrast: 0.8 }, NARROW],
  ["saturation", { saturation: 0.8 }, NARROW],
  ["hue", { hue: 0.5 }, NARROW],
  ["grey", { grey: 0.5 }, NARROW],
  ["blur", { blur: 0.5 }, NARROW],
  ["wide blurs", { blur: 1, maxBlur: 8 }, NARROW],
  ["rare jitter", { brightness: 0.5, hue: 0.2, jitter: 0.3 }, NARROW],
  ["noise", { noise: 0.2 }, NARROW],
  ["cutouts", { cutout: 0.6 }, NARROW],
  ["all", ALL, TOLERANCE],
];

/** Shapes of samples, with the size of a batch. */
export const EACH_SHAPE: [number[], number][] = [
  [[9, 7, 1], 3],
  [[5, 11, 3], 1],
  [[45, 41, 3], 4],
  [[8, 6, 4], 2],
  [[2], 16],
  [[5], 3],
];

export const LAST_STEP = 2 ** 31;

const unit = fc.double({ min: 0, max: 1, noNaN: true });

export const anyScene: fc.Arbitrary<Scene> = fc
  .record({
    options: fc.record({
      strength: unit,
      flip: unit,
      rotation: fc.double({ min: 0, max: 180, noNaN: true }),
      noise: fc.constantFrom(0, 0.05),
      maxScale: fc.double({ min: 0.05, max: 1, noNaN: true }),
      jitter: unit,
      maxBlur: fc.double({ min: 0.1, max: 8, noNaN: true }),
      cutout: unit,
      cutoutSide: unit,
      maxAspect: fc.double({ min: 1, max: 2, noNaN: true }),
    }),
    shape: fc.tuple(fc.integer({ min: 2, max: 24 }), fc.integer({ min: 2, max: 24 }), fc.constantFrom(1, 3)),
    seeds: fc.array(fc.nat(0xffff_ffff), { minLength: 1, maxLength: 3 }),
    batchSize: fc.integer({ min: 1, max: 9 }),
    count: fc.integer({ min: 9, max: 90 }),
  })
  .map((drawn) => ({ ...drawn, shape: [...drawn.shape] }));

/** Only one batch per epoch. */
export const FULL_BATCH: Scene = { options: ALL, shape: [6, 6, 3], seeds: [1], batchSize: 33, count: 33 };
