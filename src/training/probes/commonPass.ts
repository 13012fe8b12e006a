import * as tf from "@tensorflow/tfjs";
import { hasMixedBatches, largestBatch } from "../../config/batchSizes";
import { createStateTensor, type StateTensor } from "../../engine/stateTensor";
import type { StepBlock } from "../../engine/stepBlock";
import type { ForwardValues } from "../../ops/encoder";
import { gatherSlices } from "../../ops/learnerRows";
import { createMoments, type Moments } from "../../ops/moments";
import { CommonWeights } from "../../ops/parameters/commonWeights";
import { repeatFirst } from "../../ops/parts/repeatFirst";
import { temperaturesOf } from "../../ops/temperature";
import type { Cohort } from "../cohort";
import type { LearnersLoss, LossBatch } from "../loss/learnersLoss";
import { probeSink } from "./probeSink";

/**
 * The objectives of all arms but the first, differentiated at the first arm's weights. What the first arm's own gradients are there
 * is known, and so is the forward pass, which is the first arm's own: neither is worked out again.
 */
export class CommonPass {
  /** Of the gradients of the other arms' learners, [L - S, ...]. */
  readonly moments: Moments;
  /** Notes the first arm's forward pass; the arms of mixed batch sizes see other batches, and have their own. */
  readonly values: ForwardValues;
  private readonly cohort: Cohort;
  private readonly seeds: number;
  /** L - S */
  private readonly learners: number;
  private readonly weights: CommonWeights;
  private readonly loss: LearnersLoss;
  private readonly sink: LossBatch["sink"];
  /** Temperatures [L - S, 1, 1], learned numbers and classifier, where a recorded micro-batch finds them: they are the arms' own. */
  private readonly numbers: StateTensor[];
  private known: tf.Tensor[] = [];

  constructor(cohort: Cohort) {
    const { config, parameters } = cohort;
    this.cohort = cohort;
    this.seeds = config.seeds;
    this.learners = cohort.learners - config.seeds;
    this.weights = new CommonWeights(parameters, this.learners);
    this.moments = createMoments(this.weights.parameters);
    this.numbers = [[1, 1, 1], ...this.ownNumbers().map(({ shape }) => shape)].map(([, ...shape]) => {
      const all = [this.learners, ...shape];
      return createStateTensor(all, new Float32Array(tf.util.sizeFromShape(all)));
    });
    this.loss = cohort.lossOfOthers(() => this.numbers[0]?.tensor as tf.Tensor3D);
    this.sink = probeSink({ learners: this.learners, views: 2 * largestBatch(config) });
    this.values = hasMixedBatches(config) ? {} : { note: (value) => this.keep(value) };
  }

  /** Takes over the first arm's weights as they are now, and the arms' own numbers. */
  begin(block: StepBlock): void {
    this.weights.copyFirstArm();
    tf.tidy(() => {
      const temperatures = this.cohort.carried.temperaturesNow(block) ?? temperaturesOf(block);
      for (const [i, numbers] of [temperatures, ...this.ownNumbers()].entries())
        this.numbers[i]?.assign(tf.slice(numbers, this.seeds));
    });
  }

  /** Takes in a micro-batch whose forward pass was noted. @param batch of all learners */
  include({ views, reading, block }: Omit<LossBatch, "sink">): void {
    const { cohort, sink, known } = this;
    const [, ...own] = this.numbers.map(({ tensor }) => tensor);
    const { learned, classifier } = cohort.divide([...this.weights.parameters.tensors, ...own]);
    const carried = cohort.carried.ofOtherArms(reading);
    const samples = carried.samples && (this.ofOthers(carried.samples) as tf.Tensor2D);
    // Of the block, whose learners are those of all arms, no more is read than what they share.
    const batch = { views: this.ofOthers(views), reading: { ...carried, samples }, block, sink };
    const loss = this.loss.on(batch, { known });
    const gradients = tf.grads((...encoder) => loss({ encoder, learned, classifier }));
    this.moments.include(gradients(this.weights.parameters.tensors), block);
    tf.dispose(known);
    this.known = [];
  }

  dispose(): void {
    for (const part of [this.moments, this.weights, this.sink, ...this.numbers]) part.dispose();
  }

  /** Learned numbers and classifier, [L, ...]. */
  private ownNumbers(): tf.Tensor[] {
    const { learned, classifier } = this.cohort.divide(this.cohort.parameters.tensors);
    return [...learned, ...classifier];
  }

  private keep(value: tf.Tensor): void {
    this.known.push(tf.keep(repeatFirst(value, this.seeds, this.learners)));
  }

  /** What the other arms' learners see of slices that learner l has the l mod S-th of. */
  private ofOthers(slices: tf.Tensor): tf.Tensor {
    const { learners, seeds } = this;
    return hasMixedBatches(this.cohort.config) ? gatherSlices(slices, { from: seeds, count: learners }) : slices;
  }
}
