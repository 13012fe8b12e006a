import type * as tf from "@tensorflow/tfjs";
import { copyRowsInto } from "../../engine/webgpu/copy";
import { type GpuBackend, gradientOutput, output } from "../../engine/webgpu/gpu";
import type { StepMetric } from "../../metrics/types";
import type { Plane } from "../parts/plane";
import { type ComposedLoss, type PutRows, putGradients, putKept, putLearned, putScores, putValues } from "./composed";
import { ZERO_SQUARED } from "./contrasts";
import { ANCHOR_FIELDS, anchorPlane } from "./programs/anchors";
import type { Candidates } from "./programs/candidates";
import { classesProgram } from "./programs/classes";
import { cosinesProgram } from "./programs/cosines";
import { normalizeProgram } from "./programs/embeddings";
import { gradientProgram } from "./programs/gradient";
import { learnedProgram } from "./programs/learned";
import { metricsProgram } from "./programs/metrics";
import { queueCosinesProgram, queueGradientProgram, queueShape } from "./programs/queue";
import { type RowBodies, rowsProgram } from "./programs/rows";
import { type HeadShape, headShape } from "./programs/shape";
import { productsBeside, standardizeBeside, standardizedProgram, standardizedTensors } from "./programs/standardized";
import { seesTogether, togetherProgram } from "./programs/together";
import type { FusedArm, Temperatures } from "./programs/types";
import type { HeadState } from "./state";

export interface FusedHeadInput {
  /** Embeddings, not normalized, [L, N, D]; N = 2B: first views, then second views. */
  z: tf.Tensor3D;
  /** Samples of each learner's batch, where some have fewer than there are rows for (mixed.ts). */
  own: readonly number[] | null;
  temperatures: Temperatures;
  /** Blocks of the learner axis, in order. */
  arms: readonly FusedArm[];
  /** Losses of the arms that the programs do not know. */
  composed: readonly ComposedLoss[];
  /** What the losses see beside the embeddings. */
  state: HeadState;
  /** What is measured, in the order of the columns. */
  measures: readonly StepMetric[];
  /** Measures the columns without WGSL, where there are some, from what is known of the anchors: [L, how many]. */
  measureBeside: ((anchors: tf.Tensor3D) => tf.Tensor2D) | null;
  /** WGSL functions that objectives and metrics share. */
  library: string;
  /** [rows, L, K]; the row of the block's slot is written. */
  metrics: tf.TensorInfo;
  /** [L, N], written. */
  logXi: tf.TensorInfo;
}

export interface FusedHeadOutput {
  /** dL/dz, [L, N, D]. */
  gradient: tf.Tensor3D;
  /** Statistics of the anchors by field, [L, ANCHOR_FIELDS, N]. */
  anchors: tf.Tensor3D;
  /** Gradient of the learned numbers, [L, 1, LEARNED], in its place where these are parameters; null where there are none. */
  learned: tf.Tensor3D | null;
  /** Gradient of the class scores, [L, N, C]; null where there are none. */
  ofScores: tf.Tensor3D | null;
  /** What the objectives keep; asked for where they keep something. */
  kept(): Plane | null;
}

/**
 * The contrastive head of all learners in five dispatches: normalize, cosines, rows of anchors, gradient, metrics. One more each
 * where something is learned, where anchors are seen together, where there are class scores, where there is a queue, and where
 * embeddings are standardized; and what metrics and objectives without WGSL take beside them. Leaves its
 * intermediate tensors to the caller's `tf.tidy`.
 */
export function fusedHead(backend: GpuBackend, input: FusedHeadInput): FusedHeadOutput {
  const { z, temperatures, arms, measures, library, measureBeside, metrics, logXi, composed, state, own } = input;
  const shape = headShape(z.shape, own);
  const { learners, views, rows, vectors } = shape;
  const unit = output(backend, [learners, rows, 4 * vectors]);
  const inverseNorm = output(backend, [learners, rows]);
  const cosines = output(backend, [learners, rows, rows]);
  const anchors = output<tf.Rank.R3>(backend, [learners, ANCHOR_FIELDS.length, views]);

  const put: PutRows = (...row) => copyRowsInto(backend, ...row);
  const standardized = standardizedTensors(backend, shape, arms);
  const standardize = standardized && standardizeBeside(shape, arms, standardized);
  backend.dispatch(normalizeProgram(shape, z, { unit, inverseNorm }, ZERO_SQUARED, standardize));
  backend.dispatch(cosinesProgram(shape, unit, cosines, standardized && productsBeside(shape, arms, standardized)));
  const embeddings: Embeddings = { unit, inverseNorm, cosines };
  const candidates = candidatesOf(backend, shape, embeddings, state);
  const coefficients = output(backend, candidates.similarities.shape);
  dispatchRows(backend, { shape, temperatures, bodies: { arms, library }, state }, embeddings, candidates, {
    anchors,
    logXi,
    coefficients,
  });
  const ofScores = scoresGradient(backend, shape, arms, { anchors, state });
  const gradient = gradientOf(backend, input, shape, { ...embeddings, candidates, coefficients });
  if (standardized) backend.dispatch(standardizedProgram(shape, arms, { z, ...standardized }, { gradient, anchors }));
  putValues(put, anchors, composed);
  putGradients(put, gradient, composed);
  putKept(put, anchors, composed);
  if (ofScores) putScores(put, ofScores, composed);
  const measured = { unit, cosines, anchors, ...(measureBeside && { beside: measureBeside(anchors) }) };
  const bodies = measures.map(({ wgsl }) => wgsl ?? null);
  backend.dispatch(metricsProgram(shape, temperatures, { bodies, library }, measured, metrics));
  const learned = learnedGradient(backend, input, shape, { ...candidates, coefficients, anchors });
  return { gradient, anchors, learned, ofScores, kept: () => anchorPlane(anchors, "kept") };
}

