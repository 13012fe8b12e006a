import * as tf from "@tensorflow/tfjs";
import type { ExperimentConfig } from "../../config/schema";
import type { StepBlock } from "../../engine/stepBlock";
import type { Encoder } from "../../ops/encoder";
import { type HeadState, LEARNED, type Queue } from "../../ops/head/state";
import type { HeadArm, HeadOutcome } from "../../ops/head/types";
import { type MemoryBlock, readMemories, shareFirst, writeMemories } from "../../ops/memory";
import type { Parameters } from "../../ops/parameters/parameters";
import { repeatFirst } from "../../ops/parts/repeatFirst";
import { RunningStatistics } from "../../ops/runningStatistics";
import type { CohortViews } from "../stateDict/names";
import { type Place, tensorPlace, type View, wholeView } from "../stateDict/places";
import { KeyQueue } from "./keyQueue";
import { createMemory, memoryShape } from "./memories";
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
  memory: HeadState["memory"];
  /** Samples of each slice's batch, int32 [S, B]; null where no objective asks for them. */
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
  private readonly memories: readonly MemoryBlock[];
  private readonly queue: KeyQueue | null;

  constructor({ encoder, config, seeds, arms, parameters, trainSamples }: CarriedStateOptions) {
    this.arms = arms;
    const index = parameters.specs.findIndex(({ name }) => name === LEARNED);
    this.learned = (parameters.tensors[index] as tf.Tensor3D | undefined) ?? null;
    this.temperatures = liveTemperatures(config, this.learned !== null);
    this.running = new RunningStatistics(encoder.state, config.arms.length * seeds.length);
    this.memories = memoriesOf(arms, trainSamples);
    this.queue = config.queue.size > 0 ? new KeyQueue(parameters, { encoder, config, seeds }) : null;
  }

  /** @param views of the batch, [S, 2B, ...] */
  read(views: tf.Tensor, samples: tf.Tensor2D | null): CarriedReading {
    const { memories, learners } = this;
    const batch = { samples, learners, views: samples ? 2 * samples.shape[1] : (views.shape[1] ?? 0) };
    const memory = memories.length > 0 ? readMemories(memories, batch) : null;
    return { queue: this.queue?.read(views) ?? null, memory, samples };
  }

  /**
   * The same as the other arms' learners see it at the first arm's weights, [L - S, ...]: its queue, whose keys are of the same
   * encoder, and its memory where the objective is the same. Another objective's memory would be of other weights; it begins anew.
   */
  ofOtherArms({ queue, memory, samples }: CarriedReading): CarriedReading {
    const [first, ...others] = this.arms as [HeadArm, ...HeadArm[]];
    const repeated = (x: tf.Tensor3D) => repeatFirst(x, first.learners, x.shape[0] - first.learners);
    return {
      queue: queue && { keys: repeated(queue.keys), entries: repeated(queue.entries) },
      memory:
        memory &&
        shareFirst(
          memory,
          first.learners,
          others.map(({ objective }) => objective === first.objective),
        ),
      samples,
    };
  }

  /** tau of each learner at the block's step, [L, 1, 1], as a loss would see it now; null where the config alone says it. */
  temperaturesNow(block: StepBlock): tf.Tensor3D | null {
    const { temperatures } = this;
    return temperatures && tf.tidy(() => temperatures.effective(block, this.learned));
  }

  /** After the loss of a training step: keeps what it leaves for the next ones. */
  commit({ memory, ess }: Pick<HeadOutcome, "memory" | "ess">, reading: CarriedReading, block: StepBlock): void {
    this.temperatures?.control(ess, block);
    if (memory) {
      const { samples } = reading;
      writeMemories(this.memories, memory, { samples, learners: this.learners, views: memory.planes.shape[2] });
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
    for (const { state } of this.memories) state.dispose();
    this.queue?.dispose();
  }

  private get learners(): number {
    return this.arms.reduce((sum, { learners }) => sum + learners, 0);
  }

  private memoryPlaces(): Place[] {
    return this.memories.map((memory) => {
      const learners = { from: memory.from, count: memory.learners };
      const views = [wholeView("memory", memoryShape(memory))];
      return tensorPlace(memory.state.tensor, { prefix: "carried.", learners, views });
    });
  }
}

/** Those of the arms that keep something. */
function memoriesOf(arms: readonly HeadArm[], trainSamples: number): MemoryBlock[] {
  let from = 0;
  return arms.flatMap((arm) => {
    const memory = createMemory(arm, from, trainSamples);
    from += arm.learners;
    return memory ?? [];
  });
}

function ofKeyEncoder(views: readonly View[]): View[] {
  return views.map((view) => ({ ...view, name: `key_encoder.${view.name}` }));
}
