import { describe, expect, it } from "vitest";
import { knnAccuracy, knnClassifier } from "../../src/metrics/math/knn";
import { linearProbe, linearProbeAccuracy, ridgeAccuracies } from "../../src/metrics/math/linearProbe";
import { chosenRidge, searchedProbeAccuracy } from "../../src/metrics/math/ridgeSearch";
import type { Classification } from "../../src/metrics/types";
import { pseudoRandom } from "../support/float64";

/** Bank and queries in the plane. */
function plane(bank: [number, number, number][], queries: [number, number, number][]): Classification {
  const features = (rows: [number, number, number][]) => Float32Array.from(rows.flatMap((row) => row.slice(0, 2)));
  return {
    bank: features(bank),
    bankLabels: bank.map(([, , label]) => label),
    queries: features(queries),
    queryLabels: queries.map(([, , label]) => label),
    dimension: 2,
    classes: 3,
  };
}

/** Three clouds, sixty degrees apart, at different distances from the origin. */
function clouds(count: number, noise: number, seed: number): [number, number, number][] {
  const next = pseudoRandom(seed);
  return Array.from({ length: count }, (_, i) => {
    const [angle, radius] = [((i % 3) * Math.PI) / 3, 2 + (i % 3)];
    return [radius * Math.cos(angle) + noise * next(), radius * Math.sin(angle) + noise * next(), i % 3];
  });
}

describe("knnAccuracy", () => {
  it("compares by angle, not by length", () => {
    const task = plane(
      [
        [100, 0, 0],
        [0.01, 0.01, 1],
      ],
      [
        [0.02, 0.001, 0],
        [60, 50, 1],
      ],
    );
    expect(knnAccuracy({ ...task, k: 1, temperature: 0.1 })).toBe(1);
  });

  it("weighs a near neighbour against two farther ones by the temperature", () => {
    const task = plane(
      [
        [1, 0, 0],
        [1, 0.6, 1],
        [1, -0.6, 1],
      ],
      [[1, 0, 0]],
    );
    expect(knnAccuracy({ ...task, k: 3, temperature: 0.05 })).toBe(1);
    expect(knnAccuracy({ ...task, k: 3, temperature: 5 })).toBe(0);
    expect(knnAccuracy({ ...task, k: 1, temperature: 5 })).toBe(1);
  });

  it("asks only the k nearest, the earlier one on a tie", () => {
    const task = plane(
      [
        [0, 1, 1],
        [2, 0, 2],
        [1, 0, 0],
        [0, 1, 1],
      ],
      [[1, 0, 2]],
    );
    expect(knnAccuracy({ ...task, k: 1, temperature: 0.1 })).toBe(1);
  });

  it("asks the whole bank when k is larger", () => {
    const task = plane(clouds(30, 0.3, 1), clouds(30, 0.3, 2));
    expect(knnAccuracy({ ...task, k: 500, temperature: 0.02 })).toBe(1);
  });

  it("has no value for features that are not finite", () => {
    const task = plane([[Number.NaN, 1, 0]], [[1, 1, 0]]);
    expect(knnAccuracy({ ...task, k: 1, temperature: 0.1 })).toBeNaN();
  });
});

describe("linearProbeAccuracy", () => {
  it("separates clouds that a linear classifier can separate", () => {
    const task = plane(clouds(90, 0.3, 3), clouds(60, 0.3, 4));
    expect(linearProbeAccuracy({ ...task, ridge: 1e-3 })).toBe(1);
  });

  it("needs a bias for classes that lie on one side of the origin", () => {
    const line = (offset: number): [number, number, number][] =>
      Array.from({ length: 20 }, (_, i) => [10 + i + offset, 7, i < 10 ? 0 : 1]);
    expect(linearProbeAccuracy({ ...plane(line(0), line(0.1)), ridge: 1e-6 })).toBe(1);
  });

  it("does not depend on the scale or the offset of a feature", () => {
    const bank = clouds(60, 2.5, 5);
    const queries = clouds(60, 2.5, 6);
    const move = ([x, y, label]: [number, number, number]): [number, number, number] => [x * 64, y / 8 + 16, label];
    const own = linearProbeAccuracy({ ...plane(bank, queries), ridge: 0.01 });
    expect(own).toBeLessThan(1);
    expect(linearProbeAccuracy({ ...plane(bank.map(move), queries.map(move)), ridge: 0.01 })).toBe(own);
  });

  it("falls back on the most frequent class when the penalty silences the features", () => {
    const bank: [number, number, number][] = [
      [1, 0, 1],
      [2, 1, 1],
      [3, 0, 2],
      [9, 9, 0],
      [8, 8, 1],
    ];
    const task = plane(bank, [
      [9, 9, 0],
      [1, 0, 1],
    ]);
    expect(linearProbeAccuracy({ ...task, ridge: 1e9 })).toBe(0.5);
  });

  it("agrees with the normal equations solved by hand", () => {
    // One feature, standardized to -1 and 1, targets (1, 0) and (0, 1): W = (2 + 2 lambda)^-1 (-1, 1), bias 1/2.
    const task: Classification = {
      bank: Float32Array.of(4, 8),
      bankLabels: [0, 1],
      queries: Float32Array.of(5.9, 6.1),
      queryLabels: [0, 1],
      dimension: 1,
      classes: 2,
    };
    expect(linearProbeAccuracy({ ...task, ridge: 0.5 })).toBe(1);
    expect(linearProbeAccuracy({ ...task, queryLabels: [1, 0], ridge: 0.5 })).toBe(0);
  });

  it("survives a constant feature and has no value for one that is not finite", () => {
    const flat = clouds(30, 0.2, 7).map(([x, , label]): [number, number, number] => [x, 5, label]);
    expect(linearProbeAccuracy({ ...plane(flat, flat), ridge: 1e-6 })).toBeGreaterThan(0.3);
    const task = plane([[Number.POSITIVE_INFINITY, 1, 0]], [[1, 1, 0]]);
    expect(linearProbeAccuracy({ ...task, ridge: 0.01 })).toBeNaN();
  });
});

