import * as tf from "@tensorflow/tfjs";
import { gradientInPlace } from "../../../engine/inPlace";
import { type WasmLane, wasmOutput } from "../../../engine/wasm/lane";
import { NEVER } from "../../../objectives/parts/sentinels";
import { packedSize } from "../../matMul/wasm";
import { wholePlane } from "../../parts/plane";
import { type PutRows, partsOf, putGradients, putLearned, putValues } from "../composed";
import type { FusedHeadInput, FusedHeadOutput } from "../fused";
import { anchorPlace, MEASURED_FIELDS } from "../programs/anchors";
import type { FusedArm } from "../programs/types";
import { keptRow } from "../reference";
import { runArm } from "./arms";
import { disposeMemory, type HeadMemory, headMemory } from "./memory";
import { runMetrics } from "./metrics";

/**
 * The contrastive head of all learners in WebAssembly: cosines and statistics of all of them, then each arm's objective and its gradient,
 * then the metrics.
 */
export function wasmHead(lane: WasmLane, input: FusedHeadInput): FusedHeadOutput {
  const { z, arms, composed, measures, measureBeside, metrics, logXi } = input;
  const memory = headMemory(lane, z, input.temperatures);
  const { anchors } = memory;
  const put: PutRows = (...rows) => putRows(lane, ...rows);
  runStatistics(lane, z, logXi, memory);
  const gradient = wasmOutput<tf.Rank.R3>(lane, z.shape);
  const { state } = input;
  const learned = state.learned && wasmOutput<tf.Rank.R3>(lane, state.learned.shape);
  eachArm(arms, (arm, from) => {
    runArm(lane, arm, from, memory);
    runGradient(lane, arm, from, { gradient, learned }, memory);
  });
  putValues(put, anchors, composed);
  putGradients(put, gradient, composed);
  if (learned) putLearned(put, learned, composed);
  runMetrics(lane, measures, measureBeside?.(anchors) ?? null, metrics, memory);
  disposeMemory(memory);
  const { labeled } = state;
  const [learners, views] = z.shape;
  return {
    gradient,
    anchors,
    learned: learned && state.learned && gradientInPlace(learned, state.learned),
    ofScores: labeled && partsOf(composed, labeled.scores.shape, ({ ofScores }) => ofScores, 0),
    kept: () => {
      const kept = partsOf(
        composed,
        [learners, views, 1],
        ({ memory, value }) => memory && keptRow(memory, value),
        NEVER,
      );
      return kept && wholePlane(kept);
    },
  };
}

function runStatistics(lane: WasmLane, z: tf.Tensor3D, logXi: tf.TensorInfo, memory: HeadMemory): void {
  const { unit, inverse, cosines, coefficients, totals, mask, anchors, tau, block } = memory;
  const { learners, views, size, rows, vectors } = memory.shape;
  const packed = lane.scratch(packedSize(4 * vectors, rows));
  lane.run("headCosines", { reads: [z], writes: [unit, inverse, cosines, packed], numbers: [learners, views, size] });
  packed.dispose();
  const logXiRows = tf.util.sizeFromShape(logXi.shape) / (learners * views);
  lane.run("headStatistics", {
    reads: [cosines, tau.tensor, block],
    writes: [coefficients, totals, anchors, logXi, mask],
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
  { gradient, learned }: Pick<FusedHeadOutput, "gradient" | "learned">,
  { unit, inverse, cosines, coefficients, shape }: HeadMemory,
): void {
  const { views, size, rows, vectors } = shape;
  const [packed, ofUnit] = [lane.scratch(packedSize(rows, 4 * vectors)), lane.scratch(views * 4 * vectors)];
  lane.run("headGradient", {
    reads: [unit, inverse, cosines],
    writes: [coefficients, gradient, learned, packed, ofUnit],
    numbers: [from, learners, views, size, learned?.shape[2] ?? 0, Number(similarity !== "cosine")],
  });
  tf.dispose([packed, ofUnit]);
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
