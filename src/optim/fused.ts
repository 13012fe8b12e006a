import * as tf from "@tensorflow/tfjs";
import type { StepBlock } from "../engine/stepBlock";
import type { GpuBackend } from "../engine/webgpu/gpu";
import { f32 } from "../engine/wgsl/numbers";
import { fusedNormFactors, matchesNorms } from "../ops/matchNorms";
import { type UpdateRule, updateParameters } from "../ops/optimizer";
import type { FlatParameters } from "../ops/parameters/flatParameters";
import { type Chunks, ROLE } from "../ops/parts/flat";
import { fusedSlots } from "./slots";
import type { Optimizer, OptimizerOptions, OptimizerSlot } from "./types";

/** The optimizers of reference.ts as one dispatch over all parameters, and two more where gradient norms are matched. */
export class FusedOptimizer implements Optimizer {
  readonly slots: readonly OptimizerSlot[];
  private readonly backend: GpuBackend;
  private rule: UpdateRule;
  private readonly flat: FlatParameters;
  /** [slots, length]; null without slots. */
  private readonly state: tf.TensorInfo | null;
  /** Whole parameters where the rule needs their lengths, else pieces of them. */
  private readonly chunks: Chunks;
  /** Learners per arm where the arms' gradients are matched; null where they are taken as they are. */
  private readonly matchedSeeds: number | null;

  constructor(backend: GpuBackend, options: OptimizerOptions, flat: FlatParameters, seeds: number) {
    this.backend = backend;
    this.rule = updateRule(options);
    this.flat = flat;
    this.state = this.rule.slots > 0 ? flat.allocateLike(this.rule.slots) : null;
    this.slots = this.state ? slotsIn(this.state, options, flat) : [];
    this.matchedSeeds = matchesNorms(options, flat.layout.learners, seeds) ? seeds : null;
    this.chunks = this.rule.trust ? flat.makeChunks() : flat.chunks;
  }

  /** One update with the gradients that lie in their places; step number and rates are the block's. */
  apply(given: tf.Tensor[], block: StepBlock): void {
    this.flat.assertInPlace(given);
    const { values: parameters, gradients, layout } = this.flat;
    const factors = this.factors();
    const tensors = { parameters, gradients, factors, state: this.state, block: block.tensor };
    updateParameters(this.backend, tensors, this.rule, { chunks: this.chunks, learners: layout.learners });
    factors?.dispose();
  }

  change(options: OptimizerOptions): void {
    this.rule = updateRule(options);
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
    const shape = { chunks, learners: layout.learners, seeds: this.matchedSeeds };
    return fusedNormFactors(this.backend, gradients, shape);
  }
}

/** The slots as tensors: parts of the one that holds them all. */
function slotsIn(state: tf.TensorInfo, options: OptimizerOptions, flat: FlatParameters): OptimizerSlot[] {
  return fusedSlots(options).map((slot, copy) => ({ ...slot, tensors: flat.partsOf(state, copy) }));
}

const SCALE_BY_RATE = "update *= rate;";

/** The chains of reference.ts, in WGSL. */
function updateRule(options: OptimizerOptions): UpdateRule {
  const { weightDecay, momentum } = options;
  const decay =
    weightDecay > 0 ? `update += select(${f32(weightDecay)} * parameter, 0.0, chunk.w == ${ROLE.ofLoss});` : "";
  const velocity = momentum > 0 ? `update = ${f32(momentum)} * state[i] + update;\n    state[i] = update;` : "";
  switch (options.id) {
    case "adam":
      return { statements: lines(adam(options), decay, SCALE_BY_RATE), slots: 2, trust: null };
    case "sgd":
      return { statements: lines(decay, velocity, SCALE_BY_RATE), slots: momentum > 0 ? 1 : 0, trust: null };
    case "lars": {
      const ofWeights = `if (chunk.w == ${ROLE.weights}) { ${decay} }`;
      return {
        statements: lines(ofWeights, "update *= trust;", SCALE_BY_RATE, velocity),
        slots: momentum > 0 ? 1 : 0,
        trust: { statements: ofWeights, coefficient: options.trustCoefficient },
      };
    }
  }
}

function lines(...statements: string[]): string {
  return statements.filter(Boolean).join("\n    ");
}

function adam({ beta1, beta2, epsilon }: OptimizerOptions): string {
  return `let m = ${f32(beta1)} * state[i] + ${f32(1 - beta1)} * update;
    let v = ${f32(beta2)} * state[STRIDE + i] + ${f32(1 - beta2)} * update * update;
    state[i] = m;
    state[STRIDE + i] = v;
    update = (m * block.correction.x) / (sqrt(v * block.correction.y) + ${f32(epsilon)});`;
}
