import type * as tf from "@tensorflow/tfjs";
import type { GpuBackend } from "../kernels/gpu";
import { type UpdateRule, updateParameters } from "../kernels/optimizer";
import { f32 } from "../kernels/wgsl/numbers";
import type { FlatParameters } from "./flatParameters";
import type { Optimizer, OptimizerOptions } from "./optimizers";
import type { StepBlock } from "./stepBlock";

/** The optimisers of optimizers.ts as one dispatch over all parameters. */
export class FusedOptimizer implements Optimizer {
  private readonly backend: GpuBackend;
  private readonly rule: UpdateRule;
  private readonly flat: FlatParameters;
  private readonly state;
  private readonly chunks;

  constructor(backend: GpuBackend, options: OptimizerOptions, flat: FlatParameters) {
    this.backend = backend;
    this.rule = updateRule(options);
    this.flat = flat;
    this.state = this.rule.slots > 0 ? flat.allocateLike(this.rule.slots) : null;
    this.chunks = this.rule.trust ? flat.makeChunks() : flat.chunks;
  }

  /** One update with the gradients that lie in their places; step number and rates are the block's. */
  apply(given: tf.Tensor[], block: StepBlock): void {
    this.flat.assertInPlace(given);
    const { values: parameters, gradients, layout } = this.flat;
    const tensors = { parameters, gradients, state: this.state, block: block.tensor };
    updateParameters(this.backend, tensors, this.rule, { chunks: this.chunks, learners: layout.learners });
  }

  dispose(): void {
    if (this.state) this.flat.free(this.state);
    if (this.chunks !== this.flat.chunks) this.flat.free(this.chunks.tensor);
  }
}

const SCALE_BY_RATE = "update *= rate;";

/** The chains of optimizers.ts, in WGSL. */
function updateRule(options: OptimizerOptions): UpdateRule {
  const { weightDecay, momentum } = options;
  const decay = weightDecay > 0 ? `update += ${f32(weightDecay)} * parameter;` : "";
  const velocity = momentum > 0 ? `update = ${f32(momentum)} * state[i] + update;\n    state[i] = update;` : "";
  switch (options.id) {
    case "adam":
      return { statements: lines(adam(options), decay, SCALE_BY_RATE), slots: 2, trust: null };
    case "sgd":
      return { statements: lines(decay, velocity, SCALE_BY_RATE), slots: momentum > 0 ? 1 : 0, trust: null };
    case "lars": {
      const ofWeights = `if (chunk.w == 0) { ${decay} }`;
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
