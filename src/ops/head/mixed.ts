import * as tf from "@tensorflow/tfjs";
import { type BatchGroup, gatherLearners, gatherRows, scaled, spreadLearners, spreadRows } from "../learnerRows";
import { once } from "../parts/once";
import { planeNumbers, wholePlane } from "../parts/plane";
import type { HeadState, Labeled } from "./state";
import type { HeadArm, HeadOutcome } from "./types";

/**
 * Learners of different batch sizes: rows beyond a learner's own batch have no part in its loss, and get no gradient. The arms of one
 * batch size go through the head together, on their own rows alone, so that every loss and metric is what it is without the others.
 */

/** The head of arms that all have as many rows. */
export type EvenHead = (
  z: tf.Tensor3D,
  temperature: tf.Tensor3D,
  arms: readonly HeadArm[],
  state: HeadState,
) => HeadOutcome;

/** Whether some arm has fewer samples than there are rows for. */
export function hasOwnBatches(arms: readonly HeadArm[], z: tf.Tensor3D): boolean {
  return arms.some(({ batchSize }) => batchSize !== undefined && 2 * batchSize !== z.shape[1]);
}

/** Samples of each learner's batch; null where all have as many as there are rows for. */
export function ownBatches(arms: readonly HeadArm[], z: tf.Tensor3D): number[] | null {
  if (!hasOwnBatches(arms, z)) return null;
  return arms.flatMap(({ batchSize = z.shape[1] / 2, learners }) => new Array<number>(learners).fill(batchSize));
}

/**
 * @param z [L, 2B, D], B the largest batch; the own rows of a learner come first in each half
 * @param temperature [L, 1, 1]
 * @returns as the head, rows beyond a learner's own 0; sizes of its negatives as if they were of a batch of B (`ess`)
 */
export function mixedHead(
  z: tf.Tensor3D,
  temperature: tf.Tensor3D,
  arms: readonly HeadArm[],
  state: HeadState,
  even: EvenHead,
): HeadOutcome {
  const [learners, rows] = z.shape;
  const groups = groupsOf(arms, rows / 2);
  const outcomes = groups.map((group) =>
    even(gatherRows(z, group), gatherLearners(temperature, group), group.arms, stateOf(state, group)),
  );
  const ofRows = <R extends tf.Rank>(shape: tf.ShapeMap[R], part: (outcome: HeadOutcome) => tf.Tensor | null) =>
    spreadRows<R>(groups, outcomes.map(part), shape);
  const ofLearners = <R extends tf.Rank>(shape: tf.ShapeMap[R], part: (outcome: HeadOutcome) => tf.Tensor | null) =>
    spreadLearners<R>(groups, outcomes.map(part), shape);
  const { learned, labeled } = state;
  const measures = outcomes[0]?.metrics.shape[1] ?? 0;
  return {
    gradient: ofRows<tf.Rank.R3>(z.shape, ({ gradient }) => gradient),
    metrics: ofLearners<tf.Rank.R2>([learners, measures], ({ metrics }) => metrics),
    logXi: ofRows<tf.Rank.R2>([learners, rows], ({ logXi }) => logXi),
    ess: () => {
      const scaledEss = (outcome: HeadOutcome, g: number) =>
        scaled(planeNumbers(outcome.ess()), essScale(groups[g]?.size ?? 0, rows / 2));
      return wholePlane(spreadRows<tf.Rank.R2>(groups, outcomes.map(scaledEss), [learners, rows]));
    },
    learned: learned && ofLearners<tf.Rank.R3>(learned.shape, (outcome) => outcome.learned),
    ofScores: labeled && ofRows<tf.Rank.R3>(labeled.scores.shape, ({ ofScores }) => ofScores),
    memory: arms.some(({ objective }) => objective.memory)
      ? wholePlane(ofRows<tf.Rank.R2>([learners, rows], ({ memory }) => memory && planeNumbers(memory)))
      : null,
  };
}

/** The controller's mean over all rows, divided by the negatives of the largest batch, is then that over a learner's own. */
export function essScale(size: number, half: number): number {
  return (half * (2 * half - 2)) / (size * (2 * size - 2));
}

/** The arms of one batch size. */
interface ArmGroup extends BatchGroup {
  arms: HeadArm[];
  blocks: { from: number; count: number }[];
}

function groupsOf(arms: readonly HeadArm[], half: number): ArmGroup[] {
  const groups = new Map<number, ArmGroup>();
  let from = 0;
  for (const arm of arms) {
    const size = arm.batchSize ?? half;
    const group = groups.get(size) ?? { size, arms: [], blocks: [] };
    group.arms.push(arm);
    group.blocks.push({ from, count: arm.learners });
    groups.set(size, group);
    from += arm.learners;
  }
  return [...groups.values()];
}

/** What a group sees of the state; a queue has one batch size (config/crossFieldRules.ts). */
function stateOf({ learned, memory, labeled }: HeadState, group: BatchGroup): HeadState {
  return {
    learned: learned && gatherLearners(learned, group),
    memory: memory && gatherRows(memory, group),
    queue: null,
    labeled: labeled && labeledOf(labeled, group),
  };
}

/** The samples are those of a batch, which the learners of all arms of a group share: of S slices those of an arm. */
function labeledOf({ scores, labels, samples, targets }: Labeled, { size, blocks }: BatchGroup): Labeled {
  const { from = 0, count = 0 } = blocks[0] ?? {};
  const first = from % samples.shape[0];
  return {
    scores: gatherRows(scores, { size, blocks }),
    labels,
    get samples() {
      return tf.slice(samples, [first, 0], [count, size]);
    },
    targets: once(() => gatherRows(targets(), { size, blocks: [{ from: first, count }] })),
  };
}
