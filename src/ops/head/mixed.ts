import * as tf from "@tensorflow/tfjs";
import { planeNumbers, wholePlane } from "../parts/plane";
import { tileLearners } from "../parts/shape";
import type { HeadState } from "./state";
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
 * @returns as the head, rows beyond a learner's own 0
 */
export function mixedHead(
  z: tf.Tensor3D,
  temperature: tf.Tensor3D,
  arms: readonly HeadArm[],
  state: HeadState,
  even: EvenHead,
): HeadOutcome {
  const half = z.shape[1] / 2;
  const groups = groupsOf(arms, half);
  const outcomes = groups.map((group) => {
    const cut = (x: tf.Tensor) => ownRows(learnersOf(x, group.arms), group.size, half);
    const chosen = group.arms.map(({ arm }) => arm);
    return even(
      cut(z) as tf.Tensor3D,
      learnersOf(temperature, group.arms) as tf.Tensor3D,
      chosen,
      stateOf(state, group, z.shape[0], cut),
    );
  });
  const join = (part: (outcome: HeadOutcome, group: Group) => tf.Tensor) =>
    inOrder(groups, (g) => part(outcomes[g] as HeadOutcome, groups[g] as Group));
  const { learned, labeled } = state;
  return {
    gradient: join(({ gradient }) => padded(gradient, half)) as tf.Tensor3D,
    metrics: join(({ metrics }) => metrics) as tf.Tensor2D,
    logXi: join(({ logXi }) => padded(logXi, half)) as tf.Tensor2D,
    ess: () => ({
      ...wholePlane(join((outcome) => padded(planeNumbers(outcome.ess()), half))),
      own: ownBatches(arms, z),
    }),
    learned: learned && (join((outcome) => outcome.learned as tf.Tensor) as tf.Tensor3D),
    ofScores: labeled && (join((outcome) => padded(scoreGradient(outcome, labeled.scores), half)) as tf.Tensor3D),
    memory: arms.some(({ objective }) => objective.memory)
      ? wholePlane(
          join(({ memory, gradient }) =>
            padded(memory ? planeNumbers(memory) : tf.zeros(gradient.shape.slice(0, 2)), half),
          ),
        )
      : null,
  };
}

interface PlacedArm {
  arm: HeadArm;
  index: number;
  /** Its first learner. */
  from: number;
}

/** The arms of one batch size. */
interface Group {
  size: number;
  arms: PlacedArm[];
}

function groupsOf(arms: readonly HeadArm[], half: number): Group[] {
  const groups = new Map<number, Group>();
  let from = 0;
  for (const [index, arm] of arms.entries()) {
    const size = arm.batchSize ?? half;
    const group = groups.get(size) ?? { size, arms: [] };
    group.arms.push({ arm, index, from });
    groups.set(size, group);
    from += arm.learners;
  }
  return [...groups.values()];
}

/** What a group sees of the state; a queue has one batch size (config/crossFieldRules.ts). */
function stateOf(
  { learned, memory, labeled }: HeadState,
  { arms, size }: Group,
  learners: number,
  cut: (x: tf.Tensor) => tf.Tensor,
): HeadState {
  const first = arms[0]?.arm.learners ?? 0;
  return {
    learned: learned && (learnersOf(learned, arms) as tf.Tensor3D),
    memory: memory && (cut(memory) as tf.Tensor3D),
    queue: null,
    labeled: labeled && {
      ...labeled,
      scores: cut(labeled.scores) as tf.Tensor3D,
      // The samples are those of a batch, which the learners of all arms share.
      samples: learnersOf(tileLearners(labeled.samples, learners), arms).slice([0, 0], [first, size]) as tf.Tensor2D,
    },
  };
}

/** [L, 2b, C]; learners without a classifier move none. */
function scoreGradient({ ofScores, gradient }: HeadOutcome, { shape: [, , classes] }: tf.Tensor3D): tf.Tensor {
  const [learners, rows] = gradient.shape;
  return ofScores ?? tf.zeros([learners, rows, classes]);
}

/** The learners of some arms of x [L, ...]. */
function learnersOf(x: tf.Tensor, arms: readonly PlacedArm[]): tf.Tensor {
  return joined(arms.map(({ from, arm }) => tf.slice(x, from, arm.learners)));
}

/** The first `size` rows of each half of x [L, 2B, D]. */
export function ownRows(x: tf.Tensor, size: number, half: number): tf.Tensor {
  if (size === half) return x;
  const [learners = 0, , width = 0] = x.shape;
  const from = (row: number) => tf.slice(x as tf.Tensor3D, [0, row, 0], [learners, size, width]);
  return tf.concat([from(0), from(half)], 1);
}

/** x [L, 2b, ...] with rows of 0 after each half, [L, 2B, ...]. */
export function padded(x: tf.Tensor, half: number): tf.Tensor {
  const [learners = 0, rows = 0, ...rest] = x.shape;
  if (rows === 2 * half) return x;
  const size = rows / 2;
  const halves = x.reshape([2 * learners, size, -1]) as tf.Tensor3D;
  const filled = tf.pad(halves, [
    [0, 0],
    [0, half - size],
    [0, 0],
  ]);
  return filled.reshape([learners, 2 * half, ...rest]);
}

/** The groups' tensors as one again, in the order of the arms. */
function inOrder(groups: readonly Group[], ofGroup: (g: number) => tf.Tensor): tf.Tensor {
  const parts: tf.Tensor[] = [];
  for (const [g, { arms }] of groups.entries()) {
    const counts = arms.map(({ arm }) => arm.learners);
    const own = counts.length === 1 ? [ofGroup(g)] : tf.split(ofGroup(g), counts, 0);
    for (const [place, { index }] of arms.entries()) parts[index] = own[place] as tf.Tensor;
  }
  return joined(parts);
}

function joined(parts: tf.Tensor[]): tf.Tensor {
  return parts.length === 1 ? (parts[0] as tf.Tensor) : tf.concat(parts, 0);
}
