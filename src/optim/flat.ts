import * as tf from "@tensorflow/tfjs";
import type { StepBlock } from "../engine/stepBlock";
import { matchesNorms } from "../ops/matchNorms";
import type { UpdateTensors } from "../ops/optimizer";
import type { FlatParameters } from "../ops/parameters/flatParameters";
import type { Chunks } from "../ops/parts/flat";
import { fusedSlots } from "./slots";
import type { Optimizer, OptimizerOptions, OptimizerSlot } from "./types";

/** What a device offers for an optimizer of flat parameters. */
export interface FlatKernels {
  /** One update of all parameters of all learners, by the chain that the options say. */
  update(tensors: UpdateTensors, options: OptimizerOptions, shape: FlatShape): void;
  /** What each learner's gradient is multiplied by to get the length of arm 0's, [L]; the caller disposes it. */
  normFactors(gradients: tf.TensorInfo, shape: FlatShape & { seeds: number }): tf.Tensor1D;
}

interface FlatShape {
  /** Whole parameters where the optimizer needs their lengths, else pieces of them. */
  chunks: Chunks;
  learners: number;
}

/** The optimizers of reference.ts as one kernel over all parameters, and one or two more where gradient norms are matched. */
export class FlatOptimizer implements Optimizer {
  readonly slots: readonly OptimizerSlot[];
  private readonly kernels: FlatKernels;
  private options: OptimizerOptions;
  private readonly flat: FlatParameters;
  /** [slots, length]; null without slots. */
  private readonly state: tf.TensorInfo | null;
  private readonly chunks: Chunks;
  /** Learners per arm where the arms' gradients are matched; null where they are taken as they are. */
  private readonly matchedSeeds: number | null;

  constructor(kernels: FlatKernels, options: OptimizerOptions, flat: FlatParameters, seeds: number) {
    this.kernels = kernels;
    this.options = options;
    this.flat = flat;
    const slots = fusedSlots(options).length;
    this.state = slots > 0 ? flat.allocateLike(slots) : null;
    this.slots = this.state ? slotsIn(this.state, options, flat) : [];
    this.matchedSeeds = matchesNorms(options, flat.layout.learners, seeds) ? seeds : null;
    this.chunks = options.id === "lars" ? flat.makeChunks() : flat.chunks;
  }

  /** One update; step number and rates are the block's. */
  apply(given: tf.Tensor[], block: StepBlock): void {
    this.flat.collect(given);
    const { values: parameters, gradients, layout } = this.flat;
    const factors = this.factors();
    const tensors = { parameters, gradients, factors, state: this.state, block: block.tensor };
    this.kernels.update(tensors, this.options, { chunks: this.chunks, learners: layout.learners });
    factors?.dispose();
  }

  change(options: OptimizerOptions): void {
    this.options = options;
  }

  dispose(): void {
    for (const { tensors } of this.slots) tf.dispose([...tensors]);
    if (this.state) this.flat.free(this.state);
    if (this.chunks !== this.flat.chunks) this.flat.free(this.chunks.tensor);
  }

  /** What the learners' gradients are multiplied by, [L]; null where they are taken as they are. */
  private factors(): tf.Tensor1D | null {
    const { gradients, chunks, layout } = this.flat;
    if (this.matchedSeeds === null) return null;
    return this.kernels.normFactors(gradients, { chunks, learners: layout.learners, seeds: this.matchedSeeds });
  }
}

/** The slots as tensors: parts of the one that holds them all. */
function slotsIn(state: tf.TensorInfo, options: OptimizerOptions, flat: FlatParameters): OptimizerSlot[] {
  return fusedSlots(options).map((slot, copy) => ({ ...slot, tensors: flat.partsOf(state, copy) }));
}
