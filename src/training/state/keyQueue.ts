import type * as tf from "@tensorflow/tfjs";
import type { ExperimentConfig } from "../../config/schema";
import { normals, PURPOSE } from "../../engine/random";
import { createStateTensor, type StateTensor } from "../../engine/stateTensor";
import type { StepBlock } from "../../engine/stepBlock";
import type { Encoder } from "../../ops/encoder";
import type { Queue } from "../../ops/head/state";
import { createMovingAverage, type MovingAverage } from "../../ops/movingAverage";
import type { Parameters } from "../../ops/parameters/parameters";
import { enqueueKeys, keysOf } from "../../ops/queue";

interface QueueOptions {
  encoder: Encoder;
  config: Pick<ExperimentConfig, "queue" | "arms">;
  seeds: readonly number[];
}

/**
 * Negatives from earlier steps (MoCo, arXiv 1911.05722, section 3.2): the keys of the second views of the latest batches,
 * by an encoder that follows the trained one slowly. At first they are random unit vectors, a function of the seed alone,
 * as in MoCo's own code: neither equal nor of any batch, and gone after K / B steps.
 */
export class KeyQueue {
  private readonly encoder: Encoder;
  private readonly average: MovingAverage;
  /** [L, K, D], a ring of rows. */
  private readonly ring: StateTensor<tf.Rank.R3>;

  /** @param parameters of the encoder first; they stay the caller's */
  constructor(parameters: Parameters, options: QueueOptions) {
    const { encoder, config, seeds } = options;
    this.encoder = encoder;
    this.average = createMovingAverage(parameters, config.queue.momentum);
    const shape = [config.arms.length * seeds.length, config.queue.size, encoder.embeddingSize];
    this.ring = createStateTensor(shape, initialEntries(options));
  }

  /** [L, K, D]; the rows of the next step follow from its number. */
  get entries(): tf.Tensor3D {
    return this.ring.tensor;
  }

  /** Weights of the encoder of the keys, one [L, ...] tensor per parameter. */
  get weights(): tf.Tensor[] {
    return this.average.tensors.slice(0, this.encoder.parameters.length);
  }

  /** The queue as a loss on some views [S, 2B, ...] sees it. */
  read(views: tf.Tensor): Queue {
    const keys = keysOf(this.encoder.forward(this.weights, views, null).embeddings as tf.Tensor3D);
    return { keys, entries: this.entries };
  }

  /** Puts the keys of a training step's second views in the place of the oldest ones. @param keys [L, 2B, D] */
  enqueue(keys: tf.Tensor3D, block: StepBlock): void {
    enqueueKeys(this.ring, keys, block);
  }

  afterUpdate(): void {
    this.average.afterUpdate();
  }

  dispose(): void {
    this.average.dispose();
    this.ring.dispose();
  }
}

/** Random directions, [L, K, D]: the same for all arms of a seed. */
function initialEntries({ encoder, config, seeds }: QueueOptions): Float32Array {
  const length = config.queue.size * encoder.embeddingSize;
  const values = new Float32Array(config.arms.length * seeds.length * length);
  seeds.forEach((seed, s) => {
    const own = directions(seed, config.queue.size, encoder.embeddingSize);
    for (let arm = 0; arm < config.arms.length; arm++) values.set(own, (arm * seeds.length + s) * length);
  });
  return values;
}

/** [count, size] unit vectors, uniform on the sphere. */
function directions(seed: number, count: number, size: number): Float32Array {
  const values = new Float32Array(count * size);
  for (let i = 0; i < values.length; i += 4)
    values.set(normals({ seed, step: 0, sample: i / 4, purpose: PURPOSE.queue }).slice(0, values.length - i), i);
  for (let row = 0; row < count; row++) {
    const one = values.subarray(row * size, (row + 1) * size);
    const norm = Math.hypot(...one);
    for (let k = 0; k < size; k++) one[k] = (one[k] as number) / norm;
  }
  return values;
}
