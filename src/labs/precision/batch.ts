import { RandomStream } from "../../engine/randomStream";

/** Anchors of which the median is taken; a batch of as many views. */
export const VIEWS = 32;
/** Dimensions of the embeddings through which the gradient reaches the anchor. */
export const SIZE = 32;
/** Logit of every positive, as at temperature 0.05. */
const POSITIVE_LOGIT = 20;
/** Spread of the negatives' logits. */
const SPREAD = 2;

/** Logits [VIEWS, VIEWS] of which every row has the same xi. */
export function logitsOf(xi: number, seed: number): Float32Array {
  const random = new RandomStream(seed, 0);
  const logits = new Float32Array(VIEWS * VIEWS);
  for (let anchor = 0; anchor < VIEWS; anchor++) {
    const draws = Array.from({ length: VIEWS }, () => SPREAD * random.normal());
    const total = draws.reduce((sum, x, n) => sum + (isNegative(anchor, n) ? Math.exp(x) : 0), 0);
    const shift = POSITIVE_LOGIT + Math.log(xi) - Math.log(total);
    draws.forEach((x, n) => {
      logits[anchor * VIEWS + n] = isNegative(anchor, n) ? x + shift : POSITIVE_LOGIT;
    });
  }
  return logits;
}

/** Embeddings of length 1, one per view. */
export function unitVectors(seed: number): Float64Array[] {
  const random = new RandomStream(seed, 1);
  return Array.from({ length: VIEWS }, () => {
    const z = Float64Array.from({ length: SIZE }, () => random.normal());
    const length = Math.hypot(...z);
    return z.map((x) => x / length);
  });
}

export function partnerOf(anchor: number): number {
  return (anchor + VIEWS / 2) % VIEWS;
}

export function isNegative(anchor: number, n: number): boolean {
  return n !== anchor && n !== partnerOf(anchor);
}

export function rowOf(values: Float32Array, row: number): Float32Array {
  return values.subarray(row * VIEWS, (row + 1) * VIEWS);
}

/** A loss and its gradient with respect to the logits, for one anchor. */
export interface Row {
  value: number;
  positive: number;
  /** One per candidate; 0 for the anchor and its positive. */
  negatives: ArrayLike<number>;
}
