import type * as tf from "@tensorflow/tfjs";
import type { Chunks } from "./flat";
import { type GpuBackend, output } from "./gpu";
import { STEP_BLOCK_WGSL } from "./stepBlock";

/**
 * Mean and variance of gradients over micro-batches, on the GPU: Welford's update (Technometrics 4, 1962) on the flat
 * gradients, with the two sums per learner kept per chunk, so that nothing is added in an order that could change.
 */

const LANES = 64;

interface MomentTensors {
  /** Running mean of the gradient, flat. */
  mean: tf.TensorInfo;
  /** Of each chunk: sum of squared deviations, sum of squared gradients, squared mean; float32 [chunks, 4]. */
  sums: tf.TensorInfo;
}

/** Takes in one micro-batch's gradients, the `block.count`-th; the first one starts anew. */
export function includeGradients(
  backend: GpuBackend,
  { mean, sums }: MomentTensors,
  { gradients, block }: { gradients: tf.TensorInfo; block: tf.TensorInfo },
  { chunks, learners }: { chunks: Chunks; learners: number },
): void {
  backend.dispatch({
    name: "gradient moments",
    reads: { gradients, chunks: chunks.tensor },
    writes: { mean, sums },
    uniforms: { block: { tensor: block, type: "StepBlock" } },
    elements: { sums: "vec4f", chunks: "vec4i" },
    constants: { LEARNERS: learners, LANES },
    grid: { workgroups: chunks.count, lanes: LANES },
    wgsl: /* wgsl */ `
${STEP_BLOCK_WGSL}
var<workgroup> parts: array<vec4f, LANES>;
fn run(group: u32, lane: u32) {
  let chunk = chunks[group];
  let count = f32(block.count);
  let first = block.count == 1u;
  var own = vec4f();
  for (var k = lane; k < u32(chunk.y); k += LANES) {
    let i = u32(chunk.x) + k;
    let g = gradients[i];
    let before = select(mean[i], g, first);
    let delta = g - before;
    let now = before + delta / count;
    mean[i] = now;
    own += vec4f(delta * delta * (count - 1.0) / count, g * g, now * now, 0.0);
  }
  parts[lane] = own;
  workgroupBarrier();
  if (lane > 0u) { return; }
  var total = vec4f();
  for (var other = 0u; other < LANES; other++) { total += parts[other]; }
  let earlier = select(sums[group], vec4f(), first);
  sums[group] = vec4f(earlier.xy + total.xy, total.zw);
}`,
  });
}

/**
 * Sums over all chunks of each learner.
 * @returns [L, 4]: sum_r |g_r - m|^2, sum_r |g_r|^2, |m|^2, 0
 */
export function momentsPerLearner(
  backend: GpuBackend,
  sums: tf.TensorInfo,
  { chunks, learners }: { chunks: Chunks; learners: number },
): tf.Tensor2D {
  const totals = output<tf.Rank.R2>(backend, [learners, 4]);
  backend.dispatch({
    name: "gradient moments of a learner",
    reads: { sums, chunks: chunks.tensor },
    writes: { totals },
    elements: { sums: "vec4f", totals: "vec4f", chunks: "vec4i" },
    grid: { invocations: learners },
    wgsl: /* wgsl */ `
fn run(l: u32) {
  var total = vec4f();
  for (var c = 0u; c < ${chunks.count}u; c++) {
    if (chunks[c].z == i32(l)) { total += sums[c]; }
  }
  totals[l] = total;
}`,
  });
  return totals;
}
