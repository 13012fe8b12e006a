import type * as tf from "@tensorflow/tfjs";
import { type GpuBackend, gpu, output } from "../../engine/webgpu/gpu";
import { f32 } from "../../engine/wgsl/numbers";
import { STEP_BLOCK_WGSL, type TemperatureBlock, temperaturesOf } from "../../engine/wgsl/stepBlock";

/**
 * Temperatures that training changes, of all learners at once: tau = base e^-l / c, kept between two bounds, with l a
 * learned number and c a controller's factor; both are 0 and 1 where a learner's rule is another one. Every operation has its
 * reference, and on WebGPU a program of one invocation per learner: one dispatch where TensorFlow.js takes five to twenty.
 */
export interface LiveTemperatureTensors {
  /** Of each learner: lowest and highest temperature, 1 where it is learned, 1 where it is controlled: [L, 1, 4]. */
  rules: tf.Tensor3D;
  /** c, [L, 1, 1]; null where no learner has a controller. */
  factor: tf.Tensor3D | null;
}

/**
 * tau of each learner, [L, 1, 1].
 * @param learned [L, 1, LEARNED], l in column 0; null where nothing is learned
 */
export function effectiveTemperatures(
  tensors: LiveTemperatureTensors,
  learned: tf.Tensor3D | null,
  block: TemperatureBlock,
): tf.Tensor3D {
  const backend = gpu();
  if (backend) return effectiveOnGpu(backend, tensors, learned, block);
  const { minimum, maximum } = columnsOf(tensors.rules);
  let tau = temperaturesOf(block);
  if (learned) tau = tau.div(firstColumn(learned).exp());
  if (tensors.factor) tau = tau.div(tensors.factor);
  return tau.maximum(minimum).minimum(maximum);
}

function effectiveOnGpu(
  backend: GpuBackend,
  { rules, factor }: LiveTemperatureTensors,
  learned: tf.Tensor3D | null,
  block: TemperatureBlock,
): tf.Tensor3D {
  const temperature = output<tf.Rank.R3>(backend, [block.learners, 1, 1]);
  backend.dispatch({
    ...perLearner(block),
    name: "live temperatures",
    reads: { rules, ...(learned ? { learned } : {}), ...(factor ? { factor } : {}) },
    writes: { temperature },
    constants: { LEARNERS: block.learners, COLUMNS: learned?.shape[2] ?? 1 },
    wgsl: /* wgsl */ `${STEP_BLOCK_WGSL}
fn run(l: u32) {
  var tau = block.learners[l].y;
  ${learned ? "tau /= exp(learned[l * COLUMNS]);" : ""}
  ${factor ? "tau /= factor[l];" : ""}
  temperature[l] = clamp(tau, rules[l].x, rules[l].y);
}`,
  });
  return temperature;
}

/**
 * After an update of the learned numbers, in place: l goes back to where base e^-l is within the bounds (projected
 * gradient descent), so that it does not go on growing where it has no effect; and to 0 where it is not learned.
 * @param learned [L, 1, LEARNED]; a variable outside WebGPU's kernels
 */
export function boundLearned({ rules }: LiveTemperatureTensors, learned: tf.Tensor3D, block: TemperatureBlock): void {
  const backend = gpu();
  if (backend) boundOnGpu(backend, rules, learned, block);
  else boundByOperations(rules, learned as tf.Variable<tf.Rank.R3>, block);
}

function boundByOperations(rules: tf.Tensor3D, learned: tf.Variable<tf.Rank.R3>, block: TemperatureBlock): void {
  const { minimum, maximum, isLearned } = columnsOf(rules);
  const base = temperaturesOf(block);
  const [lowest, highest] = [base.div(maximum).log().mul(isLearned), base.div(minimum).log().mul(isLearned)];
  const bounded = firstColumn(learned).maximum(lowest).minimum(highest);
  const others = learned.slice([0, 0, 1]);
  learned.assign(others.size > 0 ? bounded.concat(others, 2) : (bounded as tf.Tensor3D));
}

function boundOnGpu(backend: GpuBackend, rules: tf.Tensor, learned: tf.Tensor3D, block: TemperatureBlock): void {
  backend.dispatch({
    ...perLearner(block),
    name: "bounds of learned temperatures",
    reads: { rules },
    writes: { learned },
    constants: { LEARNERS: block.learners, COLUMNS: learned.shape[2] },
    wgsl: /* wgsl */ `${STEP_BLOCK_WGSL}
fn run(l: u32) {
  let base = block.learners[l].y;
  let i = l * COLUMNS;
  let bounded = clamp(learned[i], log(base / rules[l].y), log(base / rules[l].x));
  learned[i] = select(0.0, bounded, rules[l].z > 0.0);
}`,
  });
}

/**
 * The controller's step on its factor, in place: 1/tau grows by the gain where more than the target of the negatives
 * carries the gradient, and shrinks by it where less does. The factor stays where the temperature's bounds are, so that it
 * need not come back.
 * @param tensors their factor is a variable outside WebGPU's kernels
 * @param ess effective sample size of each anchor's negatives in the batch, [L, N]
 */
export function controlTemperatures(
  tensors: LiveTemperatureTensors & { factor: tf.Tensor3D },
  ess: tf.Tensor2D,
  controller: { target: number; gain: number },
  block: TemperatureBlock,
): void {
  const backend = gpu();
  if (backend) controlOnGpu(backend, tensors, ess, controller, block);
  else (tensors.factor as tf.Variable<tf.Rank.R3>).assign(controlledFactor(tensors, ess, controller, block));
}

function controlledFactor(
  { rules, factor }: LiveTemperatureTensors & { factor: tf.Tensor3D },
  ess: tf.Tensor2D,
  { target, gain }: { target: number; gain: number },
  block: TemperatureBlock,
): tf.Tensor3D {
  const { minimum, maximum, isControlled } = columnsOf(rules);
  const [learners, views] = ess.shape;
  const share = ess
    .mean(1, true)
    .div(views - 2)
    .reshape([learners, 1, 1]);
  const change = share.greater(target).toFloat().mul(2).sub(1).mul(gain).mul(isControlled).add(1);
  const base = temperaturesOf(block);
  return factor.mul(change).maximum(base.div(maximum)).minimum(base.div(minimum)) as tf.Tensor3D;
}

function controlOnGpu(
  backend: GpuBackend,
  { rules, factor }: LiveTemperatureTensors & { factor: tf.Tensor3D },
  ess: tf.Tensor2D,
  { target, gain }: { target: number; gain: number },
  block: TemperatureBlock,
): void {
  backend.dispatch({
    ...perLearner(block),
    name: "ESS controller",
    reads: { rules, ess },
    writes: { factor },
    constants: { LEARNERS: block.learners, VIEWS: ess.shape[1] },
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

/** What the programs share. */
function perLearner({ tensor, learners }: TemperatureBlock) {
  return {
    uniforms: { block: { tensor, type: "StepBlock" } },
    elements: { rules: "vec4f" },
    grid: { invocations: learners },
  };
}

/** [L, 1, 1] each. */
function columnsOf(rules: tf.Tensor3D) {
  const column = (k: number) => rules.slice([0, 0, k], [-1, -1, 1]);
  return { minimum: column(0), maximum: column(1), isLearned: column(2), isControlled: column(3) };
}

function firstColumn(learned: tf.Tensor3D): tf.Tensor3D {
  return learned.slice([0, 0, 0], [-1, -1, 1]);
}
