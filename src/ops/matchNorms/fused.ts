import type * as tf from "@tensorflow/tfjs";
import { type GpuBackend, output } from "../../engine/webgpu/gpu";
import { type Chunks, ROLE } from "../parts/flat";

const LANES = 64;

interface Shape {
  chunks: Chunks;
  learners: number;
  /** Learners per arm; learner = arm * seeds + seed. */
  seeds: number;
}

/**
 * What each learner's gradient is multiplied by to get the length of arm 0's, as reference.ts defines it, in two
 * dispatches: squares per chunk, then per learner.
 * @param gradients flat
 * @returns [L]; the caller disposes it
 */
export function fusedNormFactors(backend: GpuBackend, gradients: tf.TensorInfo, shape: Shape): tf.Tensor1D {
  const squares = squaresOfChunks(backend, gradients, shape.chunks);
  const factors = factorsOf(backend, squares, shape);
  squares.dispose();
  return factors;
}

/** Sum of the squares of each chunk, [chunks]; 0 for the losses' own numbers. */
function squaresOfChunks(backend: GpuBackend, gradients: tf.TensorInfo, chunks: Chunks): tf.Tensor1D {
  const squares = output<tf.Rank.R1>(backend, [chunks.count]);
  backend.dispatch({
    name: "squared gradients",
    reads: { gradients, chunks: chunks.tensor },
    writes: { squares },
    elements: { chunks: "vec4i" },
    constants: { LANES },
    grid: { workgroups: chunks.count, lanes: LANES },
    laneTotal: "f32",
    wgsl: /* wgsl */ `
fn run(group: u32, lane: u32) {
  let chunk = chunks[group];
  var own = 0.0;
  for (var k = lane; k < u32(chunk.y); k += LANES) {
    let g = gradients[u32(chunk.x) + k];
    own += g * g;
  }
  let total = lane_total(lane, own);
  if (lane == 0u) { squares[group] = select(total, 0.0, chunk.w == ${ROLE.ofLoss}); }
}`,
  });
  return squares;
}

/** A workgroup per learner, which adds up its own squares and those of its seed's learner in arm 0. */
function factorsOf(backend: GpuBackend, squares: tf.TensorInfo, { chunks, learners, seeds }: Shape): tf.Tensor1D {
  const factors = output<tf.Rank.R1>(backend, [learners]);
  backend.dispatch({
    name: "factors that match gradient norms",
    reads: { squares, chunks: chunks.tensor },
    writes: { factors },
    elements: { chunks: "vec4i" },
    constants: { LANES, CHUNKS: chunks.count, SEEDS: seeds },
    grid: { workgroups: learners, lanes: LANES },
    laneTotal: "vec2f",
    wgsl: /* wgsl */ `
/** By the exponent's bits, since a compiler may take every float for finite. */
fn is_finite(x: f32) -> bool { return (bitcast<u32>(x) & 0x7f800000u) != 0x7f800000u; }

fn factor(own: f32, reference: f32) -> f32 {
  if (own == 0.0 || !is_finite(own) || !is_finite(reference)) { return 1.0; }
  return sqrt(reference) / sqrt(own);
}

fn run(learner: u32, lane: u32) {
  var sums = vec2f();
  for (var c = lane; c < CHUNKS; c += LANES) {
    let owner = u32(chunks[c].z);
    if (owner == learner) { sums.x += squares[c]; }
    if (owner == learner % SEEDS) { sums.y += squares[c]; }
  }
  let total = lane_total(lane, sums);
  if (lane == 0u) { factors[learner] = select(factor(total.x, total.y), 1.0, learner < SEEDS); }
}`,
  });
  return factors;
}
