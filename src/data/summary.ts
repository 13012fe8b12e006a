import type { Dataset, DatasetSummary, Split } from "./types";

const MOST_SAMPLES = 64;

/** Describes a data set; the sample values are copies, free to be transferred. */
export function summarise(dataset: Dataset): DatasetSummary {
  const { id, title, shape, classNames, train, test } = dataset;
  const indices = classesInTurn(train);
  const size = train.values.length / train.count;
  const rows = indices.flatMap((index) => [...train.values.subarray(index * size, (index + 1) * size)]);
  const { labels } = train;
  return {
    id,
    title,
    shape,
    classNames,
    trainCount: train.count,
    testCount: test.count,
    labelled: labels !== null,
    samples: {
      values: train.values instanceof Float32Array ? Float32Array.from(rows) : Uint8Array.from(rows),
      labels: labels && Uint8Array.from(indices, (index) => labels[index]!),
      count: indices.length,
    },
  };
}

/** The first sample of each class, then the second of each, and so on; as they come where there are no labels. */
function classesInTurn({ count, labels }: Split): number[] {
  if (!labels) return Array.from({ length: Math.min(count, MOST_SAMPLES) }, (_, i) => i);
  const rounds: { index: number; label: number; round: number }[] = [];
  const seen = new Map<number, number>();
  labels.forEach((label, index) => {
    const round = seen.get(label) ?? 0;
    seen.set(label, round + 1);
    if (round < MOST_SAMPLES) rounds.push({ index, label, round });
  });
  rounds.sort((a, b) => a.round - b.round || a.label - b.label);
  return rounds.slice(0, MOST_SAMPLES).map(({ index }) => index);
}
