import type * as tf from "@tensorflow/tfjs";
import type { Parameters } from "../engine/parameters";
import type { StepBlock } from "../engine/stepBlock";
import type { Encoder } from "../models/types";
import type { ExperimentConfig } from "./config";
import type { HeadOutcome } from "./head";
import type { HeadArm, HeadState, Queue } from "./headArm";
import { KeyQueue } from "./keyQueue";
import { createMemory, type Memory } from "./memories";
import { type LiveTemperatures, liveTemperatures } from "./temperatureRules";

interface Carrier {
  encoder: Encoder;
  config: ExperimentConfig;
  seeds: readonly number[];
  arms: readonly HeadArm[];
  parameters: Parameters;
  /** Samples of the training split. */
  trainSamples: number;
}

/** What one batch is measured against. */
export interface CarriedReading {
  queue: Queue | null;
  memories: HeadState["memories"];
  /** Samples of the batch, int32 [S, B]; null where no memory asks for them. */
  samples: tf.Tensor2D | null;
}

/**
 * What the learners carry from step to step beside their weights: live temperatures, the objectives' memories, the queue.
 * Everybody may read it; only training steps change it.
 */
export class CarriedState {
  readonly temperatures: LiveTemperatures | null;
  private readonly memories: (Memory | null)[];
  private readonly queue: KeyQueue | null;

  constructor({ encoder, config, seeds, arms, parameters, trainSamples }: Carrier) {
    this.temperatures = liveTemperatures(config);
    this.memories = arms.map((arm) => createMemory(arm, trainSamples));
    this.queue = config.queue.size > 0 ? new KeyQueue(parameters, { encoder, config, seeds }) : null;
  }

  /** @param views of the batch, [S, 2B, ...] */
  read(views: tf.Tensor, samples: tf.Tensor2D | null): CarriedReading {
    const memories = this.memories.map((memory) => memory?.read(samples) ?? null);
    return { queue: this.queue?.read(views) ?? null, memories, samples };
  }

  /** After the loss of a training step: takes in what it leaves for the next ones. */
  keep({ memories, ess }: Pick<HeadOutcome, "memories" | "ess">, reading: CarriedReading, block: StepBlock): void {
    if (this.temperatures?.factor) this.temperatures.control(ess(), block);
    for (const [arm, memory] of this.memories.entries()) {
      const kept = memories[arm];
      if (memory && kept) memory.write(kept, reading.samples);
    }
    if (reading.queue) this.queue?.enqueue(reading.queue.keys, block);
  }

  /** After an update of the weights. */
  follow(): void {
    this.queue?.follow();
  }

  dispose(): void {
    this.temperatures?.dispose();
    for (const memory of this.memories) memory?.dispose();
    this.queue?.dispose();
  }
}
