import * as tf from "@tensorflow/tfjs";
import type { Encoder, Representations } from "../../ops/encoder";

/** What an encoder of a cohort goes by, one [L, ...] tensor each. */
interface CohortTensors {
  weights: tf.Tensor[];
  /** Running statistics of the batch normalizations. */
  running: tf.Tensor[];
}

/** The encoder of one learner at one step, on tensors of its own: training goes on without changing it. */
export class LearnerCopy {
  private readonly encoder: Encoder;
  private readonly weights: tf.Tensor[];
  private readonly running: tf.Tensor[];

  private constructor(encoder: Encoder, weights: tf.Tensor[], running: tf.Tensor[]) {
    this.encoder = encoder;
    this.weights = weights;
    this.running = running;
  }

  /** To be called between two steps. */
  static async read(encoder: Encoder, learner: number, { weights, running }: CohortTensors): Promise<LearnerCopy> {
    const own = (tensors: tf.Tensor[]) => Promise.all(tensors.map((tensor) => shareOf(tensor, learner)));
    return new LearnerCopy(encoder, await own(weights), await own(running));
  }

  /** Most numbers that one sample takes up between two layers. */
  get largestActivation(): number {
    return this.encoder.largestActivation;
  }

  /** Features and embeddings of `input` [1, N, ...], as `Cohort.encode` has them for this learner: [1, N, ...]. */
  encode(input: tf.Tensor): Representations {
    return tf.tidy(() => {
      const { features, embeddings } = this.encoder.forward(this.weights, input, this.running);
      return { features, embeddings };
    });
  }

  dispose(): void {
    tf.dispose([this.weights, this.running]);
  }
}

/** A learner's part of [L, ...] as [1, ...]. Parameters may lie in one buffer with others, so the numbers are read and put back. */
async function shareOf(tensor: tf.Tensor, learner: number): Promise<tf.Tensor> {
  const [learners = 1, ...shape] = tensor.shape;
  const values = await tensor.data();
  const size = values.length / learners;
  return tf.tensor(values.slice(learner * size, (learner + 1) * size), [1, ...shape]);
}
