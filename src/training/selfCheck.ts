import { evaluateObjective, type ObjectiveInput } from "./evaluateObjective";

/** Of the numbers below, in single precision on any device that computes as WGSL demands. */
const TOLERANCE = 1e-4;

/** Values and lengths of the gradient in float64, for the input below. */
const EXPECTED = [
  { objective: "infoNce", value: 0.2920392461, gradient: 0.4948240836 },
  { objective: "flatNce", value: 1, gradient: 1.7668184727 },
] as const;

/**
 * Runs the contrastive head once, on the current backend, on a batch whose result is known.
 * @returns null when it is right, else a sentence that says what was wrong
 */
export async function selfCheck(): Promise<string | null> {
  for (const { objective, value, gradient } of EXPECTED) {
    const output = await evaluateObjective(objective, knownBatch());
    const length = Math.hypot(...output.gradZ1.flat(), ...output.gradZ2.flat());
    const wrong = [
      [output.value, value],
      [length, gradient],
    ].find(([got = Number.NaN, wanted = 0]) => !(Math.abs(got - wanted) <= TOLERANCE * wanted));
    if (wrong) return `the self-check of ${objective} gave ${wrong[0]} where ${wrong[1]} is right`;
  }
  return null;
}

/** Four pairs in six dimensions that are neither aligned nor uniform. */
function knownBatch(): ObjectiveInput {
  const entries = (value: (i: number, k: number) => number) =>
    Array.from({ length: 4 }, (_, i) => Array.from({ length: 6 }, (_, k) => value(i + 1, k)));
  const first = (i: number, k: number) => Math.sin(0.7 * i * (k + 1)) + 0.3 * Math.cos(1.9 * i + 0.5 * k);
  const second = (i: number, k: number) => first(i, k) + 0.9 * Math.sin(2.3 * i + 1.1 * (k + 1) ** 2);
  return { z1: entries(first), z2: entries(second), temperature: 0.2 };
}
