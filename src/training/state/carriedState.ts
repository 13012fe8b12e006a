import * as tf from "@tensorflow/tfjs";
import { batchPeriod } from "../../config/batchSizes";
import type { ExperimentConfig } from "../../config/schema";
import type { StepBlock } from "../../engine/stepBlock";
import type { Encoder } from "../../ops/encoder";
import { type HeadState, LEARNED, type Queue } from "../../ops/head/state";
import type { HeadArm, HeadOutcome } from "../../ops/head/types";
import type { Parameters } from "../../ops/parameters/parameters";
import { tileLearners } from "../../ops/parts/shape";
import { RunningStatistics } from "../../ops/runningStatistics";
import type { CohortViews } from "../stateDict/names";
import { type Place, tensorPlace, type View, wholeView } from "../stateDict/places";
import { KeyQueue } from "./keyQueue";
import { createMemory, type Memory } from "./memories";
import { type LiveTemperatures, liveTemperatures } from "./temperatureRules";

interface CarriedStateOptions {
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
  /** Samples of each slice's batch, int32 [S, B]; null where no memory asks for them. */
  samples: tf.Tensor2D | null;
}

/**
 * What the learners carry from step to step beside their weights: live temperatures, the objectives' memories, the queue,
 * the running statistics. Everybody may read it; only training steps change it.
 */
export class CarriedState {
  readonly temperatures: LiveTemperatures | null;
  /** Of the encoder's batch normalizations. */
  readonly running: RunningStatistics;
  private readonly arms: readonly HeadArm[];
  /** [L, 1, LEARNED]; null where nothing is learned. */
  private readonly learned: tf.Tensor3D | null;
  private readonly memories: (Memory | null)[];
  private readonly queue: KeyQueue | null;

  constructor({ encoder, config, seeds, arms, parameters, trainSamples }: CarriedStateOptions) {
    this.arms = arms;
    const index = parameters.specs.findIndex(({ name }) => name === LEARNED);
    this.learned = (parameters.tensors[index] as tf.Tensor3D | undefined) ?? null;
    this.temperatures = liveTemperatures(config, this.learned !== null);
    this.running = new RunningStatistics(encoder.state, config.arms.length * seeds.length);
    this.memories = arms.map((arm) => createMemory(arm, trainSamples));
    this.queue = config.queue.size > 0 ? new KeyQueue(parameters, { encoder, config, seeds }) : null;
  }

  /** @param views of the batch, [S, 2B, ...] */
  read(views: tf.Tensor, samples: tf.Tensor2D | null): CarriedReading {
    const memories = this.memories.map((memory, arm) => memory?.read(this.samplesOf(samples, arm)) ?? null);
    return { queue: this.queue?.read(views) ?? null, memories, samples };
  }

  /**
   * The same as it is seen at the first arm's weights: its queue in every arm, whose keys are of the same encoder, and its
   * memory where the objective is the same. Another objective's memory would be of other weights; it begins anew.
   */
  asFirstArm({ queue, memories, samples }: CarriedReading): CarriedReading {
    const [first] = this.arms;
    const repeated = (x: tf.Tensor3D) => tileLearners(tf.slice(x, 0, first?.learners), x.shape[0]) as tf.Tensor3D;
    return {
      queue: queue && { keys: repeated(queue.keys), entries: repeated(queue.entries) },
      memories: this.arms.map((arm, index) =>
        arm.objective === first?.objective ? this.firstMemory(memories, samples, index) : null,
      ),
      samples,
    };
  }

  /** The first arm's memory of what an arm sees: the same samples, unless its batches are others. */
  private firstMemory(
    memories: CarriedReading["memories"],
    samples: tf.Tensor2D | null,
    arm: number,
  ): CarriedReading["memories"][number] {
    if (this.arms[arm]?.batchSize === this.arms[0]?.batchSize) return memories[0] ?? null;
    return this.memories[0]?.read(this.samplesOf(samples, arm)) ?? null;
  }

  /** The samples of an arm's batches, of those of all slices. */
  private samplesOf(samples: tf.Tensor2D | null, arm: number): tf.Tensor2D | null {
    const { learners = 0, batchSize } = this.arms[arm] ?? {};
    if (!samples || batchSize === undefined) return samples;
    const period = batchPeriod(this.arms.map((other) => other.batchSize ?? 0));
    return tf.slice(samples, [(arm % period) * learners, 0], [learners, batchSize]);
  }

  /** tau of each learner at the block's step, [L, 1, 1], as a loss would see it now; null where the config alone says it. */
  temperaturesNow(block: StepBlock): tf.Tensor3D | null {
    const { temperatures } = this;
    return temperatures && tf.tidy(() => temperatures.effective(block, this.learned));
  }

  /** After the loss of a training step: keeps what it leaves for the next ones. */
  commit({ memories, ess }: Pick<HeadOutcome, "memories" | "ess">, reading: CarriedReading, block: StepBlock): void {
    this.temperatures?.control(ess, block);
    for (const [arm, memory] of this.memories.entries()) {
      const kept = memories[arm];
      if (memory && kept) memory.write(kept, this.samplesOf(reading.samples, arm));
    }
    if (reading.queue) this.queue?.enqueue(reading.queue.keys, block);
  }

  /** After an update of the weights, of the step whose numbers are in the block. */
  afterUpdate(block: StepBlock): void {
    if (this.learned) this.temperatures?.bound(this.learned, block);
    this.queue?.afterUpdate();
  }

  /** Where all of it lies, but for the learned numbers, which are parameters. */
  places({ parameters, running }: CohortViews): Place[] {
    const { queue } = this;
    const factor = this.temperatures?.controlled;
    const all = (prefix: Place["prefix"], tensor: tf.Tensor, ...views: View[]) =>
      tensorPlace(tensor, { prefix, learners: { from: 0, count: this.learners }, views });
    return [
      ...this.running.tensors.map((tensor, i) => all("", tensor, ...(running[i] ?? []))),
      ...this.memoryPlaces(),
      ...(factor ? [all("carried.", factor, wholeView("temperature_factor", []))] : []),
      ...(queue ? [all("carried.", queue.entries, wholeView("queue.entries", queue.entries.shape.slice(1)))] : []),
      ...(queue?.weights ?? []).map((tensor, p) => all("carried.", tensor, ...ofKeyEncoder(parameters[p] ?? []))),
    ];
  }

  dispose(): void {
    this.temperatures?.dispose();
    this.running.dispose();
    for (const memory of this.memories) memory?.dispose();
    this.queue?.dispose();
  }

  private get learners(): number {
    return this.arms.reduce((sum, { learners }) => sum + learners, 0);
  }

  private memoryPlaces(): Place[] {
    return this.memories.flatMap((memory, arm) => {
      if (!memory) return [];
      const count = this.arms[arm]?.learners ?? 0;
      const learners = { from: arm * count, count };
      const { tensor, shape } = memory.state;
      return tensorPlace(tensor, { prefix: "carried.", learners, views: [wholeView("memory", shape)] });
    });
  }
}

function ofKeyEncoder(views: readonly View[]): View[] {
  return views.map((view) => ({ ...view, name: `key_encoder.${view.name}` }));
}
