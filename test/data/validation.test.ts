import { describe, expect, it } from "vitest";
import { subset } from "../../src/data/split";
import type { Dataset, Split } from "../../src/data/types";
import { validationCount, withValidation } from "../../src/data/validation";
import { verbatim } from "../../src/i18n/errors";

/** Samples that say their own number, classes one after the other as in a folder of folders. */
function numbered(count: number, from: number): Split {
  return {
    count,
    values: Float32Array.from({ length: 2 * count }, (_, i) => from + Math.floor(i / 2)),
    labels: Uint8Array.from({ length: count }, (_, i) => Math.floor((4 * i) / count)),
  };
}

const DATASET: Dataset = {
  id: "numbers",
  title: verbatim("Numbers"),
  shape: [2],
  classNames: ["a", "b", "c", "d"],
  train: numbered(400, 0),
  test: numbered(100, 1000),
};

const numbersOf = ({ values }: Split) => Array.from(values.filter((_, i) => i % 2 === 0));
const classCounts = ({ labels }: Split) => [0, 1, 2, 3].map((label) => labels?.filter((own) => own === label).length);

describe("withValidation", () => {
  it("takes the samples out of the training split, and leaves the test split alone", () => {
    const { train, test } = withValidation(DATASET, 60, 1);
    expect([train.count, test.count]).toEqual([340, 60]);
    expect([...numbersOf(train), ...numbersOf(test)].sort((a, b) => a - b)).toEqual(numbersOf(DATASET.train));
    for (const split of [train, test])
      expect(Array.from(split.labels ?? [])).toEqual(numbersOf(split).map((n) => Math.floor(n / 100)));
  });

  it("holds every class out in its proportion, the same ones for the same seed", () => {
    const { test } = withValidation(DATASET, 60, 1);
    expect(classCounts(test)).toEqual([15, 15, 15, 15]);
    expect(withValidation(DATASET, 60, 1).test).toEqual(test);
    expect(numbersOf(withValidation(DATASET, 60, 2).test)).not.toEqual(numbersOf(test));
  });

  it("takes a fifth at most, and data without labels too", () => {
    expect(validationCount(400, 500)).toBe(80);
    const unlabeled = { ...DATASET, train: { ...DATASET.train, labels: null } };
    const { train, test } = withValidation(unlabeled, 500, 1);
    expect([train.count, test.count, train.labels, test.labels]).toEqual([320, 80, null, null]);
  });
});

describe("withValidation of data that train here and measure there", () => {
  const train = { ...numbered(300, 5000), labels: null };
  const dataset: Dataset = { ...DATASET, train, bank: DATASET.train };

  it("takes the samples out of those that measure, and trains on the same", () => {
    const { train: trained, bank, test } = withValidation(dataset, 60, 1);
    expect(trained).toBe(train);
    expect([...numbersOf(bank!), ...numbersOf(test)].sort((a, b) => a - b)).toEqual(numbersOf(DATASET.train));
    expect([bank!.count, classCounts(test)]).toEqual([340, [15, 15, 15, 15]]);
  });
});

describe("subset", () => {
  it("keeps the samples of pairs together", () => {
    const split = { count: 2, values: Float32Array.of(1, 2), second: Float32Array.of(3, 4), labels: null };
    expect(subset(split, Int32Array.of(1))).toEqual({
      count: 1,
      values: Float32Array.of(2),
      second: Float32Array.of(4),
      labels: null,
      origin: Int32Array.of(1),
    });
  });

  it("keeps bytes as bytes, in the order that is asked for", () => {
    const split = { count: 3, values: Uint8Array.of(1, 2, 3, 4, 5, 6), labels: Uint8Array.of(7, 8, 9) };
    expect(subset(split, Int32Array.of(2, 0))).toEqual({
      count: 2,
      values: Uint8Array.of(5, 6, 1, 2),
      labels: Uint8Array.of(9, 7),
      origin: Int32Array.of(2, 0),
    });
  });

  it("knows where samples stood at first, however often some are chosen", () => {
    const split = { count: 4, values: Uint8Array.of(1, 2, 3, 4), labels: null };
    const twice = subset(subset(split, Int32Array.of(3, 1, 0)), Int32Array.of(1, 0));
    expect([twice.origin, twice.values]).toEqual([Int32Array.of(1, 3), Uint8Array.of(2, 4)]);
  });
});
