import { lookupWgsl } from "../../engine/wgsl/lookup";
import { lanesOf, vectorOf } from "../../engine/wgsl/vectors";
import type { NormShape } from "./types";

/** How programs take x [L, N, P, C] apart: an invocation has one vector of channels of some pixels of one image. */
export interface Parts {
  /** WGSL type of a vector, and vectors per pixel. */
  vector: string;
  vectors: number;
  /** Stretches into which an image's pixels are divided, all of the same length. */
  count: number;
  length: number;
}

/** Pixels that one invocation of a program without sums should have at most. */
const PIXELS = 8;

/** Pixels that a sum should have at least: partial sums then take up less than what is summed. */
const SUMMED = 8;

/** Stretches for sums over an image: as few as will fill the device. */
export function partsForSums(shape: NormShape, wanted: number): Parts {
  const { vector, vectors } = vectorsOf(shape);
  const perPart = shape.learners * shape.samples * vectors;
  const count = largestDivisor(shape.pixels, Math.min(Math.ceil(wanted / perPart), Math.floor(shape.pixels / SUMMED)));
  return { vector, vectors, count, length: shape.pixels / count };
}

/** Stretches for work on every pixel: what is common to a few of them is loaded once. */
export function partsForPixels(shape: NormShape): Parts {
  const length = largestDivisor(shape.pixels, PIXELS);
  return { ...vectorsOf(shape), count: shape.pixels / length, length };
}

/** Sizes as WGSL constants. */
export function constantsOf(shape: NormShape, parts?: Parts): Record<string, number> {
  const { learners, samples, pixels, channels, rows, sets } = shape;
  return {
    LEARNERS: learners,
    SAMPLES: samples,
    PIXELS: pixels,
    CHANNELS: channels,
    ROWS: rows,
    ROW_SAMPLES: sets.samples,
    SET_CHANNELS: sets.channels,
    ...(parts ? { VECTORS: parts.vectors, PARTS: parts.count, LENGTH: parts.length } : {}),
  };
}

/** `own_samples(learner)`: samples of a set that count. */
export function ownSamplesWgsl({ sets }: NormShape): string {
  return lookupWgsl("own_samples", sets.own ?? [sets.samples]);
}

function vectorsOf({ channels }: NormShape): Pick<Parts, "vector" | "vectors"> {
  const lanes = lanesOf(channels);
  return { vector: vectorOf(lanes), vectors: channels / lanes };
}

/** The largest divisor of n that is at most `limit`. */
function largestDivisor(n: number, limit: number): number {
  let divisor = Math.max(1, Math.min(n, limit));
  while (n % divisor > 0) divisor--;
  return divisor;
}
