import { type Said, say } from "../i18n/message";
import { texts } from "./errors";
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
 * @returns null when it is right, else what was wrong, to stand in a sentence
 */
export async function selfCheck(): Promise<Said | null> {
  for (const { objective, value, gradient } of EXPECTED) {
    const output = await evaluateObjective(objective, knownBatch());
    const length = Math.hypot(...output.gradZ1.flat(), ...output.gradZ2.flat());
    const wrong = [
      { found: output.value, expected: value },
      { found: length, expected: gradient },
    ].find(({ found, expected }) => !(Math.abs(found - expected) <= TOLERANCE * expected));
    if (wrong) return say(texts.wrongCheck, { objective, ...wrong });
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
