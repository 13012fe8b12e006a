import * as tf from "@tensorflow/tfjs";
import { anchorEffectiveSampleSize } from "../../metrics/ess";
import type { StepMetric } from "../../metrics/types";
import { NEVER } from "../../objectives/parts/sentinels";
import { type Plane, wholePlane } from "../parts/plane";
import { type ArmLoss, type ArmViews, armLoss } from "./armLoss";
import { contrasts, normalize } from "./contrasts";
import { measureAll } from "./measureBeside";
import { type HeadState, LEARNED_TEMPERATURE } from "./state";
import type { HeadArm, HeadOutcome } from "./types";

/**
 * The contrastive head out of plain TensorFlow.js operations, on any backend: what the fused head is held to, and what
 * takes its place where it cannot run.
 *
 * @param z [L, 2B, D]
 * @param temperature [L, 1, 1]
 * @param measures in the order of the columns
 */
export function referenceHead(
  z: tf.Tensor3D,
  temperature: tf.Tensor3D,
  arms: readonly HeadArm[],
  state: HeadState,
  measures: readonly StepMetric[],
): HeadOutcome {
  const normalized = normalize(z);
  const { queue, labeled } = state;
  const all = { z, normalized, temperature, contrasts: contrasts(normalized.unit, temperature), queue, labeled };
  const losses = lossPerArm(all, arms, state);
  const value = join(losses.map((loss) => loss.value));
  const input = { unit: normalized.unit, temperature, contrasts: all.contrasts, value };
  return {
    gradient: join(losses.map(({ gradient }) => gradient)) as tf.Tensor3D,
    metrics: measureAll(measures, input),
    logXi: all.contrasts.logXi.squeeze([2]) as tf.Tensor2D,
    ess: () => wholePlane(anchorEffectiveSampleSize(all.contrasts.weights)),
    learned: state.learned && learnedGradient(losses, state.learned.shape[2]),
    ofScores: labeled && scoreGradient(losses, labeled.scores),
    memory: keptOf(losses),
  };
}

/** Each arm's objective on its own learners. */
function lossPerArm(all: ArmViews, arms: readonly HeadArm[], state: HeadState): ArmLoss[] {
  let from = 0;
  return arms.map((arm) => {
    const cut = (x: tf.Tensor) => (arm.learners === x.shape[0] ? x : tf.slice(x, from, arm.learners));
    const { options, phi, objective } = arm;
    const learned = learnedNumbers(state.learned && cut(state.learned), objective.learned, arm.learners);
    const loss = armLoss(cutViews(all, cut), arm, {
      options,
      phi,
      learned,
      memory: memoryOf(arm, state.memory && cut(state.memory)),
    });
    from += arm.learners;
    return loss;
  });
}

function cutViews(all: ArmViews, cut: (x: tf.Tensor) => tf.Tensor): ArmViews {
  const { z, normalized, temperature, contrasts: rows, queue, labeled } = all;
  return {
    z: cut(z),
    normalized: { unit: cut(normalized.unit), inverseNorm: cut(normalized.inverseNorm) },
    temperature: cut(temperature),
    contrasts: {
      ...rows,
      temperature: cut(temperature),
      positive: cut(rows.positive),
      negatives: cut(rows.negatives),
      logXi: cut(rows.logXi),
      weights: cut(rows.weights),
    },
    queue: queue && { keys: cut(queue.keys) as tf.Tensor3D, entries: cut(queue.entries) as tf.Tensor3D },
    labeled: labeled && { ...labeled, scores: cut(labeled.scores) as tf.Tensor3D },
  };
}

/** What an arm's objective has kept, in the shape that it asks for. @param own of its learners, [L, N, 1] */
export function memoryOf({ objective }: HeadArm, own: tf.Tensor | null): tf.Tensor | null {
  if (!own || !objective.memory) return null;
  return objective.memory === "learner" ? own.slice([0, 0, 0], [-1, 1, -1]) : own;
}

/** Null where no objective keeps anything. */
function keptOf(losses: readonly ArmLoss[]): Plane | null {
  if (losses.every(({ memory }) => !memory)) return null;
  return wholePlane(join(losses.map(({ memory, value }) => keptRow(memory, value))));
}

/** A learner's number is that of all its views. @param value [L, N, 1] */
export function keptRow(memory: tf.Tensor | null, value: tf.Tensor): tf.Tensor {
  const [, count = 0] = value.shape;
  if (!memory) return tf.fill(value.shape, NEVER);
  return memory.shape[1] === count ? memory : memory.tile([1, count, 1]);
}

/** The objective's own learned numbers, [L, 1, 1] each; 0 where nothing was learned yet. */
export function learnedNumbers(learned: tf.Tensor | null, count: number, learners: number): tf.Tensor[] {
  return Array.from({ length: count }, (_, k) =>
    learned ? learned.slice([0, 0, LEARNED_TEMPERATURE + 1 + k], [-1, -1, 1]) : tf.zeros([learners, 1, 1]),
  );
}

/** [L, 1, columns]: of the temperature, then of the objective's own numbers; 0 where an objective has fewer. */
function learnedGradient(losses: readonly ArmLoss[], columns: number): tf.Tensor3D {
  return join(losses.map((loss) => learnedRow(loss, columns))) as tf.Tensor3D;
}

/** The same of one arm. */
export function learnedRow({ ofScale, learned }: ArmLoss, columns: number): tf.Tensor3D {
  const own = tf.concat([ofScale(), ...learned], 2) as tf.Tensor3D;
  return tf.pad(own, [
    [0, 0],
    [0, 0],
    [0, columns - own.shape[2]],
  ]);
}

/** [L, N, C]; an arm that sees no scores moves none. */
function scoreGradient(losses: readonly ArmLoss[], { shape: [, views, classes] }: tf.Tensor3D): tf.Tensor3D {
  const perArm = losses.map(({ ofScores, value }) => ofScores ?? tf.zeros([value.shape[0] ?? 0, views, classes]));
  return join(perArm) as tf.Tensor3D;
}

/** The arms' learners in one tensor again. */
function join(parts: readonly tf.Tensor[]): tf.Tensor {
  return parts.length === 1 ? (parts[0] as tf.Tensor) : tf.concat([...parts], 0);
}
