import { equal } from "../config/paths";
import type { ExperimentConfig } from "../config/schema";
import type { Run } from "./run";

const POINT = [2];
const GREY_IMAGE = [32, 32, 1];
const COLOUR_IMAGE = [32, 32, 3];

/**
 * Shape of a sample of an experiment: the run's where both have the same data. Before the data are there, one of their kind;
 * images may turn out to have colours until the config says that they are stored in grey.
 */
export function sampleShape({ dataset }: ExperimentConfig, run: Run | null): number[] {
  if (run?.dataset && equal(run.config.dataset, dataset)) return run.dataset.shape;
  if (dataset.id === "points") return POINT;
  return dataset.id === "glyphs" || dataset.colour === "grey" ? GREY_IMAGE : COLOUR_IMAGE;
}
