import type * as tf from "@tensorflow/tfjs";
import { gradientInPlace } from "../../engine/inPlace";
import type { StepBlock } from "../../engine/stepBlock";
import { STEP_METRICS } from "../../metrics";
import type { StepMetric } from "../../metrics/types";
import { LOG_AVERAGE_WGSL } from "../../objectives/parts/logAverage";
import { SOFTPLUS_WGSL } from "../../objectives/parts/softplus";
import { once } from "../parts/once";
import { temperaturesOf } from "../temperature";
import { composedLosses } from "./composed";
import type { FusedHeadInput } from "./fused";
import { type HeadKernels, headKernels } from "./kernels";
import { measureBeside } from "./measureBeside";
import { essScale, hasOwnBatches, mixedHead, ownBatches } from "./mixed";
import { referenceHead } from "./reference";
import { type HeadState, NO_STATE } from "./state";
import type { HeadArm, HeadOutcome, HeadSink, StepOutcome } from "./types";

/**
 * Everything after the encoder, for all learners at once: loss, gradient and metrics. In a handful of kernels (WGSL, WebAssembly)
 * where the backend has them; an arm whose objective they do not know is worked out beside them, and on other backends all are,
 * out of TensorFlow.js operations. Leaves its
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
  const kernels = headKernels();
  if (hasOwnBatches(arms, z) && !takesOwnRows(kernels, measures))
    return mixedHead(z, temperature, arms, state, (...own) => contrastiveHead(...own, measures));
  if (!kernels) return referenceHead(z, temperature, arms, state, measures);
  const [learners, views] = z.shape;
  const metrics = kernels.output<tf.Rank.R2>([learners, measures.length]);
  const logXi = kernels.output<tf.Rank.R2>([learners, views]);
  const given = { temperatures: { temperature }, tensor: () => temperature };
  return { ...fused(kernels, z, given, { arms, state }, { measures, metrics, logXi }), metrics, logXi };
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
  const kernels = headKernels();
  const tensor = () => temperature ?? temperaturesOf(block);
  const takesRows = !hasOwnBatches(arms, z) || takesOwnRows(kernels, measures);
  if (kernels && metrics.target && logXi.target && takesRows) {
    const given = { temperatures: { block: block.tensor, temperature }, tensor };
    return fused(kernels, z, given, { arms, state }, { measures, metrics: metrics.target, logXi: logXi.target });
  }
  const outcome = contrastiveHead(z, tensor(), arms, state, measures);
  metrics.write(outcome.metrics, block);
  logXi.write(outcome.logXi, block);
  const learned = state.learned && outcome.learned && gradientInPlace(outcome.learned, state.learned);
  return { ...outcome, learned };
}

/** Whether learners of different batch sizes go through the kernels together; what is measured beside them does not know of rows. */
function takesOwnRows(kernels: HeadKernels | null, measures: readonly StepMetric[]): boolean {
  return kernels?.hasOwnRows === true && measures.every(kernels.knowsMetric);
}

/** Arms whose loss is made of TensorFlow.js operations on the current backend: all of them without programs. */
export function composedArms(arms: readonly HeadArm[]): HeadArm[] {
  return (
    headKernels()
      ?.planOf(arms, false)
      .composed.map(({ arm }) => arm) ?? [...arms]
  );
}

/** The same by their places, beside the kernels of the others; none where no arm has any. */
export function armsBesideKernels(arms: readonly HeadArm[]): number[] {
  return headKernels() ? composedArms(arms).map((arm) => arms.indexOf(arm)) : [];
}

/** The temperatures as programs read them, and as a tensor [L, 1, 1], for what runs beside them. */
interface GivenTemperatures extends Pick<FusedHeadInput, "temperatures"> {
  tensor(): tf.Tensor3D;
}

interface Targets extends Pick<FusedHeadInput, "metrics" | "logXi"> {
  measures: readonly StepMetric[];
}

function fused(
  kernels: HeadKernels,
  z: tf.Tensor3D,
  { temperatures, tensor }: GivenTemperatures,
  { arms, state }: { arms: readonly HeadArm[]; state: HeadState },
  { measures, ...targets }: Targets,
): StepOutcome {
  const plan = kernels.planOf(arms, state.queue !== null);
  const temperature = once(tensor);
  const composed = composedLosses(z, temperature, plan.composed, state);
  const beside = measuredBeside(kernels, measures, z, temperature);
  const library = `${SOFTPLUS_WGSL}${LOG_AVERAGE_WGSL}`;
  const own = ownBatches(arms, z);
  const input = {
    z,
    own,
    temperatures,
    arms: plan.arms,
    composed,
    state,
    measures,
    measureBeside: beside,
    library,
    ...targets,
  };
  const { gradient, anchors, learned, ofScores, kept } = kernels.run(input);
  return {
    gradient,
    ess: () => ({ ...kernels.essOf(anchors), scales: own?.map((size) => essScale(size, z.shape[1] / 2)) }),
    learned,
    ofScores,
    memory: arms.some(({ objective }) => objective.memory) ? kept() : null,
  };
}

/**
 * Null where kernels know all metrics.
 * @param temperature asked for where they do not
 */
function measuredBeside(
  kernels: HeadKernels,
  measures: readonly StepMetric[],
  z: tf.Tensor3D,
  temperature: () => tf.Tensor3D,
): FusedHeadInput["measureBeside"] {
  const others = measures.filter((metric) => !kernels.knowsMetric(metric));
  return others.length > 0 ? (anchors) => measureBeside(others, z, temperature(), anchors) : null;
}

function assertComplete(arms: readonly HeadArm[], learners: number): void {
  const total = arms.reduce((sum, arm) => sum + arm.learners, 0);
  if (total === learners) return;
  throw new Error(`The arms have ${total} learners together, but the embeddings are of ${learners}.`);
}
