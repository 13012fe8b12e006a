import type * as tf from "@tensorflow/tfjs";
import type { GpuBackend } from "../../engine/webgpu/gpu";
import { STEP_BLOCK_WGSL } from "../../engine/wgsl/stepBlock";
import { type Chunks, ROLE } from "../parts/flat";

/** Invocations that share a chunk. */
const LANES = 64;

/**
 * An optimizer's rule in WGSL: statements that turn `update` (at first the gradient) into what is subtracted from
 * `parameter`, given that and the learning rate `rate`, and reading and writing `state[slot * STRIDE + i]`.
 */
export interface UpdateRule {
  statements: string;
  /**
   * Statements whose result `update` LARS measures against the parameter, before the others run; the ratio of their
   * lengths times this coefficient is then `trust`. Null where nothing asks for it.
   */
  trust: { statements: string; coefficient: number } | null;
}

export interface UpdateTensors {
  parameters: tf.TensorInfo;
  gradients: tf.TensorInfo;
  /** Of each learner, what its encoder's gradient is multiplied by before the rule sees it, [L]; null for 1. */
  factors: tf.TensorInfo | null;
  /** [slots, length]; null without slots. */
  state: tf.TensorInfo | null;
  block: tf.TensorInfo;
}

/**
 * One update of all parameters of all learners in one dispatch: a workgroup per chunk.
 * @param chunks whole parameters where the rule needs their lengths
 */
export function updateParameters(
  backend: GpuBackend,
  { parameters, gradients, factors, state, block }: UpdateTensors,
  rule: UpdateRule,
  { chunks, learners }: { chunks: Chunks; learners: number },
): void {
  const gradient = factors ? `select(factors[chunk.z], 1.0, chunk.w == ${ROLE.ofLoss}) * gradients[i]` : "gradients[i]";
  backend.dispatch({
    name: "optimizer",
    reads: { gradients, chunks: chunks.tensor, ...(factors ? { factors } : {}) },
    writes: { parameters, ...(state ? { state } : {}) },
    uniforms: { block: { tensor: block, type: "StepBlock" } },
    elements: { chunks: "vec4i" },
    constants: { LEARNERS: learners, STRIDE: parameters.shape[0] ?? 0, LANES },
    grid: { workgroups: chunks.count, lanes: LANES },
    ...(rule.trust ? { laneTotal: "vec2f" } : {}),
    wgsl: /* wgsl */ `
${STEP_BLOCK_WGSL}
${rule.trust ? trustFunction(rule.trust, gradient) : ""}
fn run(group: u32, lane: u32) {
  let chunk = chunks[group];
  let rate = block.learners[chunk.z].x;
  ${rule.trust ? "let trust = trust_ratio(chunk, lane);" : ""}
  for (var k = lane; k < u32(chunk.y); k += LANES) {
    ${updateWgsl(gradient, rule.statements)}
    parameters[i] = parameter - update;
  }
}`,
  });
}

/** The k-th parameter of a chunk and its `update`, once statements have been applied to the gradient. */
function updateWgsl(gradient: string, statements: string): string {
  return `let i = u32(chunk.x) + k;
    let parameter = parameters[i];
    var update = ${gradient};
    ${statements}`;
}

/** |parameter| / |update| times a coefficient, over the chunk; 1 for all but weights, and where a length is 0. */
function trustFunction({ statements, coefficient }: NonNullable<UpdateRule["trust"]>, gradient: string): string {
  return /* wgsl */ `
fn trust_ratio(chunk: vec4i, lane: u32) -> f32 {
  var own = vec2f();
  for (var k = lane; k < u32(chunk.y); k += LANES) {
    ${updateWgsl(gradient, statements)}
    own += vec2f(parameter * parameter, update * update);
  }
  let total = lane_total(lane, own);
  if (chunk.w != ${ROLE.weights} || total.x == 0.0 || total.y == 0.0) { return 1.0; }
  return ${coefficient} * sqrt(total.x / total.y);
}`;
}
