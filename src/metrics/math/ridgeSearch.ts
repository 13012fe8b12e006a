import type { Classification, LabeledBank } from "../types";
import { linearProbeAccuracy, ridgeAccuracies } from "./linearProbe";

/** Penalties per training sample that are tried, ascending. */
const RIDGES = [1e-4, 1e-3, 1e-2, 1e-1, 1] as const;
/** One in so many samples of the bank is held out to choose by. */
const FOLD = 5;

/**
 * Linear probe whose ridge is chosen on a fifth of the bank that is left out of the fit; then all of the bank is fitted
 * with it. The queries have no part in the choice.
 *
 * @param task its bank in random order; its `ridge` is taken where the bank is too small to be divided
 */
export function searchedProbeAccuracy(task: Classification & { ridge: number }): number {
  return linearProbeAccuracy({ ...task, ridge: chosenRidge(task) });
}

/** The penalty with the highest accuracy on the held-out part of the bank; among equals the strongest. */
export function chosenRidge(task: LabeledBank & { ridge: number }): number {
  let [best, ridge] = [-1, task.ridge];
  for (const [i, accuracy] of ridgeAccuracies(divided(task), RIDGES).entries()) {
    // False where nothing could be measured.
    if (accuracy >= best) [best, ridge] = [accuracy, RIDGES[i] as number];
  }
  return ridge;
}

/** The bank alone: every fifth sample asks, the others answer. */
function divided({ bank, bankLabels, dimension, classes }: LabeledBank): Classification {
  const rows = Array.from({ length: bankLabels.length }, (_, row) => row);
  const part = (chosen: number[]) => ({
    features: Float32Array.from(chosen.flatMap((row) => [...bank.subarray(row * dimension, (row + 1) * dimension)])),
    labels: chosen.map((row) => bankLabels[row] as number),
  });
  const [known, held] = [false, true].map((isHeld) => part(rows.filter((row) => (row % FOLD === FOLD - 1) === isHeld)));
  return {
    bank: known?.features ?? new Float32Array(),
    bankLabels: known?.labels ?? [],
    queries: held?.features ?? new Float32Array(),
    queryLabels: held?.labels ?? [],
    dimension,
    classes,
  };
}
