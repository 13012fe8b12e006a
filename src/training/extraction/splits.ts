import { bankOf } from "../../data/split";
import type { Split } from "../../data/types";
import { problem } from "../../i18n/errors";
import { texts } from "../errors";
import { evaluatedSamples } from "../evaluation/heldOut";
import type { Inspected } from "../trainerOptions";
import type { SplitId } from "./types";

/** A split of a run, and which of its samples the run's own evaluation goes by. */
export interface NamedSplit {
  split: Split;
  evaluated: Int32Array;
}

/** @throws PlaygroundError where the run does not have it, which names those that it has */
export function splitOf(inspected: Inspected, id: SplitId): NamedSplit {
  const splits = splitsOf(inspected);
  const named = splits[id];
  if (named) return named;
  throw problem(texts.noSplit, { split: String(id), splits: Object.keys(splits).join(", ") });
}

const NONE = new Int32Array();

/** The splits of a run by name; those that it does not have are absent. */
function splitsOf({ dataset, loaded, cohort: { config } }: Inspected): Partial<Record<SplitId, NamedSplit>> {
  const { bank, queries } = evaluatedSamples(dataset, config);
  const known = { split: bankOf(dataset), evaluated: bank };
  const learned = dataset.bank ? { train: { split: dataset.train, evaluated: NONE }, bank: known } : { train: known };
  const heldOut = { split: dataset.test, evaluated: queries };
  if (!config.evaluation.validation) return { ...learned, test: heldOut };
  return { ...learned, validation: heldOut, test: { split: loaded.test, evaluated: NONE } };
}
