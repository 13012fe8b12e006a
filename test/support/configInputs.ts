import fc from "fast-check";
import { PRECISIONS } from "../../src/engine/numberFormats";
import { OBJECTIVE_IDS, objectiveOf } from "../../src/objectives";

/** Adding 0 leaves no -0, which is written as 0. */
const number = (min: number, max: number) => fc.double({ min, max, noNaN: true }).map((x) => x + 0);
const arm = fc.constantFrom(...OBJECTIVE_IDS).chain((objective) =>
  fc.record(
    {
      objective: fc.constant(objective),
      label: fc.string({ minLength: 1, maxLength: 60 }),
      temperature: number(0.01, 10),
      learningRate: number(1e-7, 10),
      ...(objective === "custom" ? { phi: fc.constantFrom("v", "log(1+exp(v))", "v + 0.1*exp(v)") } : {}),
      precision: fc.constantFrom(
        ...(["embeddings", "labels"].includes(objectiveOf(objective).kind) ? [] : PRECISIONS),
        "float32" as const,
      ),
      ...Object.fromEntries(
        Object.entries(objectiveOf(objective).options).map(([name, { minimum, maximum }]) => [
          name,
          number(minimum, maximum),
        ]),
      ),
    },
    { requiredKeys: ["objective"] },
  ),
);
/** Experiments of every objective, most of them possible. */
export const configInput = fc.record({
  dataset: fc.oneof(
    fc.record({ id: fc.constant("points"), layout: fc.constantFrom("rings", "moons", "gaussians") }),
    fc.record({ id: fc.constant("glyphs"), classes: fc.integer({ min: 2, max: 16 }) }),
  ),
  arms: fc.array(arm, { minLength: 1, maxLength: 8 }),
  // Some objectives make no sense with two or three samples.
  batchSize: fc.integer({ min: 4, max: 64 }),
  temperature: number(0.01, 10),
  augmentation: fc.record({ strength: number(0, 1), minScale: number(0.05, 1) }, { requiredKeys: [] }),
  optimizer: fc.record({
    id: fc.constantFrom("adam", "sgd", "lars"),
    learningRate: number(1e-7, 10),
    rateRule: fc.constantFrom("fixed", "linear", "squareRoot"),
    referenceBatch: fc.integer({ min: 1, max: 65_536 }),
    matchGradientNorm: fc.boolean(),
  }),
  kernels: fc.constantFrom("fused", "reference"),
  captured: fc.boolean(),
});
