import type { ExperimentConfig } from "../config/schema";

/** Whether the seeds of two runs may be paired: what they share then cancels in their difference. */

/** Settings that decide what a seed sees. */
const OF_A_SEED = [
  "seed",
  "seeds",
  "batchSize",
  "dataset",
  "augmentation",
] as const satisfies (keyof ExperimentConfig)[];
export type PairedSetting = (typeof OF_A_SEED)[number];

/** The settings in which a seed of one run is not that of the other; none where their seeds are paired. */
export function unpairedSettings(a: ExperimentConfig, b: ExperimentConfig): PairedSetting[] {
  return OF_A_SEED.filter((setting) => JSON.stringify(a[setting]) !== JSON.stringify(b[setting]));
}
