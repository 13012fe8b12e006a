import type { ExperimentConfig } from "./schema";

/** The seeds of an experiment: consecutive numbers from `config.seed`, so that any one can be run again on its own weights and batches. */
export function seedNumbers(config: ExperimentConfig): number[] {
  return Array.from({ length: config.seeds }, (_, index) => (config.seed + index) >>> 0);
}
