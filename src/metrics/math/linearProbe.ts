import { CholeskyDecomposition, Matrix } from "ml-matrix";
import type { Classification, Classifier, LabeledBank } from "../types";
import { type ClassScores, classifierOf, shareCorrect } from "./classifier";
import { allFinite, columnMeans, gramOfColumns, toColumns } from "./vectors";

/** Mean and inverse standard deviation of every feature of the bank; the inverse is 0 where a feature is constant. */
interface Standardization {
  means: Float64Array;
  inverseDeviations: Float64Array;
}

/** Scores are standardized features times `weights` [dimension][classes] plus `bias` [classes]. */
interface LinearModel {
  weights: Matrix;
  bias: Float64Array;
}

/**
 * Linear probe in closed form: ridge regression of one-hot targets on standardized features with a free bias.
 *
 * @param task.ridge penalty per bank sample: lambda = ridge * n
 * @returns fraction of queries whose largest score is of their class; NaN when a feature is not finite
 */
export function linearProbeAccuracy(task: Classification & { ridge: number }): number {
  const [accuracy = Number.NaN] = ridgeAccuracies(task, [task.ridge]);
  return accuracy;
}

/** `linearProbeAccuracy` for each of several penalties, which share most of the work. */
export function ridgeAccuracies(task: Classification, ridges: readonly number[]): number[] {
  return probesOf(task, ridges).map((probe) => shareCorrect(probe, task));
}

/** The probe that `linearProbeAccuracy` asks. The score of a class is the regression's estimate of its target, 0 or 1. */
export function linearProbe(known: LabeledBank, ridge: number): Classifier {
  return probesOf(known, [ridge])[0] as Classifier;
}

function probesOf(known: LabeledBank, ridges: readonly number[]): Classifier[] {
  const silent = classifierOf(known, () => ({ values: new Float64Array(known.classes), unit: 1 }));
  if (!allFinite(known.bank)) return ridges.map(() => silent);
  const standardization = standardize(known.bank, known.dimension);
  return solveRidges(known, standardization, ridges).map((model) =>
    classifierOf(known, (queries, query) => scoresOf(queries, query, standardization, model)),
  );
}

function standardize(bank: Float32Array, dimension: number): Standardization {
  const means = columnMeans(bank, dimension);
  const sums = new Float64Array(dimension);
  for (let i = 0; i < bank.length; i++) {
    const column = i % dimension;
    sums[column] = (sums[column] as number) + ((bank[i] as number) - (means[column] as number)) ** 2;
  }
  const count = bank.length / dimension;
  return { means, inverseDeviations: sums.map((sum) => (sum > 0 ? 1 / Math.sqrt(sum / count) : 0)) };
}

/** Standardized features have mean 0, so the bias is the mean target and the weights solve (X'X + lambda I) W = X'Y. */
function solveRidges(
  { bank, bankLabels, dimension, classes }: LabeledBank,
  { means, inverseDeviations }: Standardization,
  ridges: readonly number[],
): LinearModel[] {
  const count = bank.length / dimension;
  const columns = toColumns(bank, dimension, means, inverseDeviations);
  const gram = new Matrix(gramOfColumns(columns, dimension));
  const bias = new Float64Array(classes);
  for (let row = 0; row < count; row++) bias[bankLabels[row] as number]! += 1 / count;
  const sums = classSums(columns, bankLabels, dimension, classes);
  return ridges.map((ridge) => {
    const penalized = Matrix.add(gram, Matrix.eye(dimension).mul(ridge * count));
    return { weights: new CholeskyDecomposition(penalized).solve(sums), bias };
  });
}

/** X'Y for one-hot Y: every feature summed over the samples of each class. */
function classSums(columns: Float64Array, labels: ArrayLike<number>, dimension: number, classes: number): Matrix {
  const count = columns.length / dimension;
  const sums = Array.from({ length: dimension }, (_, i) => {
    const sum = new Float64Array(classes);
    for (let row = 0; row < count; row++) sum[labels[row] as number]! += columns[i * count + row] as number;
    return sum;
  });
  return new Matrix(sums);
}

function scoresOf(
  queries: Float32Array,
  query: number,
  { means, inverseDeviations }: Standardization,
  { weights, bias }: LinearModel,
): ClassScores {
  const scores = bias.slice();
  const dimension = means.length;
  for (let i = 0; i < dimension; i++) {
    const centered = (queries[query * dimension + i] as number) - (means[i] as number);
    const feature = centered * (inverseDeviations[i] as number);
    for (let c = 0; c < scores.length; c++) scores[c]! += feature * weights.get(i, c);
  }
  return { values: scores, unit: 1 };
}
