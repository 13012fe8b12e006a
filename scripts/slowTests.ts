/** Numerics that `npm run test:thorough` alone runs, by how their paths begin: `vitest.config.ts` leaves them out of `npm test`. */

/** On WebGL: slow there, and made of the same operations as everywhere. */
export const SLOW_ON_WEBGL = [
  "test/objectives/",
  "test/ops/conv.",
  "test/ops/lowPrecision.",
  "test/ops/precisionTable.",
  "test/record/",
];

/**
 * In Node: trainings and encoders that compile many programs for WebGPU, whose parts (layers, norms, classifier, head, replay) have
 * tests of their own; and low precision, which rounds what the head's own tests compare.
 */
export const SLOW_IN_NODE = [
  "test/ops/encoder.",
  "test/ops/encoderNorm.",
  "test/ops/lowPrecision.",
  "test/training/supervised.",
];
