import { seedNumbers } from "../../config/seeds";
import { type EmbeddingWish, heldOutSplit } from "../../session/embeddings/wish";
import type { Run } from "../../session/run";
import type { SplitId } from "../../training/extraction/types";

/** What somebody chose. */
export type Chosen = EmbeddingWish;

/** The first learner on the samples that the run is measured on, with all that goes along. */
export function firstChoice({ config }: Run): Chosen {
  return {
    arm: 0,
    seed: seedNumbers(config)[0] ?? config.seed,
    split: heldOutSplit(config),
    format: "csv",
    embedding: "h",
    labels: true,
    index: true,
    predictions: true,
  };
}

/** The splits of a run, and how many samples each has where that is known. */
export function splitsOfRun({ config, dataset }: Pick<Run, "config" | "dataset">): [SplitId, number | null][] {
  const heldOut = heldOutSplit(config);
  return [
    ["train", dataset?.trainCount ?? null],
    ...(dataset?.bank ? ([["bank", dataset.bank.count]] satisfies [SplitId, number][]) : []),
    [heldOut, dataset?.testCount ?? null],
    ...(heldOut === "validation" ? ([["test", null]] satisfies [SplitId, null][]) : []),
  ];
}
