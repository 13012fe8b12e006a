import type { ExperimentConfig } from "../../config/schema";
import { bankOf } from "../../data/split";
import type { Split } from "../../data/types";
import { evaluatedSamples } from "../evaluation/heldOut";
import type { Inspected } from "../trainerOptions";
import type { SplitId } from "./types";

/** A split of a run, and which of its samples the run's own evaluation goes by. */
export interface NamedSplit {
  split: Split;
  evaluated: Int32Array;
}

const NONE = new Int32Array();

/** The splits of a run by name; those that it does not have are absent. */
export function splitsOf(
  { dataset, loaded }: Pick<Inspected, "dataset" | "loaded">,
  config: ExperimentConfig,
): Partial<Record<SplitId, NamedSplit>> {
  const { bank, queries } = evaluatedSamples(dataset, config);
  const known = { split: bankOf(dataset), evaluated: bank };
  const learned = dataset.bank ? { train: { split: dataset.train, evaluated: NONE }, bank: known } : { train: known };
  const heldOut = { split: dataset.test, evaluated: queries };
  if (!config.evaluation.validation) return { ...learned, test: heldOut };
  return { ...learned, validation: heldOut, test: { split: loaded.test, evaluated: NONE } };
}
