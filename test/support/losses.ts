/**
 * Every objective in plain float64, from its definition and by itself: to be differentiated numerically, and independent of
 * the product's code.
 */
import type { LabelFreeId } from "../../src/objectives";
import { logSumExp, type Matrix, mean } from "./float64";

/** Two views of a batch, [B][D] each, with what the objective is set by. */
export interface Batch {
  first: Matrix;
  second: Matrix;
  temperature: number;
  options: Readonly<Record<string, number>>;
  /** Numbers that are trained with the weights; 0 where nothing was learned yet. */
  learned: readonly number[];
}

/**
 * A loss, and the batch at which what it holds fixed is taken: for DCLW the weights, for FLO the normalizer u.
 */
type Loss = (batch: Batch, held: Batch) => number;

/** Logits of one anchor: of its positive and of its negatives. */
interface Anchor {
  positive: number;
  negatives: number[];
}

const dot = (a: number[], b: number[]) => a.reduce((sum, x, k) => sum + x * b[k]!, 0);
const unit = (rows: Matrix) => rows.map((row) => row.map((x) => x / Math.hypot(...row)));
const products = (a: Matrix, b: Matrix) => a.map((x) => b.map((y) => dot(x, y)));
const transpose = (a: Matrix) => a[0]!.map((_, k) => a.map((row) => row[k]!));
const scaled = (a: Matrix, factor: number) => a.map((row) => row.map((x) => x * factor));
const total = (values: number[]) => values.reduce((sum, x) => sum + x, 0);
const square = (x: number) => x * x;
const relu = (x: number) => Math.max(0, x);
const log1pExp = (x: number) => relu(x) + Math.log1p(Math.exp(-Math.abs(x)));
const logMeanExp = (values: number[]) => logSumExp(values) - Math.log(values.length);

const diagonalOf = (a: Matrix) => a.map((row, i) => row[i]!);
const offDiagonal = (a: Matrix) => a.flatMap((row, i) => row.filter((_, j) => j !== i));

/** Cosines between first and second views, [B][B]. */
const cosines = ({ first, second }: Batch) => products(unit(first), unit(second));
const logits = (batch: Batch) => scaled(cosines(batch), 1 / batch.temperature);

/** Rows of a matrix as anchors, with the positives on the diagonal. */
const rowAnchors = (f: Matrix): Anchor[] =>
  f.map((row, i) => ({ positive: row[i]!, negatives: row.filter((_, j) => j !== i) }));

/** All 2B views as anchors, with all other views. */
function allViews({ first, second, temperature }: Batch): Anchor[] {
  const views = unit([...first, ...second]);
  return scaled(products(views, views), 1 / temperature).map((row, i) => {
    const p = (i + first.length) % views.length;
    return { positive: row[p]!, negatives: row.filter((_, n) => n !== i && n !== p) };
  });
}

/** All 2B views as anchors, with the others of their own side. */
function ownSide(batch: Batch): Anchor[] {
  const { first, second, temperature } = batch;
  const positives = diagonalOf(cosines(batch));
  return [first, second].flatMap((side) =>
    products(unit(side), unit(side)).map((row, i) => ({
      positive: positives[i]! / temperature,
      negatives: row.filter((_, n) => n !== i).map((c) => c / temperature),
    })),
  );
}

const logXi = ({ positive, negatives }: Anchor) => logSumExp(negatives) - positive;
const infoNce = (anchors: Anchor[]) => mean(anchors.map((anchor) => log1pExp(logXi(anchor))));
const flatNce = (anchors: Anchor[]) => mean(anchors.map(logXi));

function dclw(batch: Batch, held: Batch): number {
  const powers = allViews(held).map(({ positive }) => Math.exp((positive * held.temperature) / held.options.sigma!));
  const weights = powers.map((power) => 2 - power / mean(powers));
  return mean(allViews(batch).map(({ positive, negatives }, i) => logSumExp(negatives) - weights[i]! * positive));
}

/** Of a sum of the negatives' exponentials. */
function corrected(sumOf: (negatives: number[], batch: Batch) => number): Loss {
  return (batch) => {
    const t = batch.options.classPrior!;
    const least = Math.exp(-1 / batch.temperature);
    return mean(
      allViews(batch).map(({ positive, negatives }) => {
        const count = negatives.length;
        const estimate = (sumOf(negatives, batch) - t * count * Math.exp(positive)) / (1 - t);
        return Math.log1p(Math.max(estimate, count * least) / Math.exp(positive));
      }),
    );
  };
}

const plainSum = (negatives: number[]) => total(negatives.map(Math.exp));

function hardSum(negatives: number[], { options: { concentration } }: Batch): number {
  const weights = negatives.map((s) => Math.exp(concentration! * s));
  return total(negatives.map((s, n) => (weights[n]! / mean(weights)) * Math.exp(s)));
}

function triplet(batch: Batch): number {
  const anchors = allViews({ ...batch, temperature: 1 });
  return mean(
    anchors.flatMap(({ positive, negatives }) => negatives.map((c) => relu(batch.options.margin! - positive + c))),
  );
}

