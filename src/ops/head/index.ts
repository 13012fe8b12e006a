import type * as tf from "@tensorflow/tfjs";
import type { StepBlock } from "../../engine/stepBlock";
import { type GpuBackend, gpu, output } from "../../engine/webgpu/gpu";
import { STEP_METRICS } from "../../metrics";
import type { StepMetric } from "../../metrics/types";
import { SOFTPLUS_WGSL } from "../../objectives/parts/softplus";
import { temperaturesOf } from "../temperature";
import { type FusedHeadInput, fusedHead } from "./fused";
import { measureBeside } from "./measureBeside";
import { hasOwnBatches, mixedHead } from "./mixed";
import { anchorPlane } from "./programs/anchors";
import type { FusedArm } from "./programs/types";
import { referenceHead } from "./reference";
import { type HeadState, LEARNED_TEMPERATURE, NO_STATE } from "./state";
import type { HeadArm, HeadOutcome, HeadSink, StepOutcome } from "./types";

/**
 * Everything after the encoder, for all learners at once: loss, gradient and metrics. In a handful of WGSL programs
 * where the backend and every objective have them, else out of TensorFlow.js operations. Leaves its
 * intermediate tensors to the caller's `tf.tidy`.
 *
 * @param z embeddings, not normalized, [L, 2B, D]; first views, then second views
 * @param temperature [L, 1, 1]
 * @param arms blocks of the learner axis, in order
 * @param measures what is measured, in the order of the columns; those without WGSL are measured beside the programs
 * @throws when the arms do not add up to L learners, or a learner has fewer than two samples
 */
export function contrastiveHead(
  z: tf.Tensor3D,
  temperature: tf.Tensor3D,
  arms: readonly HeadArm[],
  state: HeadState = NO_STATE,
  measures: readonly StepMetric[] = STEP_METRICS,
): HeadOutcome {
  assertComplete(arms, z.shape[0]);
  if (hasOwnBatches(arms, z))
    return mixedHead(z, temperature, arms, state, (...own) => contrastiveHead(...own, measures));
  const [backend, wgsl] = [gpu(), wgslOf(arms, state)];
  if (!backend || !wgsl) return referenceHead(z, temperature, arms, state, measures);
  const [learners, views] = z.shape;
  const metrics = output<tf.Rank.R2>(backend, [learners, measures.length]);
  const logXi = output<tf.Rank.R2>(backend, [learners, views]);
  const columns = columnsOf(measures, z, () => temperature);
  const outcome = fused(backend, { z, temperatures: { temperature }, ...wgsl, ...columns, metrics, logXi });
  return { ...outcome, metrics, logXi };
}

/**
 * The same for a step that may be recorded: what changes from step to step comes from the block or lies on the GPU, and
 * what is measured goes to the sink.
 *
 * @param temperature [L, 1, 1]; null for the block's
 * @throws as contrastiveHead
 */
export function stepHead(
  z: tf.Tensor3D,
  { block, temperature }: { block: StepBlock; temperature: tf.Tensor3D | null },
  arms: readonly HeadArm[],
  { metrics, logXi, measures }: HeadSink,
  state: HeadState = NO_STATE,
): StepOutcome {
  assertComplete(arms, z.shape[0]);
  const [backend, wgsl] = [gpu(), wgslOf(arms, state)];
  if (backend && wgsl && metrics.target && logXi.target && !hasOwnBatches(arms, z)) {
    const [temperatures, targets] = [
      { block: block.tensor, temperature },
      { metrics: metrics.target, logXi: logXi.target },
    ];
    const columns = columnsOf(measures, z, () => temperature ?? temperaturesOf(block));
    return fused(backend, { z, temperatures, ...wgsl, ...columns, ...targets });
  }
  const outcome = contrastiveHead(z, temperature ?? temperaturesOf(block), arms, state, measures);
  metrics.write(outcome.metrics, block);
  logXi.write(outcome.logXi, block);
  return outcome;
}

function fused(backend: GpuBackend, input: FusedHeadInput): StepOutcome {
  const { gradient, anchors, ofScale } = fusedHead(backend, input);
  return { gradient, ess: () => anchorPlane(anchors, "ess"), learned: ofScale, ofScores: null, memories: [] };
}

/** @param temperature asked for where a metric has no WGSL */
function columnsOf(
  measures: readonly StepMetric[],
  z: tf.Tensor3D,
  temperature: () => tf.Tensor3D,
): Pick<FusedHeadInput, "columns" | "measureBeside"> {
  const others = measures.filter(({ wgsl }) => wgsl === undefined);
  return {
    columns: measures.map(({ wgsl }) => wgsl ?? null),
    measureBeside: others.length > 0 ? (anchors) => measureBeside(others, z, temperature(), anchors) : null,
  };
}

/** The WGSL of all objectives; null where one has none, or the state asks for more than the programs know. */
function wgslOf(
  arms: readonly HeadArm[],
  { learned, queue }: HeadState,
): Pick<FusedHeadInput, "arms" | "library" | "learnsScale"> | null {
  const learnsMore = learned !== null && learned.shape[2] > LEARNED_TEMPERATURE + 1;
  if (learnsMore || queue) return null;
  const fusedArms = present(arms.map(fusedArm));
  if (!fusedArms) return null;
  // The program that sums up the gradient of 1/temperature takes every coefficient for one of cosine / temperature.
  if (learned && fusedArms.some(({ ofCosines }) => ofCosines)) return null;
  return { arms: fusedArms, library: SOFTPLUS_WGSL, learnsScale: learned !== null };
}

/** Undefined where the objective has no WGSL. A loss of pairs has first views as anchors alone. */
function fusedArm({ objective, options, phi, learners, precision = "float32" }: HeadArm): FusedArm | undefined {
  if (
    objective.kind === "embeddings" ||
    objective.kind === "labels" ||
    objective.similarity === "dot" ||
    objective.memory
  )
    return undefined;
  const pairing = objective.kind === "pairs" ? "oneWay" : objective.pairing;
  const wgsl = objective.wgsl?.({ options, phi });
  return wgsl && { objective: wgsl, pairing, ofCosines: objective.similarity === "cosine", precision, learners };
}

/** The list without its undefined ones; null where it has some. */
function present<T>(items: readonly (T | undefined)[]): T[] | null {
  const there = items.filter((item) => item !== undefined);
  return there.length === items.length ? there : null;
}

function assertComplete(arms: readonly HeadArm[], learners: number): void {
  const total = arms.reduce((sum, arm) => sum + arm.learners, 0);
  if (total === learners) return;
  throw new Error(`The arms have ${total} learners together, but the embeddings are of ${learners}.`);
}
