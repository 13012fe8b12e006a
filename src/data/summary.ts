import { type Drawing, suspicionsOfDrawing } from "./report/experiment";
import type { DataReport } from "./report/report";
import { bankOf, subset } from "./split";
import { channelStatistics, classCounts } from "./statistics";
import type { Dataset, DatasetSummary, ShownSamples, Split } from "./types";

/** Samples that the page gets to show: so many of each class, and in all. */
const PER_CLASS = 8;
const MOST_SAMPLES = 512;
const MOST_BYTES = 4 * 2 ** 20;
/** A gallery of images without classes. */
const UNLABELED = 64;

/**
 * Describes a data set: counts and statistics are of whole splits; the sample values are copies, free to be transferred.
 *
 * @param drawing of the experiment that is on it, if there is one: then the report says what is suspicious for that
 */
export function summarize(dataset: Dataset, drawing?: Drawing): DatasetSummary {
  const { id, title, shape, classNames, train, bank, test, report, outline } = dataset;
  const bankCounts = classCounts(bankOf(dataset), classNames.length);
  return {
    id,
    title,
    shape,
    classNames,
    trainCount: train.count,
    testCount: test.count,
    labeled: bankCounts !== null,
    classCounts: bankCounts && { bank: bankCounts, test: classCounts(test, classNames.length) },
    statistics: channelStatistics(train, shape),
    samples: shownSamples(train, shape),
    ...(bank && { bank: { count: bank.count, samples: shownSamples(bank, shape) } }),
    ...(report && { report: drawing ? withDrawing(report, train.count, drawing) : report }),
    ...(outline && { outline }),
  };
}

function withDrawing(report: DataReport, count: number, drawing: Drawing): DataReport {
  return { ...report, suspicions: [...report.suspicions, ...suspicionsOfDrawing(count, drawing)] };
}

/** A few images of each class; of points, which are drawn on one map and take little room, as many as fit. */
function shownSamples(split: Split, shape: number[]): ShownSamples {
  const { values, labels, count } = subset(split, Int32Array.from(shownIndices(split, shape.length === 3)));
  return { values, labels, count };
}

function shownIndices({ values, labels, count }: Split, isImages: boolean): number[] {
  const most = Math.min(MOST_SAMPLES, Math.floor(MOST_BYTES / (values.byteLength / count)));
  if (labels) return classesInTurn(labels, isImages ? PER_CLASS : most).slice(0, most);
  return Array.from({ length: Math.min(count, most, isImages ? UNLABELED : most) }, (_, i) => i);
}

/** The first sample of each class, then the second of each, and so on. */
function classesInTurn(labels: NonNullable<Split["labels"]>, perClass: number): number[] {
  const rounds: { index: number; label: number; round: number }[] = [];
  const seen = new Map<number, number>();
  labels.forEach((label, index) => {
    const round = seen.get(label) ?? 0;
    seen.set(label, round + 1);
    if (round < perClass) rounds.push({ index, label, round });
  });
  rounds.sort((a, b) => a.round - b.round || a.label - b.label);
  return rounds.map(({ index }) => index);
}