const flo: Loss = (batch, held) => {
  const [intercept = 0, slope = 0] = batch.learned;
  const anchors = rowAnchors(logits(batch));
  const u = rowAnchors(logits(held)).map(({ positive }) => intercept - slope * positive);
  const rest = anchors.map((anchor, i) => Math.exp(logXi(anchor) - u[i]!) / (anchors.length - 1) - 1);
  return mean(u) + mean(rest);
};

function sigLip(batch: Batch): number {
  const [logScale = 0, offset = 0] = batch.learned;
  const t = batch.options.initialScale! * Math.exp(logScale);
  const b = batch.options.initialBias! + offset;
  const losses = cosines(batch).map((row, i) => total(row.map((c, j) => log1pExp((i === j ? -1 : 1) * (t * c + b)))));
  return mean(losses);
}

function barlowTwins({ first, second, options }: Batch): number {
  const [one, two] = [first, second].map((side) => transpose(side).map(standardized));
  const c = scaled(products(one!, two!), 1 / first.length);
  return total(diagonalOf(c).map((x) => square(1 - x))) + options.redundancy! * total(offDiagonal(c).map(square));
}

function standardized(column: number[]): number[] {
  const centered = column.map((x) => x - mean(column));
  const deviation = Math.sqrt(mean(centered.map(square)) + 1e-6);
  return centered.map((x) => x / deviation);
}

function vicReg({ first, second, options }: Batch): number {
  const distance = mean(first.flatMap((row, i) => row.map((x, k) => square(x - second[i]![k]!))));
  const sides = [first, second].map((side) => {
    const columns = transpose(side).map((column) => column.map((x) => x - mean(column)));
    const covariances = scaled(products(columns, columns), 1 / (side.length - 1));
    const hinges = diagonalOf(covariances).map((variance) => relu(1 - Math.sqrt(variance + 1e-4)));
    const shared = total(offDiagonal(covariances).map(square)) / columns.length;
    return (options.variance! / 2) * mean(hinges) + options.covariance! * shared;
  });
  return options.invariance! * distance + total(sides);
}

function alignUniform({ first, second, options }: Batch): number {
  const [one, two] = [unit(first), unit(second)];
  const apart = (a: number[], b: number[]) => total(a.map((x, k) => square(x - b[k]!)));
  const sides = [one, two].map((side) => {
    const distances = offDiagonal(side.map((a) => side.map((b) => apart(a, b))));
    return logMeanExp(distances.map((d) => -options.uniformityTemperature! * d));
  });
  return mean(one.map((a, i) => apart(a, two[i]!))) + options.uniformityWeight! * mean(sides);
}

/** Minus the positives' mean, plus something of the negatives. */
function bound(ofNegatives: (negatives: number[], batch: Batch) => number): Loss {
  return (batch) => {
    const f = logits(batch);
    return ofNegatives(offDiagonal(f), batch) - mean(diagonalOf(f));
  };
}

function jsd(batch: Batch): number {
  const f = logits(batch);
  return mean(diagonalOf(f).map((x) => log1pExp(-x))) + mean(offDiagonal(f).map(log1pExp));
}

function spectral({ first, second }: Batch): number {
  const f = products(first, second);
  return mean(offDiagonal(f).map(square)) - 2 * mean(diagonalOf(f));
}

const ofAllViews =
  (loss: (anchors: Anchor[]) => number): Loss =>
  (batch) =>
    loss(allViews(batch));
const oneWay =
  (loss: (anchors: Anchor[]) => number): Loss =>
  (batch) =>
    loss(rowAnchors(logits(batch)));

/** A loss whose gradient is the objective's; the values of FlatNCE, which are 1, are not among them. */
export const LOSSES: Record<LabelFreeId, Loss> = {
  infoNce: ofAllViews(infoNce),
  infoNceCe: ofAllViews(infoNce),
  flatNce: ofAllViews(flatNce),
  dual: (batch) => mean(allViews(batch).map((anchor) => Math.log(batch.options.c! + Math.exp(logXi(anchor))))),
  xi: ofAllViews((anchors) => mean(anchors.map((anchor) => Math.exp(logXi(anchor))))),
  infoNceOneWay: oneWay(infoNce),
  flatNceOneWay: oneWay(flatNce),
  clip: (batch) => infoNce([...rowAnchors(logits(batch)), ...rowAnchors(transpose(logits(batch)))]),
  dcl: ofAllViews(flatNce),
  dclw,
  sogClr: ofAllViews(flatNce),
  flo,
  sigLip,
  barlowTwins,
  vicReg,
  alignUniform,
  debiased: corrected(plainSum),
  hardNegative: corrected(hardSum),
  triplet,
  nPair: ({ first, second }) => infoNce(rowAnchors(products(first, second))),
  nwj: bound((negatives) => mean(negatives.map((f) => Math.exp(f - 1)))),
  dv: bound(logMeanExp),
  jsd,
  smile: bound((negatives, { options: { clipAt } }) =>
    logMeanExp(negatives.map((f) => Math.min(clipAt!, Math.max(-clipAt!, f)))),
  ),
  dhel: (batch) => flatNce(ownSide(batch)),
  spectral,
  // With the function that it begins with.
  custom: ofAllViews(infoNce),
};
