import type { DatasetSummary } from "../../data/types";

/** A class of the data, as a row of the table of classes. */
export interface ClassRow {
  name: string;
  /** Of the samples that evaluation learns from: those that train, or those that measure. */
  known: number;
  /** Null where the held-out samples have no labels. */
  test: number | null;
  /** Of those samples, 0..1. */
  share: number;
  /** The class's samples among those that can be shown. */
  shown: number[];
}

/** One row per class; none without labels. */
export function classRows({ classNames, classCounts, trainCount, samples, bank }: DatasetSummary): ClassRow[] {
  if (!classCounts) return [];
  const known = bank ?? { count: trainCount, samples };
  return classNames.map((name, label) => ({
    name,
    known: classCounts.bank[label] ?? 0,
    test: classCounts.test && (classCounts.test[label] ?? 0),
    share: (classCounts.bank[label] ?? 0) / known.count,
    shown: [...(known.samples.labels ?? []).keys()].filter((index) => known.samples.labels?.[index] === label),
  }));
}
