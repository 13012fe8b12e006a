import type * as tf from "@tensorflow/tfjs";
import { type GpuBackend, gradientOutput, output } from "./gpu";
import { STEP_BLOCK_WGSL } from "./stepBlock";
import { f32 } from "./wgsl/numbers";

/**
 * Temperatures that training changes, as programs of one invocation per learner: one dispatch where TensorFlow.js takes
 * five to twenty. Their reference and what they mean: experiment/temperatureRules.ts.
 */

export interface LiveTemperatureTensors {
  /** Of each learner: lowest and highest temperature, 1 where it is learned, 1 where it is controlled: [L, 4]. */
  rules: tf.Tensor;
  /** [L, 1, LEARNED]; null where nothing is learned. */
  learned: tf.Tensor | null;
  /** [L, 1, 1]; null where no learner has a controller. */
  factor: tf.Tensor | null;
  block: tf.TensorInfo;
  learners: number;
}

/** The temperatures, [L, 1, 1]. */
export function effectiveTemperatures(backend: GpuBackend, tensors: LiveTemperatureTensors): tf.Tensor3D {
  const { learners, learned } = tensors;
  const temperature = output<tf.Rank.R3>(backend, [learners, 1, 1]);
  const { reads, wgsl, ...common } = commonPart(tensors);
  backend.dispatch({
    ...common,
    name: "live temperatures",
    reads: { ...reads, ...(learned ? { learned } : {}) },
    writes: { temperature },
    grid: { invocations: learners },
    wgsl: `${wgsl}
fn run(l: u32) { temperature[l] = clamp(unbounded(l), rules[l].x, rules[l].y); }`,
  });
  return temperature;
}

/** The gradient of the learned numbers as the optimiser is to see it, in its place. @param gradient [L, 1, LEARNED] */
export function projectedGradient(
  backend: GpuBackend,
  tensors: LiveTemperatureTensors & { learned: tf.Tensor },
  gradient: tf.Tensor,
): tf.Tensor3D {
  const { learned } = tensors;
  const projected = gradientOutput(backend, learned) as tf.Tensor3D;
  const { reads, wgsl, ...common } = commonPart(tensors);
  backend.dispatch({
    ...common,
    name: "projected gradient",
    reads: { ...reads, learned, gradient },
    writes: { projected },
    grid: { invocations: gradient.size },
    wgsl: /* wgsl */ `${wgsl}
fn run(i: u32) {
  var own = gradient[i];
  let l = i / COLUMNS;
  if (i % COLUMNS == 0u) {
    let tau = unbounded(l);
    let outward = (tau <= rules[l].x && own < 0.0) || (tau >= rules[l].y && own > 0.0);
    if (rules[l].z == 0.0 || outward) { own = 0.0; }
  }
  projected[i] = own;
}`,
  });
  return projected;
}

/**
 * A step of the controller, on its factor in place.
 * @param ess effective sample size of each anchor's negatives, [L, N]
 */
export function controlTemperatures(
  backend: GpuBackend,
  tensors: LiveTemperatureTensors & { factor: tf.Tensor },
  ess: tf.Tensor2D,
  { target, gain }: { target: number; gain: number },
): void {
  const { rules, factor, block, learners } = tensors;
  backend.dispatch({
    name: "ESS controller",
    reads: { rules, ess },
    writes: { factor },
    uniforms: { block: { tensor: block, type: "StepBlock" } },
    elements: { rules: "vec4f" },
    constants: { LEARNERS: learners, VIEWS: ess.shape[1] },
    grid: { invocations: learners },
    wgsl: /* wgsl */ `${STEP_BLOCK_WGSL}
fn run(l: u32) {
  if (rules[l].w == 0.0) { return; }
  var sum = 0.0;
  for (var i = 0u; i < VIEWS; i++) { sum += ess[l * VIEWS + i]; }
  let share = sum / f32(VIEWS * (VIEWS - 2u));
  let change = select(${f32(1 - gain)}, ${f32(1 + gain)}, share > ${f32(target)});
  let base = block.learners[l].y;
  factor[l] = clamp(factor[l] * change, base / rules[l].y, base / rules[l].x);
}`,
  });
}

/** What the programs above share: the temperature before its bounds. */
function commonPart({ rules, learned, factor, block, learners }: LiveTemperatureTensors) {
  return {
    reads: { rules, ...(factor ? { factor } : {}) },
    uniforms: { block: { tensor: block, type: "StepBlock" } },
    elements: { rules: "vec4f" },
    constants: { LEARNERS: learners, COLUMNS: learned?.shape[2] ?? 1 },
    wgsl: /* wgsl */ `${STEP_BLOCK_WGSL}
fn unbounded(l: u32) -> f32 {
  var tau = block.learners[l].y;
  ${learned ? "if (rules[l].z > 0.0) { tau /= exp(learned[l * COLUMNS]); }" : ""}
  ${factor ? "if (rules[l].w > 0.0) { tau /= factor[l]; }" : ""}
  return tau;
}`,
  };
}
