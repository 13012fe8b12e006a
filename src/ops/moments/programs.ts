import type * as tf from "@tensorflow/tfjs";
import { type GpuBackend, output } from "../../engine/webgpu/gpu";
import { f32 } from "../../engine/wgsl/numbers";
import { STEP_BLOCK_WGSL } from "../../engine/wgsl/stepBlock";
import type { Chunks } from "../parts/flat";
import type { SignalBins } from "./types";

/**
 * Mean and variance of gradients over micro-batches, on the GPU: Welford's update (Technometrics 4, 1962) of every
 * parameter in the flat tensors, and what is made of them at the end, one workgroup per parameter tensor and learner.
 */

const LANES = 64;

export interface MomentTensors {
  /** Running mean m of the gradient, flat. */
  mean: tf.TensorInfo;
  /** Running sum of (g_r - m)^2, flat. */
  deviations: tf.TensorInfo;
}

/** Where the first arm's mean gradients lie. */
interface FirstArm extends MomentShape {
  mean: tf.TensorInfo;
  /** S, its learners. */
  seeds: number;
}

/** The cohort's parameters as they lie in the flat tensors. */
export interface MomentShape {
  /** Whole parameter tensors, sorted by parameter, then learner. */
  wholes: Chunks;
  learners: number;
}

/** Takes in one micro-batch's gradients, the `block.count`-th; the first one starts anew. */
export function includeGradients(
  backend: GpuBackend,
  { mean, deviations }: MomentTensors,
  { gradients, block }: { gradients: tf.TensorInfo; block: tf.TensorInfo },
  learners: number,
): void {
  backend.dispatch({
    name: "gradient moments",
    reads: { gradients },
    writes: { mean, deviations },
    uniforms: { block: { tensor: block, type: "StepBlock" } },
    constants: { LEARNERS: learners },
    grid: { invocations: mean.shape[0] ?? 0 },
    wgsl: /* wgsl */ `
${STEP_BLOCK_WGSL}
fn run(i: u32) {
  let g = gradients[i];
  if (block.count == 1u) {
    mean[i] = g;
    deviations[i] = 0.0;
    return;
  }
  let delta = g - mean[i];
  let now = mean[i] + delta / f32(block.count);
  mean[i] = now;
  deviations[i] += delta * (g - now);
}`,
  });
}

/**
 * Sums over each parameter tensor of each learner.
 * @param first learner l is compared with learner l mod S there, of the same seed
 * @returns [P, L, 4]: sum_r |g_r - m|^2, |m|^2, m . m of the first arm, 0
 */
export function momentSums(
  backend: GpuBackend,
  { mean, deviations }: MomentTensors,
  { wholes, learners }: MomentShape,
  first: FirstArm,
): tf.Tensor3D {
  const sums = output<tf.Rank.R3>(backend, [wholes.count / learners, learners, 4]);
  backend.dispatch({
    name: "gradient moments: sums",
    reads: { mean, deviations, wholes: wholes.tensor, first_mean: first.mean, first_wholes: first.wholes.tensor },
    writes: { sums },
    elements: { sums: "vec4f", wholes: "vec4i", first_wholes: "vec4i" },
    constants: { SEEDS: first.seeds, LEARNERS: learners, FIRST_LEARNERS: first.learners, LANES },
    grid: { workgroups: wholes.count, lanes: LANES },
    laneTotal: "vec4f",
    wgsl: /* wgsl */ `
fn run(row: u32, lane: u32) {
  let own = wholes[row];
  let first = first_wholes[row / LEARNERS * FIRST_LEARNERS + u32(own.z) % SEEDS];
  var share = vec4f();
  for (var k = lane; k < u32(own.y); k += LANES) {
    let i = u32(own.x) + k;
    share += vec4f(deviations[i], mean[i] * mean[i], mean[i] * first_mean[u32(first.x) + k], 0.0);
  }
  let total = lane_total(lane, share);
  if (lane == 0u) { sums[row] = total; }
}`,
  });
  return sums;
}

/**
 * Counts the parameters of each tensor and learner by the signal-to-noise ratio of their gradients; those without any
 * gradient are left out.
 * @returns int32 [P, L, bins]
 */
export function signalHistogram(
  backend: GpuBackend,
  { mean, deviations }: MomentTensors,
  { wholes, learners }: MomentShape,
  { edges, microBatches }: SignalBins,
): tf.Tensor3D {
  const bins = edges.length + 1;
  const counts = output<tf.Rank.R3>(backend, [wholes.count / learners, learners, bins], "int32");
  backend.dispatch({
    name: "gradient moments: histogram",
    reads: { mean, deviations, wholes: wholes.tensor },
    writes: { counts },
    elements: { wholes: "vec4i" },
    constants: { BINS: bins, LANES },
    grid: { workgroups: wholes.count, lanes: LANES },
    wgsl: /* wgsl */ `
var<workgroup> shared_counts: array<atomic<u32>, BINS>;
fn run(row: u32, lane: u32) {
  let own = wholes[row];
  for (var k = lane; k < u32(own.y); k += LANES) {
    let i = u32(own.x) + k;
    let signal = abs(mean[i]);
    let noise = sqrt(deviations[i] / ${f32(microBatches - 1)});
    if (signal > 0.0 || noise > 0.0) { atomicAdd(&shared_counts[bin_of(signal, noise)], 1u); }
  }
  workgroupBarrier();
  if (lane < BINS) { counts[row * BINS + lane] = i32(atomicLoad(&shared_counts[lane])); }
}
/** The number of edges that the ratio has reached; without noise it has reached them all. */
fn bin_of(signal: f32, noise: f32) -> u32 {
  return ${edges.map((edge) => `u32(signal >= ${f32(edge)} * noise)`).join(" + ")};
}`,
  });
  return counts;
}
