import type { ExperimentConfig } from "../../config/schema";
import type { Interpretation } from "../../data/interpretation/schema";

/** What is said of the data of a config; nothing of data that nobody brought. */
export function interpretationOf(dataset: ExperimentConfig["dataset"]): Interpretation {
  return ("interpretation" in dataset && dataset.interpretation) || {};
}