describe("searchedProbeAccuracy", () => {
  /** Labels are the sign of the first of many features; the others are noise, and the samples few. */
  function noisy(count: number, seed: number) {
    const next = pseudoRandom(seed);
    const rows = Array.from({ length: count }, () => Array.from({ length: 40 }, next));
    return { rows: Float32Array.from(rows.flat()), labels: rows.map(([first = 0]) => (first > 0 ? 1 : 0)) };
  }
  const [bank, queries] = [noisy(60, 1), noisy(200, 2)];
  const task: Classification = {
    bank: bank.rows,
    bankLabels: bank.labels,
    queries: queries.rows,
    queryLabels: queries.labels,
    dimension: 40,
    classes: 2,
  };

  it("is the probe's with the chosen ridge, fitted on all of the bank", () => {
    const ridge = chosenRidge({ ...task, ridge: 7 });
    expect([1e-4, 1e-3, 1e-2, 1e-1, 1]).toContain(ridge);
    expect(searchedProbeAccuracy({ ...task, ridge: 7 })).toBe(linearProbeAccuracy({ ...task, ridge }));
  });

  it("does not look at the queries to choose", () => {
    const inverted = { ...task, queryLabels: queries.labels.map((label) => 1 - label) };
    expect(chosenRidge({ ...inverted, ridge: 7 })).toBe(chosenRidge({ ...task, ridge: 7 }));
  });

  it("takes the strongest ridge among equals, and the given one where there is nothing to choose by", () => {
    const constant = { ...task, bankLabels: bank.labels.map(() => 1) };
    expect(chosenRidge({ ...constant, ridge: 7 })).toBe(1);
    const tiny = { ...task, bank: task.bank.slice(0, 3 * 40), bankLabels: bank.labels.slice(0, 3) };
    expect(chosenRidge({ ...tiny, ridge: 7 })).toBe(7);
    const broken = { ...task, bank: task.bank.map(() => Number.NaN) };
    expect(searchedProbeAccuracy({ ...broken, ridge: 7 })).toBeNaN();
  });

  it("measures several ridges as each by itself", () => {
    const ridges = [1e-3, 0.5];
    expect(ridgeAccuracies(task, ridges)).toEqual(ridges.map((ridge) => linearProbeAccuracy({ ...task, ridge })));
  });
});

describe("classifiers", () => {
  const task = plane(clouds(60, 2.5, 5), clouds(40, 2.5, 6));
  const votes = { k: 7, temperature: 0.1 };

  it("of neighbours name the class with the largest share of their votes, as float64 says", () => {
    const { classes, scores } = knnClassifier(task, votes)(task.queries);
    const at = (rows: Float32Array, row: number) => [rows[2 * row]!, rows[2 * row + 1]!] as const;
    for (let query = 0; query < 40; query++) {
      const [x, y] = at(task.queries, query);
      const near = Array.from({ length: 60 }, (_, row) => {
        const [u, v] = at(task.bank, row);
        return { label: task.bankLabels[row]!, cosine: (x * u + y * v) / Math.hypot(x, y) / Math.hypot(u, v) };
      });
      near.sort((a, b) => b.cosine - a.cosine);
      const shares = [0, 0, 0];
      for (const { label, cosine } of near.slice(0, 7)) shares[label]! += Math.exp(cosine / 0.1);
      const total = shares.reduce((a, b) => a + b);
      expect(classes[query]).toBe(shares.indexOf(Math.max(...shares)));
      expect(scores[query]).toBeCloseTo(Math.max(...shares) / total, 6);
    }
  });

  it("say what the accuracies count, all samples at once or a few at a time", () => {
    for (const [classify, accuracy] of [
      [knnClassifier(task, votes), knnAccuracy({ ...task, ...votes })],
      [linearProbe(task, 0.01), linearProbeAccuracy({ ...task, ridge: 0.01 })],
    ] as const) {
      const { classes } = classify(task.queries);
      const right = classes.filter((label, i) => label === task.queryLabels[i]).length;
      expect(right / 40).toBe(accuracy);
      expect([
        ...classify(task.queries.subarray(0, 30)).classes,
        ...classify(task.queries.subarray(30)).classes,
      ]).toEqual([...classes]);
    }
  });

  it("name no class for a sample that is not finite, nor of a bank that is not", () => {
    const queries = task.queries.slice();
    queries[3] = Number.NaN;
    const bank = task.bank.map(() => Number.POSITIVE_INFINITY);
    for (const [classify, broken] of [
      [knnClassifier(task, votes), knnClassifier({ ...task, bank }, votes)],
      [linearProbe(task, 0.01), linearProbe({ ...task, bank }, 0.01)],
    ] as const) {
      const { classes, scores } = classify(queries);
      expect([classes[1], scores[1]]).toEqual([-1, Number.NaN]);
      expect(classes[0]).toBeGreaterThanOrEqual(0);
      expect([...new Set(broken(task.queries).classes)]).toEqual([-1]);
    }
  });
});
