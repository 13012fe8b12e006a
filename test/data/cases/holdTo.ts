import { expect } from "vitest";
import { loadDataset } from "../../../src/data/load";
import { picked } from "../../../src/data/readers/pickedFiles";
import type { Reader } from "../../../src/data/readers/types";
import { pick } from "../readers/idxFiles";
import { sentencesOf } from "./sentences";

/** What has to come of files. */
interface Right {
  count: number;
  test?: number;
  shape: number[];
  classes: string[] | null;
  /** What the values begin with. */
  first?: number[];
  /** Whether each sample has a second view. */
  views?: true;
}

/** Holds what a reader makes of files, and what is said of it, to what is right; all that was read is in the data set. */
export async function holdTo(
  reader: Reader,
  files: File[],
  { right, said = [] }: { right: Right; said?: readonly RegExp[] },
): Promise<void> {
  const { train, test, report } = await reader.read(picked(files), { samples: 60_000, seed: 1 }, {});
  expect([train.count, test?.count, train.shape]).toEqual([right.count, right.test, right.shape]);
  expect(train.labels && train.classNames).toEqual(right.classes);
  right.first?.forEach((value, i) => void expect(train.values[i]).toBeCloseTo(value, 4));
  expect(train.second?.length).toBe(right.views && train.values.length);
  for (const sentence of said) expect(sentencesOf(report!)).toMatch(sentence);
  const dataset = await loadDataset({ id: "files", name: "", samples: 60_000 }, 1, pick(files));
  expect(dataset.train.count + dataset.test.count).toBe(right.count + (right.test ?? 0));
  for (const { found, taken, left } of [...dataset.report!.sources, dataset.report!.samples])
    expect(taken + left.reduce((sum, { count }) => sum + count, 0)).toBe(found);
}
