import { parseConfig } from "../../../../config/parse";
import { merge } from "../../../../config/paths";
import { POINT_LEARNER } from "../../../../config/presets/bases";
import type { ExperimentConfig, ExperimentInput } from "../../../../config/schema";

/** The experiments of the chapter: the corners of a small map of its own. */

export const EXPERIMENT = {
  ...POINT_LEARNER,
  optimizer: { id: "adam", learningRate: 0.001 },
  steps: 400,
  evaluation: { every: 100, trainSamples: 500, testSamples: 500 },
} satisfies ExperimentInput;

export const BATCHES = [
  { id: "four", patch: { batchSize: 4 } },
  { id: "many", patch: { batchSize: 32 } },
] as const;

export const TEMPERATURES = [
  { id: "low", patch: { temperature: 0.05 } },
  { id: "high", patch: { temperature: 0.5 } },
] as const;

/** Every combination, complete. */
export function cornersOf(): ExperimentConfig[] {
  return BATCHES.flatMap((batch) =>
    TEMPERATURES.flatMap((temperature) => {
      const result = parseConfig(merge(merge(EXPERIMENT, batch.patch), temperature.patch));
      return result.ok ? [result.config] : [];
    }),
  );
}
