import * as tf from "@tensorflow/tfjs";
import { batchSizes } from "../../config/batchSizes";
import type { ExperimentConfig } from "../../config/schema";
import { seedNumbers } from "../../config/seeds";
import { readAndDispose } from "../../engine/readAndDispose";
import { normalizeRows, principalPlane } from "../../metrics/math/pca";
import { normalize } from "../../ops/head/contrasts";
import { stackedMatMul } from "../../ops/matMul";
import type { ViewsSnapshot } from "../../record/events";
import type { Cohort } from "../cohort";
import type { ViewSource } from "../viewSource";
import type { AnchorViews } from "./anchorViews";
import type { HeldOut } from "./heldOut";
import type { LiveTemperature } from "./liveTemperature";
import { readPairs } from "./readPairs";

/** Held-out samples in the embedding view; pairs in the gallery of views. */
export const EMBEDDED = 300;
const SHOWN_PAIRS = 6;

interface SnapshotInput {
  cohort: Cohort;
  source: ViewSource;
  heldOut: HeldOut;
  anchors: AnchorViews;
  temperature: LiveTemperature;
  config: ExperimentConfig;
  step: number;
  /** Per learner. */
  stopped: boolean[];
}

type ArmView = ViewsSnapshot["arms"][number];

/** Takes the pictures of the current weights that the page shows, one learner per arm; changes nothing. */
export async function snapshotViews(input: SnapshotInput): Promise<ViewsSnapshot> {
  const { cohort, source, heldOut, anchors, config, step } = input;
  const pairs = Math.min(SHOWN_PAIRS, ...batchSizes(config));
  const views = tf.tidy(() => firstPairs(source.views(step), pairs));
  const [embedded, similarities, temperatures, gallery] = await Promise.all([
    heldOut.embed(cohort, EMBEDDED),
    similarityMatrices(cohort, anchors.views),
    input.temperature.read(step),
    readPairs(views, pairs, pairs),
  ]).finally(() => views.dispose());
  const compared = 2 * anchors.count;
  const arms = shownLearners(input).flatMap(({ arm, seed, learner }): ArmView[] => {
    const embeddings = embedded.embeddings[learner] as Float32Array;
    // A learner that has just diverged is stopped as soon as its metrics are read.
    if (!embeddings.every(Number.isFinite)) return [];
    const plane = toPlane(embeddings, embedded.embeddingSize);
    const similarity = similarities.slice(learner * compared ** 2, (learner + 1) * compared ** 2);
    const temperature = temperatures[learner] as number;
    return [{ arm, seed, ...plane, similarity, similarityCount: compared, temperature }];
  });
  return { step, arms, labels: embedded.labels, pairs: gallery };
}

/** The first seed of each arm that still runs. */
function shownLearners({ config, stopped }: SnapshotInput): { arm: number; seed: number; learner: number }[] {
  const seeds = seedNumbers(config);
  return config.arms.flatMap((_, arm) => {
    const index = seeds.findIndex((_, s) => !stopped[arm * seeds.length + s]);
    return index < 0 ? [] : [{ arm, seed: seeds[index] as number, learner: arm * seeds.length + index }];
  });
}

/** The first pairs of every slice's batch: [S, 2 pairs, ...], first views in front. @param views [S, 2B, ...] */
export function firstPairs(views: tf.Tensor, pairs: number): tf.Tensor {
  const rest = views.shape.slice(2);
  const from = (slot: number) => tf.slice(views, [0, slot, ...rest.map(() => 0)], [-1, pairs, ...rest]);
  return tf.concat([from(0), from((views.shape[1] ?? 0) / 2)], 1);
}

/** Cosines between all views of each learner: [L, 2 pairs, 2 pairs]. */
async function similarityMatrices(cohort: Cohort, views: tf.Tensor): Promise<Float32Array> {
  const cosines = tf.tidy(() => {
    const unit = normalize(cohort.encode(views).embeddings).unit as tf.Tensor3D;
    return stackedMatMul(unit, unit, false, true);
  });
  return (await readAndDispose(cosines)) as Float32Array;
}

/** Places embeddings in the plane: normalized ones on the circle when they are 2-D, else on their principal plane. */
function toPlane(embeddings: Float32Array, size: number): Pick<ArmView, "embedding" | "size" | "plane" | "explained"> {
  const embedding = normalizeRows(embeddings, size);
  if (size === 2) return { embedding, size, plane: embedding, explained: 1 };
  const { coordinates, explained } = principalPlane(embedding, size);
  return { embedding, size, plane: coordinates, explained };
}
