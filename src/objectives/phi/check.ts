import { type Said, say } from "../../i18n/message";
import { texts } from "./errors";
import { MAX_POWER } from "./normalForm";

/**
 * A loss phi(v) has to fall with xi, or it pushes positives away; and it has to have a value wherever a run may take it.
 * v = log xi lies within log M +- 2 / temperature, mostly far inside; -60 .. 30 is where it is checked. Beyond it, float32
 * has its own end: e^v at v = 88.
 */

const LOWEST = -60;
const HIGHEST = 30;
/** A power of two, so that the sampled v are exact. */
const STEP = 1 / 16;
const RANGE = say(texts.range, { lowest: LOWEST, highest: HIGHEST });

/** From 0 outwards: the failure that is named is the one that a run meets first. */
const SAMPLES = Array.from({ length: (HIGHEST - LOWEST) / STEP + 1 }, (_, index) => LOWEST + index * STEP).sort(
  (a, b) => Math.abs(a) - Math.abs(b),
);

/**
 * Why the function cannot be a loss; null if it can. A derivative that underflows to 0 is not held against it: exp(2v)
 * still increases at v = -60, where float32 has no number for its slope.
 * @param value in the arithmetic of the GPU
 * @param derivative likewise
 */
export function whyNoLoss(value: (v: number) => number, derivative: (v: number) => number): Said | null {
  let increases = false;
  for (const v of SAMPLES) {
    const slope = derivative(v);
    if (!Number.isFinite(value(v))) return notFinite("phi(v)", value(v), v);
    if (!Number.isFinite(slope)) return notFinite("phi'(v)", slope, v);
    if (slope < 0) return say(texts.falls, { v, range: RANGE });
    increases ||= slope > 0;
  }
  return increases ? null : texts.flat;
}

function notFinite(what: string, x: number, v: number): Said {
  const why = Number.isNaN(x) ? say(texts.domain, { most: MAX_POWER }) : texts.overflow;
  return say(texts.notFinite, { what, v, why, range: RANGE });
}
