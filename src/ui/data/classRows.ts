import type { DatasetSummary } from "../../data/types";

/** A class of the data, as a row of the table of classes. */
export interface ClassRow {
  name: string;
  train: number;
  /** Null where the held-out samples have no labels. */
  test: number | null;
  /** Of the training samples, 0..1. */
  share: number;
  /** The class's samples among those that can be shown. */
  shown: number[];
}

/** One row per class; none without labels. */
export function classRows({ classNames, classCounts, trainCount, samples }: DatasetSummary): ClassRow[] {
  if (!classCounts) return [];
  return classNames.map((name, label) => ({
    name,
    train: classCounts.train[label] ?? 0,
    test: classCounts.test && (classCounts.test[label] ?? 0),
    share: (classCounts.train[label] ?? 0) / trainCount,
    shown: [...(samples.labels ?? []).keys()].filter((index) => samples.labels?.[index] === label),
  }));
}
