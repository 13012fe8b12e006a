import type { ExperimentConfig } from "../config/schema";
import { bankOf, subset } from "../data/split";
import type { Dataset, Split } from "../data/types";
import type { Said } from "../i18n/message";
import { evaluatedSamples } from "./evaluation/heldOut";

/** An array that leaves with an experiment, row by row. */
export interface ExportedArray {
  shape: number[];
  values: Uint8Array | Float32Array;
}

/** The samples of an experiment as its program elsewhere reads them: which ones train, and which ones measure. */
export interface ExportedSamples {
  title: Said;
  /** Of a sample, [H, W, C] or [D]. */
  shape: number[];
  classes: number;
  /** Whether both views of a sample are of two points. */
  isPaired: boolean;
  /** Whether those that measure have labels, in both of their parts. */
  hasLabels: boolean;
  /** `train`, `second`, `train_labels`; `bank`, `bank_labels`; `queries`, `query_labels`. */
  arrays: Record<string, ExportedArray>;
}

/** @param dataset as it is trained and evaluated on */
export function exportedSamples(dataset: Dataset, config: ExperimentConfig): ExportedSamples {
  const { title, shape, classNames, train, test } = dataset;
  const { bank, queries } = evaluatedSamples(dataset, config);
  const known = subset(bankOf(dataset), bank);
  const asked = subset(test, queries);
  return {
    title,
    shape,
    classes: classNames.length,
    isPaired: train.second !== undefined,
    hasLabels: known.labels !== null && asked.labels !== null,
    arrays: {
      ...arraysOf(train, shape, ["train", "train_labels"]),
      ...(train.second && { second: { shape: [train.count, ...shape], values: train.second } }),
      ...arraysOf(known, shape, ["bank", "bank_labels"]),
      ...arraysOf(asked, shape, ["queries", "query_labels"]),
    },
  };
}

function arraysOf({ count, values, labels }: Split, shape: number[], [name, ofLabels]: [string, string]) {
  return {
    [name]: { shape: [count, ...shape], values },
    ...(labels && { [ofLabels]: { shape: [count], values: labels } }),
  };
}
