import { normals, PURPOSE } from "../../engine/random";

/**
 * Pairs (x, y) of d-dimensional Gaussians whose coordinates correlate pairwise by rho: I(x; y) = -(d/2) log(1 - rho^2), the
 * benchmark of Poole et al., On Variational Bounds of Mutual Information, arXiv 1905.06922, section 3.
 */
export interface Pairs {
  /** [K, d], row by row. */
  x: Float64Array;
  y: Float64Array;
  count: number;
  dimensions: number;
}

/** The correlation that gives a mutual information, in nats. */
export function correlation(mi: number, dimensions: number): number {
  return Math.sqrt(-Math.expm1((-2 * mi) / dimensions));
}

/** Which batch of which sequence: a batch is a function of it alone. */
export interface BatchOf {
  seed: number;
  /** Batches of different streams are independent. */
  stream: number;
  index: number;
}

/** @param rho see `correlation` */
export function drawPairs(count: number, dimensions: number, rho: number, { seed, stream, index }: BatchOf): Pairs {
  const size = count * dimensions;
  const [x, y] = [new Float64Array(size), new Float64Array(size)];
  const rest = Math.sqrt(1 - rho * rho);
  for (let i = 0; i < size; i += 2) {
    const four = normals({ seed, step: index, sample: i / 2, purpose: PURPOSE.labs, lane: stream });
    for (let lane = 0; lane < 2 && i + lane < size; lane++) {
      const [shared, own] = [four[2 * lane] as number, four[2 * lane + 1] as number];
      x[i + lane] = shared;
      y[i + lane] = rho * shared + rest * own;
    }
  }
  return { x, y, count, dimensions };
}

/**
 * The oracle critic: log p(x_i, y_j) / p(x_i) p(y_j).
 *
 * @param rows of how many x, the first ones
 * @returns [rows, K]
 */
export function logRatios({ x, y, count, dimensions }: Pairs, rho: number, rows = count): Float64Array {
  const square = rho * rho;
  const base = -0.5 * dimensions * Math.log1p(-square);
  const [own, cross] = [square / (2 * (1 - square)), rho / (1 - square)];
  const [ofX, ofY] = [squaredLengths(x, dimensions), squaredLengths(y, dimensions)];
  const scores = new Float64Array(rows * count);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < count; j++) {
      let product = 0;
      for (let k = 0; k < dimensions; k++)
        product += (x[i * dimensions + k] as number) * (y[j * dimensions + k] as number);
      scores[i * count + j] = base - own * ((ofX[i] as number) + (ofY[j] as number)) + cross * product;
    }
  return scores;
}

function squaredLengths(rows: Float64Array, dimensions: number): Float64Array {
  const lengths = new Float64Array(rows.length / dimensions);
  rows.forEach((value, i) => {
    const row = Math.floor(i / dimensions);
    lengths[row] = (lengths[row] as number) + value * value;
  });
  return lengths;
}
