import type { TensorInfo } from "@tensorflow/tfjs";
import { device } from "./currentDevice";
import type { Device } from "./device";
import { stepBlockSize } from "./wgsl/stepBlock";

/** What changes from step to step. */
export interface StepValues {
  /** Counter of the random draws. */
  step: number;
  /** Row of the metrics ring. */
  slot: number;
  /** Micro-batches that the gradient probe has seen, with this one. */
  count: number;
  /** Updates made before the optimizer began; for kernels, `correction` has it. */
  optimizerSince: number;
  /** 1 / (1 - beta^t) of Adam's two averages. */
  correction: readonly [number, number];
  /** Of each learner, [L]. */
  learningRates: ArrayLike<number>;
  temperatures: ArrayLike<number>;
}

/**
 * The numbers of the step that comes next. References read `values`; kernels read the same from a block on the device, so that
 * a recorded step gets new numbers without being recorded anew.
 */
export class StepBlock {
  readonly learners: number;
  values: StepValues;
  private readonly backend: Device | null;
  private readonly uniform: TensorInfo | null;
  private readonly words: ArrayBuffer;

  constructor(learners: number) {
    this.learners = learners;
    this.words = new ArrayBuffer(4 * stepBlockSize(learners));
    this.backend = device();
    this.uniform = this.backend?.allocate(stepBlockSize(learners)) ?? null;
    this.values = {
      step: 0,
      slot: 0,
      count: 1,
      optimizerSince: 0,
      correction: [1, 1],
      learningRates: new Float32Array(learners),
      temperatures: new Float32Array(learners).fill(1),
    };
  }

  /** The block on the device, as engine/wgsl/stepBlock.ts lays it out. */
  get tensor(): TensorInfo {
    if (!this.uniform) throw new Error("Only kernels have a step block on the device.");
    return this.uniform;
  }

  /** Sets some of the numbers, in the order of the queue: after all steps that were sent before. */
  set(changes: Partial<StepValues>): void {
    this.values = { ...this.values, ...changes };
    if (!this.uniform) return;
    const { step, slot, count, correction, learningRates, temperatures } = this.values;
    new Uint32Array(this.words, 0, 3).set([step, slot, count]);
    new Float32Array(this.words, 16, 2).set(correction);
    const perLearner = new Float32Array(this.words, 32);
    for (let l = 0; l < this.learners; l++) {
      perLearner[4 * l] = learningRates[l] as number;
      perLearner[4 * l + 1] = temperatures[l] as number;
    }
    this.backend?.writeInPlace(this.uniform, new Uint8Array(this.words));
  }

  dispose(): void {
    if (this.uniform) this.backend?.free(this.uniform);
  }
}