interface Embeddings {
  unit: tf.Tensor;
  inverseNorm: tf.Tensor;
  cosines: tf.Tensor;
}

/** The views of the batch, or the keys of the queue. */
function candidatesOf(
  backend: GpuBackend,
  shape: HeadShape,
  { unit, inverseNorm, cosines }: Embeddings,
  { queue }: HeadState,
): Candidates {
  if (!queue) return { similarities: cosines, inverseNorm, queue: null };
  const similarities = output(backend, queueShape(shape, queue));
  backend.dispatch(queueCosinesProgram(shape, queue, unit, similarities));
  return { similarities, inverseNorm, queue: queue.entries.shape[1] };
}

interface Rows {
  shape: HeadShape;
  temperatures: Temperatures;
  bodies: RowBodies;
  state: HeadState;
}

function dispatchRows(
  backend: GpuBackend,
  { shape, temperatures, bodies, state }: Rows,
  { cosines }: Embeddings,
  candidates: Candidates,
  output: { anchors: tf.TensorInfo; logXi: tf.TensorInfo; coefficients: tf.TensorInfo },
): void {
  const { anchors, coefficients } = output;
  const isKnown = (has: (arm: FusedArm) => boolean) => bodies.arms.some((arm) => arm.objective !== null && has(arm));
  const memory = isKnown(({ remembers }) => remembers) ? state.memory : null;
  const learned = isKnown((arm) => arm.learned > 0) ? state.learned : null;
  const input = { cosines, candidates, carried: { memory, learned } };
  backend.dispatch(rowsProgram(shape, temperatures, bodies, input, output));
  if (!seesTogether(bodies.arms)) return;
  backend.dispatch(togetherProgram(shape, temperatures, bodies, { candidates, memory }, { anchors, coefficients }));
}

function scoresGradient(
  backend: GpuBackend,
  shape: HeadShape,
  arms: readonly FusedArm[],
  { anchors, state }: { anchors: tf.Tensor3D; state: HeadState },
): tf.Tensor3D | null {
  if (!state.labeled) return null;
  const ofScores = output<tf.Rank.R3>(backend, state.labeled.scores.shape);
  backend.dispatch(classesProgram(shape, arms, state.labeled, { anchors, ofScores }));
  return ofScores;
}

/** dL/dz of the losses of rows: 0 for the others. */
function gradientOf(
  backend: GpuBackend,
  { z, temperatures, arms, state }: FusedHeadInput,
  shape: HeadShape,
  {
    unit,
    inverseNorm,
    cosines,
    candidates,
    coefficients,
  }: Embeddings & { candidates: Candidates; coefficients: tf.Tensor },
): tf.Tensor3D {
  const gradient = output<tf.Rank.R3>(backend, z.shape);
  const { queue } = state;
  if (queue) {
    const { similarities } = candidates;
    const reads = { ...queue, unit, inverseNorm, similarities, coefficients };
    backend.dispatch(queueGradientProgram(shape, temperatures, reads, gradient));
  } else {
    backend.dispatch(
      gradientProgram(shape, temperatures, arms, { unit, inverseNorm, cosines, coefficients }, gradient),
    );
  }
  return gradient;
}

function learnedGradient(
  backend: GpuBackend,
  { temperatures, arms, composed, state }: FusedHeadInput,
  shape: HeadShape,
  reads: { similarities: tf.TensorInfo; coefficients: tf.TensorInfo; anchors: tf.TensorInfo },
): tf.Tensor3D | null {
  if (!state.learned) return null;
  const learned = gradientOutput(backend, state.learned);
  backend.dispatch(learnedProgram(shape, temperatures, arms, reads, learned));
  putLearned((...row) => copyRowsInto(backend, ...row), learned, composed);
  return learned;
}
