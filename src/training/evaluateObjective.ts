import * as tf from "@tensorflow/tfjs";
import { saidOfErrors } from "../config/configError";
import { parseConfig } from "../config/parse";
import { PlaygroundError } from "../i18n/errors";
import { say } from "../i18n/message";
import { stepColumn } from "../metrics";
import { anchorEffectiveSampleSize } from "../metrics/ess";
import { isLabelFree, OBJECTIVE_IDS, type ObjectiveId, type ObjectiveSettings, objectiveName } from "../objectives";
import { contrastiveHead } from "../ops/head";
import { contrastsWithQueue, normalize } from "../ops/head/contrasts";
import { type HeadState, NO_STATE, type Queue } from "../ops/head/state";
import { planeNumbers } from "../ops/parts/plane";
import { texts } from "./errors";
import { headArm } from "./loss/headArm";

/** Two views of B samples, a temperature, and whatever the objective can be set by. */
export type ObjectiveInput = Omit<ObjectiveSettings, "objective"> & {
  /** [B][D] each, not normalized. */
  z1: number[][];
  z2: number[][];
  temperature: number;
  /**
   * Keys that take the place of the batch's negatives, [K][D], not normalized; the other view of an anchor is then its
   * positive key. Keys are constants.
   */
  queue?: number[][];
};

/** Value and gradients (with respect to z1 and z2: [B][D]) of the mean over the 2B anchors; statistics per anchor. */
export interface ObjectiveOutput {
  /** The loss's own value: 1 for FlatNCE. */
  value: number;
  gradZ1: number[][];
  gradZ2: number[][];
  xi: number[];
  vanishingFactor: number[];
  /** Effective sample size of each anchor's negatives, in 1..M. */
  ess: number[];
}

/**
 * One objective on given embeddings, on the current backend, with the code that training uses.
 *
 * @throws PlaygroundError when the views have different shapes, fewer than two samples, or the temperature is not positive
 */
export async function evaluateObjective(id: ObjectiveId, input: ObjectiveInput): Promise<ObjectiveOutput> {
  check(id, input);
  const outputs = tf.tidy(() => compute(id, input));
  const arrays = await Promise.all(outputs.map((output) => output.array())).finally(() => tf.dispose(outputs));
  const [value, gradient, logXi, ess] = arrays;
  const xi = (logXi as number[]).map(Math.exp);
  const batch = input.z1.length;
  return {
    value: value as number,
    gradZ1: (gradient as number[][]).slice(0, batch),
    gradZ2: (gradient as number[][]).slice(batch),
    xi,
    vanishingFactor: xi.map((x) => x / (1 + x)),
    ess: ess as number[],
  };
}

/** Value [], gradient [2B, D], log xi [2B], effective sample sizes [2B]: the head of one learner. */
function compute(id: ObjectiveId, { z1, z2, temperature, queue, ...settings }: ObjectiveInput): tf.Tensor[] {
  const z = tf.tensor3d([[...z1, ...z2]]);
  const tau = tf.tensor3d([[[temperature]]]);
  const state = queue ? stateWith(z, queue) : NO_STATE;
  const head = contrastiveHead(z, tau, [headArm({ objective: id, ...settings }, 1)], state);
  const value = head.metrics.slice([0, stepColumn("objective")], [1, 1]).reshape([]);
  const { logXi, ess } = state.queue
    ? statisticsWith(state.queue, z, tau)
    : { logXi: head.logXi, ess: planeNumbers(head.ess()) };
  return [value, ...[head.gradient, logXi, ess].map((x) => tf.squeeze<tf.Tensor>(x, [0]))];
}

function stateWith(z: tf.Tensor3D, queue: number[][]): HeadState & { queue: Queue } {
  const unit = (x: tf.Tensor) => normalize(x).unit as tf.Tensor3D;
  return { ...NO_STATE, queue: { keys: unit(z), entries: unit(tf.tensor3d([queue])) } };
}

/** The head's own statistics are of the batch; these are of the negatives that the loss sees. Both [1, 2B]. */
function statisticsWith(queue: Queue, z: tf.Tensor3D, temperature: tf.Tensor): { logXi: tf.Tensor; ess: tf.Tensor } {
  const rows = contrastsWithQueue(normalize(z).unit, queue, temperature);
  return { logXi: rows.logXi.squeeze([2]), ess: anchorEffectiveSampleSize(rows.weights).squeeze([2]) };
}

/** What comes from a console may be anything. */
function check(id: ObjectiveId, input: ObjectiveInput | undefined): void {
  if (!OBJECTIVE_IDS.includes(id))
    throw new PlaygroundError(say(texts.noObjective, { id, allowed: OBJECTIVE_IDS.join(", ") }));
  if (!isLabelFree(id)) throw new PlaygroundError(say(texts.ofLabels, { objective: objectiveName(id) }));
  const { z1, z2, temperature, queue, ...settings } = input ?? ({} as ObjectiveInput);
  const size = z1?.[0]?.length ?? 0;
  if (!isMatrix(z1, size) || !isMatrix(z2, size) || z1.length < 2 || z1.length !== z2.length)
    throw new PlaygroundError(texts.noEmbeddings);
  if (queue && (!isMatrix(queue, size) || queue.length === 0)) throw new PlaygroundError(say(texts.noQueue, { size }));
  if (!(temperature > 0 && Number.isFinite(temperature)))
    throw new PlaygroundError(say(texts.noTemperature, { temperature: String(temperature) }));
  const parsed = parseConfig({
    arms: [{ objective: id, ...settings }],
    batchSize: z1.length,
    // As many keys as given, but for the smallest queue that training has.
    queue: { size: queue ? Math.max(queue.length, z1.length) : 0 },
  });
  if (!parsed.ok) throw new PlaygroundError(saidOfErrors(parsed.errors));
}

function isMatrix(rows: unknown, size: number): rows is number[][] {
  const isRow = (row: unknown) => Array.isArray(row) && row.length === size && row.every(Number.isFinite);
  return size > 0 && Array.isArray(rows) && rows.every(isRow);
}
