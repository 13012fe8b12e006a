import type * as tf from "@tensorflow/tfjs";
import { copyFlat } from "../../engine/webgpu/copy";
import { type GpuBackend, output } from "../../engine/webgpu/gpu";
import { f32 } from "../../engine/wgsl/numbers";
import type { FlatParameters } from "../parameters/flatParameters";
import type { Chunks } from "../parts/flat";
import type { UpdateMeter } from "./types";

const LANES = 64;

/** All parameters of all learners in one dispatch before the update, and one after it. */
export class FusedMeter implements UpdateMeter {
  private readonly backend: GpuBackend;
  private readonly flat: FlatParameters;
  /** The weights before the update, flat. */
  private readonly earlier: tf.TensorInfo;
  /** Whole parameter tensors of each learner. */
  private readonly wholes: Chunks;

  constructor(backend: GpuBackend, flat: FlatParameters) {
    this.backend = backend;
    this.flat = flat;
    this.earlier = flat.allocateLike();
    this.wholes = flat.makeChunks();
  }

  before(): void {
    copyFlat(this.backend, this.flat.values, this.earlier);
  }

  see(gradients: tf.Tensor[]): void {
    this.flat.collect(gradients);
  }

  after(epsilon: number): tf.Tensor3D {
    const { values, gradients, layout } = this.flat;
    const flat = { before: this.earlier, after: values, gradients };
    return updateSums(this.backend, flat, { wholes: this.wholes, learners: layout.learners }, epsilon);
  }

  dispose(): void {
    for (const tensor of [this.earlier, this.wholes.tensor]) this.flat.free(tensor);
  }
}

/**
 * What an update did, summed over each parameter tensor of each learner.
 * @param wholes whole parameter tensors, sorted by parameter, then learner
 * @returns [P, L, 4]: |after - before|^2, |before|^2, number of gradients smaller in magnitude than epsilon, 0
 */
function updateSums(
  backend: GpuBackend,
  flat: { before: tf.TensorInfo; after: tf.TensorInfo; gradients: tf.TensorInfo },
  { wholes, learners }: { wholes: Chunks; learners: number },
  epsilon: number,
): tf.Tensor3D {
  const sums = output<tf.Rank.R3>(backend, [wholes.count / learners, learners, 4]);
  backend.dispatch({
    name: "update sums",
    reads: { ...flat, wholes: wholes.tensor },
    writes: { sums },
    elements: { sums: "vec4f", wholes: "vec4i" },
    constants: { LANES },
    grid: { workgroups: wholes.count, lanes: LANES },
    laneTotal: "vec4f",
    wgsl: /* wgsl */ `
fn run(row: u32, lane: u32) {
  let own = wholes[row];
  var share = vec4f();
  for (var k = lane; k < u32(own.y); k += LANES) {
    let i = u32(own.x) + k;
    let change = after[i] - before[i];
    share += vec4f(change * change, before[i] * before[i], f32(abs(gradients[i]) < ${f32(epsilon)}), 0.0);
  }
  let total = lane_total(lane, share);
  if (lane == 0u) { sums[row] = total; }
}`,
  });
  return sums;
}
