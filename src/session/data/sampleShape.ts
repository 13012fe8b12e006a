import { equal } from "../../config/paths";
import type { ExperimentConfig } from "../../config/schema";
import { sourceOf } from "../../data/sources";
import type { Run } from "../run";

/**
 * Shape of a sample of an experiment: the run's where both have the same data. Before the data are there, one of their
 * kind.
 */
export function sampleShape({ dataset }: ExperimentConfig, run: Run | null): number[] {
  if (run?.dataset && equal(run.config.dataset, dataset)) return run.dataset.shape;
  return sourceOf(dataset).likelyShape(dataset);
}
