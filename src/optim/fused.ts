import type { GpuBackend } from "../engine/webgpu/gpu";
import { f32 } from "../engine/wgsl/numbers";
import { fusedNormFactors } from "../ops/matchNorms";
import { type UpdateRule, updateParameters } from "../ops/optimizer";
import { ROLE } from "../ops/parts/flat";
import type { FlatKernels } from "./flat";
import type { OptimizerOptions } from "./types";

/** The update in WGSL: one dispatch, and two more where gradient norms are matched. */
export function fusedKernels(backend: GpuBackend): FlatKernels {
  return {
    update: (tensors, options, shape) => updateParameters(backend, tensors, updateRule(options), shape),
    normFactors: (gradients, shape) => fusedNormFactors(backend, gradients, shape),
  };
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
      return { statements: lines(adam(options), decay, SCALE_BY_RATE), trust: null };
    case "sgd":
      return { statements: lines(decay, velocity, SCALE_BY_RATE), trust: null };
    case "lars": {
      const ofWeights = `if (chunk.w == ${ROLE.weights}) { ${decay} }`;
      return {
        statements: lines(ofWeights, "update *= trust;", SCALE_BY_RATE, velocity),
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
