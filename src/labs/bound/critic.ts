import * as tf from "@tensorflow/tfjs";
import { normals, PURPOSE } from "../../engine/random";
import { problem } from "../../i18n/errors";
import { dense } from "../../ops/dense";
import { CRITICS, type LearnedCritic, type Network } from "./critics";
import { texts } from "./errors";
import type { Pairs } from "./gaussians";
import { CRITIC_OBJECTIVES } from "./objectives";
import type { BoundConfig } from "./schema";

/** A critic's words on a batch: f(x_i, y_j) [K, K], and u(x_i, y_i) [K, 1] where there is a dual. */
export type Judgment = {
  scores: tf.Tensor2D;
  u: tf.Tensor2D | null;
};

/**
 * A critic that learns, with a further perceptron of (x, y) for the dual where its objective has one (arXiv 2107.01131,
 * section 3).
 */
export class Critic {
  readonly variables: tf.Variable[] = [];
  private readonly config: BoundConfig;
  private readonly kind: LearnedCritic;
  private readonly networks: Network[];
  private readonly dual: Network | null;

  constructor(config: BoundConfig) {
    this.config = config;
    const { dimensions, objective } = config;
    this.kind = learnedCritic(config);
    this.networks = this.kind.perceptrons(dimensions).map(([inputs, outputs]) => this.perceptron(inputs, outputs));
    this.dual = CRITIC_OBJECTIVES[objective].hasDual ? this.perceptron(2 * dimensions, 1) : null;
  }

  judge(pairs: Pairs): Judgment {
    const [x, y] = [pairs.x, pairs.y].map((values) =>
      tf.tensor2d(Float32Array.from(values), [pairs.count, pairs.dimensions]),
    ) as [tf.Tensor2D, tf.Tensor2D];
    const { bounded, temperature } = this.config;
    const scores = this.kind.scores(this.networks, x, y, bounded ? temperature : null);
    return { scores, u: this.dual?.(tf.concat([x, y], 1)) ?? null };
  }

  dispose(): void {
    tf.dispose(this.variables);
  }

  /** Two hidden layers; the weights are a function of the seed. */
  private perceptron(inputs: number, outputs: number): Network {
    const { width } = this.config;
    const sizes = [inputs, width, width, outputs];
    const layers = sizes.slice(1).map((size, i) => this.layer(sizes[i] as number, size));
    return (x) => {
      const [samples = 0] = x.shape;
      const last = layers.reduce<tf.Tensor3D>(
        (h, [w, b], i) =>
          dense(h, w, b, { activation: i < layers.length - 1 ? "relu" : "linear", inputIsData: i === 0 }),
        x.reshape([1, samples, inputs]),
      );
      return last.reshape([samples, outputs]);
    };
  }

  private layer(inputs: number, outputs: number): [tf.Tensor3D, tf.Tensor3D] {
    const step = this.variables.length;
    const weights = new Float32Array(inputs * outputs);
    for (let i = 0; i < weights.length; i += 4) {
      const four = normals({ seed: this.config.seed, step, sample: i / 4, purpose: PURPOSE.initialWeights });
      for (let lane = 0; lane < 4 && i + lane < weights.length; lane++)
        weights[i + lane] = Math.sqrt(2 / inputs) * (four[lane] as number);
    }
    const w = tf.tidy(() => tf.variable(tf.tensor3d(weights, [1, inputs, outputs])));
    const b = tf.tidy(() => tf.variable(tf.zeros([1, 1, outputs])));
    this.variables.push(w, b);
    return [w as tf.Tensor as tf.Tensor3D, b as tf.Tensor as tf.Tensor3D];
  }
}

function learnedCritic({ critic }: BoundConfig): LearnedCritic {
  const { learned } = CRITICS[critic];
  if (!learned) throw new Error(`The critic "${critic}" has nothing to learn.`);
  return learned;
}

/**
 * Throws where a critic needs a tensor that the device cannot hold: such as one that works on all K^2 pairs at once.
 * @param most bytes of a tensor
 * @throws PlaygroundError that says what to change
 */
export function assertCriticFits({ critic, dimensions, width }: BoundConfig, k: number, most: number): void {
  const bytes = 4 * k ** 2 * Math.max(2 * dimensions, width);
  if (!CRITICS[critic].learned?.pairwise || bytes <= most) return;
  const [needed, held] = [bytes, most].map((size) => `${Math.ceil(size / 2 ** 20)} MB`);
  throw problem(texts.tooLarge, { k, needed: needed as string, held: held as string });
}
