import type { Tensor2D, Tensor3D } from "@tensorflow/tfjs";

/** Size of the embeddings of a separable critic. */
const EMBEDDING = 32;

/** A perceptron: samples [n, inputs] to [n, outputs]. */
export type Network = (x: Tensor2D) => Tensor2D;

/** A critic that is trained. */
export interface LearnedCritic {
  /** It works on all K^2 pairs at once, which a device may not have the memory for. */
  pairwise: boolean;
  /** Inputs and outputs of its perceptrons, for vectors of d dimensions. */
  perceptrons(dimensions: number): [inputs: number, outputs: number][];
  /**
   * f(x_i, y_j), [K, K].
   * @param temperature scores are to stay within +-1/temperature; null where they are unbounded
   */
  scores(networks: readonly Network[], x: Tensor2D, y: Tensor2D, temperature: number | null): Tensor2D;
}

/** What scores a pair. */
interface CriticKind {
  label: string;
  /** null where the true log density ratio does, and there is nothing to learn. */
  learned: LearnedCritic | null;
}

const kind = (entry: CriticKind): CriticKind => entry;

export const CRITICS = {
  oracle: kind({ label: "Oracle", learned: null }),
  /** A perceptron of (x, y). */
  joint: kind({
    label: "Joint",
    learned: {
      pairwise: true,
      perceptrons: (dimensions) => [[2 * dimensions, 1]],
      scores([network], x, y, temperature) {
        const [count = 0, dimensions = 0] = x.shape;
        const rows = x
          .expandDims<Tensor3D>(1)
          .tile([1, count, 1])
          .reshape<Tensor2D>([count * count, dimensions]);
        const columns = y
          .expandDims<Tensor3D>(0)
          .tile([count, 1, 1])
          .reshape<Tensor2D>([count * count, dimensions]);
        const raw = (network as Network)(rows.concat(columns, 1)).reshape<Tensor2D>([count, count]);
        return temperature === null ? raw : raw.tanh().div(temperature);
      },
    },
  }),
  /** A product of two perceptrons' embeddings; cosines where it is bounded. */
  separable: kind({
    label: "Separable",
    learned: {
      pairwise: false,
      perceptrons: (dimensions) => [
        [dimensions, EMBEDDING],
        [dimensions, EMBEDDING],
      ],
      scores([ofX, ofY], x, y, temperature) {
        const [left, right] = [(ofX as Network)(x), (ofY as Network)(y)];
        // Divided so that the scores of an untrained critic are of the size of 1.
        if (temperature === null) return left.matMul<Tensor2D>(right, false, true).div(Math.sqrt(EMBEDDING));
        return unit(left).matMul<Tensor2D>(unit(right), false, true).div(temperature);
      },
    },
  }),
};

export type CriticId = keyof typeof CRITICS;
export const CRITIC_IDS = Object.keys(CRITICS) as CriticId[];

function unit(z: Tensor2D): Tensor2D {
  return z.div(z.square().sum(1, true).add(1e-12).sqrt());
}
