import { expect } from "vitest";
import { DataError } from "../../../src/data/errors";
import type { DataReport, Tally } from "../../../src/data/report/report";
import type { Dataset } from "../../../src/data/types";
import { IS_THOROUGH } from "../../support/thorough";

/** Inputs a door. */
export const RUNS = Number(process.env.FUZZ ?? (IS_THOROUGH ? 10_000 : 300));

/**
 * Fails unless the outcome is a `DataError` that names a file, or a data set that keeps what its fields promise, with a report that
 * adds up.
 *
 * @param names of which a refusal has to say one
 * @returns whether it is a data set
 */
export async function expectOutcome(loading: Promise<Dataset>, names: readonly string[]): Promise<boolean> {
  const dataset = await loading.catch((error: unknown) => {
    if (!(error instanceof DataError)) throw error;
    expectNamed(error.message, names);
    return null;
  });
  if (dataset) expectKept(dataset);
  return dataset !== null;
}

function expectNamed(message: string, names: readonly string[]): void {
  if (!names.some((name) => message.includes(name)))
    throw new Error(`Which file is wrong is not said (${names.join(", ")}): ${message}`);
}

function expectKept({ train, bank, test, shape, classNames, report }: Dataset): void {
  const size = shape.reduce((product, side) => product * side, 1);
  for (const { values, second, labels, count } of [train, ...(bank ? [bank] : []), test]) {
    expect(values.length).toBe(count * size);
    if (second) expect(second.length).toBe(count * size);
    if (values instanceof Float32Array) expect(values.every(Number.isFinite)).toBe(true);
    if (labels) expect([labels.length, labels.every((label) => label < classNames.length)]).toEqual([count, true]);
  }
  expectSums(report!);
  expect(report!.samples.taken).toBe(train.count + (bank?.count ?? 0) + test.count);
}

/** What was found is what was taken and what was left, of each kind. */
export function expectSums({ sources, samples }: Pick<DataReport, "sources" | "samples">): void {
  for (const { found, taken, left } of [...sources, samples] satisfies Tally[]) {
    expect(taken + left.reduce((sum, { count }) => sum + count, 0)).toBe(found);
    expect([taken, ...left.map(({ count }) => count)].every((count) => Number.isInteger(count) && count >= 0)).toBe(
      true,
    );
  }
}
