import type * as tf from "@tensorflow/tfjs";
import { type GpuBackend, output } from "../../engine/webgpu/gpu";
import type { MomentShape } from "./programs";
import type { Percents } from "./types";

const LANES = 64;
/** Bits of the largest finite float32; those of non-negative floats are ordered as the floats are. */
const LARGEST = 0x7f7fffff;
/** Bisections that leave one of them. */
const ROUNDS = 31;

/**
 * Quantiles of the non-negative values of each parameter tensor and learner, by bisection of their bits: exact, without
 * sorting, and with no more memory than a workgroup has.
 *
 * @param values flat
 * @returns [P, L, 3]
 */
export function quantiles(
  backend: GpuBackend,
  values: tf.TensorInfo,
  { wholes, learners }: MomentShape,
  percents: Percents,
): tf.Tensor3D {
  const found = output<tf.Rank.R3>(backend, [wholes.count / learners, learners, 3]);
  backend.dispatch({
    name: "quantiles",
    reads: { values, wholes: wholes.tensor },
    writes: { found },
    elements: { wholes: "vec4i" },
    constants: { LANES, LARGEST, ROUNDS },
    grid: { workgroups: wholes.count, lanes: LANES },
    wgsl: /* wgsl */ `
var<workgroup> shares: array<vec3u, LANES>;
fn run(row: u32, lane: u32) {
  let own = wholes[row];
  let ranks = vec3u(${percents.map((percent) => `${percent}u`).join(", ")}) * u32(own.y - 1) / 100u;
  var low = vec3u();
  var high = vec3u(LARGEST);
  for (var round = 0u; round < ROUNDS; round++) {
    let middle = low + (high - low) / 2u;
    var share = vec3u();
    for (var k = lane; k < u32(own.y); k += LANES) {
      share += vec3u(vec3u(bitcast<u32>(values[u32(own.x) + k])) <= middle);
    }
    shares[lane] = share;
    workgroupBarrier();
    var total = vec3u();
    for (var other = 0u; other < LANES; other++) { total += shares[other]; }
    workgroupBarrier();
    low = select(middle + 1u, low, total > ranks);
    high = select(high, middle, total > ranks);
  }
  if (lane < 3u) { found[row * 3u + lane] = bitcast<f32>(low[lane]); }
}`,
  });
  return found;
}
