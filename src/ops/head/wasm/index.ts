import * as tf from "@tensorflow/tfjs";
import { gradientInPlace } from "../../../engine/inPlace";
import { type WasmLane, wasmFilled, wasmOutput } from "../../../engine/wasm/lane";
import { NEVER } from "../../../objectives/parts/sentinels";
import { packedSize } from "../../matMul/wasm";
import { wholePlane } from "../../parts/plane";
import { type ComposedLoss, type PutRows, putGradients, putLearned, putScores, putValues } from "../composed";
import type { FusedHeadInput, FusedHeadOutput } from "../fused";
import { anchorPlace, MEASURED_FIELDS } from "../programs/anchors";
import type { FusedArm } from "../programs/types";
import { keptRow } from "../reference";
import { runArm } from "./arms";
import { type Gradients, runClasses } from "./beside";
import { disposeMemory, type HeadMemory, headMemory } from "./memory";
import { runMetrics } from "./metrics";
import { runQueueCosines, runQueueGradient } from "./queue";
import { runStandardized } from "./standardized";

/**
 * The contrastive head of all learners in WebAssembly: cosines and statistics of all of them, then each arm's objective and its gradient,
 * then the metrics.
 */
export function wasmHead(lane: WasmLane, input: FusedHeadInput): FusedHeadOutput {
  const { z, arms, composed, measures, measureBeside, metrics, logXi } = input;
  const { queue, labeled } = input.state;
  const memory = headMemory(lane, z, input.temperatures, queue);
  const { anchors } = memory;
  const put: PutRows = (...rows) => putRows(lane, ...rows);
  runStatistics(lane, z, logXi, memory);
  if (queue) runQueueCosines(lane, queue, memory);
  const gradient = wasmOutput<tf.Rank.R3>(lane, z.shape);
  const { state } = input;
  const learned = state.learned && wasmFilled<tf.Rank.R3>(lane, state.learned.shape, 0);
  const ofScores = labeled && wasmFilled<tf.Rank.R3>(lane, labeled.scores.shape, 0);
  const [learners, views] = z.shape;
  const kept = arms.some(({ remembers }) => remembers)
    ? wasmFilled<tf.Rank.R3>(lane, [learners, views, 1], NEVER)
    : null;
  const carried = { memory: state.memory, learned: state.learned, kept, ofLearned: learned };
  const gradients = { gradient, learned, ofScores };
  eachArm(arms, (arm, from) => {
    const { objective, learners } = arm;
    if (objective?.form === "classes") return runClasses(lane, arm, from, { ...gradients, labeled }, memory);
    if (objective?.form === "standardized")
      return runStandardized(lane, { objective, from, learners }, { z, gradient }, memory);
    runArm(lane, arm, from, memory, carried);
    if (queue) runQueueGradient(lane, arm, from, { ...queue, ...gradients }, memory);
    else runGradient(lane, arm, from, { z, ...gradients }, memory);
  });
  putValues(put, anchors, composed);
  putGradients(put, gradient, composed);
  if (learned) putLearned(put, learned, composed);
  if (ofScores) putScores(put, ofScores, composed);
  if (kept) putKeptRows(put, kept, composed);
  runMetrics(lane, measures, measureBeside?.(anchors) ?? null, metrics, memory);
  disposeMemory(memory);
  return {
    gradient,
    anchors,
    learned: learned && state.learned && gradientInPlace(learned, state.learned),
    ofScores,
    kept: () => kept && wholePlane(kept),
  };
}

function runStatistics(lane: WasmLane, z: tf.Tensor3D, logXi: tf.TensorInfo, memory: HeadMemory): void {
  const { unit, inverse, cosines, terms, totals, mask, anchors, tau, block } = memory;
  const { learners, views, size, rows, vectors } = memory.shape;
  const packed = lane.scratch(packedSize(4 * vectors, rows));
  lane.run("headCosines", { reads: [z], writes: [unit, inverse, cosines, packed], numbers: [learners, views, size] });
  packed.dispose();
  const logXiRows = tf.util.sizeFromShape(logXi.shape) / (learners * views);
  lane.run("headStatistics", {
    reads: [cosines, tau.tensor, block],
    writes: [terms, totals, anchors, logXi, mask],
    numbers: [learners, views, tau.first, tau.stride, logXiRows],
  });
}

/** Arms whose loss the kernels know, with their first learner. */
function eachArm(arms: readonly FusedArm[], run: (arm: FusedArm, from: number) => void): void {
  let from = 0;
  for (const arm of arms) {
    if (arm.objective) run(arm, from);
    from += arm.learners;
  }
}

function runGradient(
  lane: WasmLane,
  { learners, similarity }: FusedArm,
  from: number,
  { z, gradient, learned }: Pick<FusedHeadInput, "z"> & Gradients,
  { unit, inverse, cosines, coefficients, shape }: HeadMemory,
): void {
  const { views, size, rows, vectors } = shape;
  if (similarity === "dot") {
    const packed = lane.scratch(packedSize(views, size));
    const numbers = [from, learners, views, size];
    lane.run("headDotGradient", { reads: [z], writes: [coefficients, gradient, packed], numbers });
    packed.dispose();
    return;
  }
  const [packed, ofUnit] = [lane.scratch(packedSize(rows, 4 * vectors)), lane.scratch(views * 4 * vectors)];
  lane.run("headGradient", {
    reads: [unit, inverse, cosines],
    writes: [coefficients, gradient, learned, packed, ofUnit],
    numbers: [from, learners, views, size, learned?.shape[2] ?? 0, Number(similarity !== "cosine")],
  });
  tf.dispose([packed, ofUnit]);
}

/** What the composed arms keep among that of the others, [L, N, 1]. */
function putKeptRows(put: PutRows, kept: tf.Tensor3D, composed: readonly ComposedLoss[]): void {
  const stride = kept.shape[1];
  for (const { from, loss } of composed)
    if (loss.memory) put(kept, keptRow(loss.memory, loss.value), { from: from * stride, stride });
}

/** Effective sample size of every anchor's negatives, [L, N]. */
export function wasmEss(lane: WasmLane, anchors: tf.Tensor3D): tf.Tensor2D {
  const [learners, , views] = anchors.shape;
  const ess = wasmOutput<tf.Rank.R2>(lane, [learners, views]);
  const numbers = [learners, views, MEASURED_FIELDS.length * views, views, anchorPlace("ess", views), 0];
  lane.run("copyRows", { reads: [anchors], writes: [ess], numbers });
  return ess;
}

function putRows(lane: WasmLane, target: tf.TensorInfo, values: tf.Tensor, place: { from: number; stride: number }) {
  const rows = values.shape[0] ?? 1;
  const size = values.size / rows;
  lane.run("copyRows", {
    reads: [values],
    writes: [target],
    numbers: [rows, size, size, place.stride, 0, place.from],
  });
}
