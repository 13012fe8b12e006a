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
 * In Node: trainings that compile many programs for WebGPU, whose parts (norms, classifier, head, replay) have tests of their
 * own.
 */
export const SLOW_IN_NODE = ["test/ops/encoderNorm.", "test/training/supervised."];
