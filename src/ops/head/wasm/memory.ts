import * as tf from "@tensorflow/tfjs";
import { type WasmLane, wasmOutput } from "../../../engine/wasm/lane";
import { MEASURED_FIELDS } from "../programs/anchors";
import { type HeadShape, headShape } from "../programs/shape";
import type { Temperatures } from "../programs/types";
import type { Queue } from "../state";

/** Planes of given.as.ts. */
const GIVEN = 6;

/** What the head's kernels work in, padded as in programs/shape.ts. */
export interface HeadMemory {
  shape: HeadShape;
  tau: TemperaturePlace;
  /** The step's block, for the row that metrics go to; null for the first one. */
  block: tf.TensorInfo | null;
  /** [L, ROWS, 4 VECTORS]; `inverse` [L, ROWS]. */
  unit: tf.Tensor;
  inverse: tf.Tensor;
  /** [L, ROWS, ROWS], as are the terms of the softmax of the statistics. */
  cosines: tf.Tensor;
  terms: tf.Tensor;
  /** K, the keys of a queue that the candidates are; 0 where they are the batch's views. */
  keys: number;
  /** Of the anchors with their candidates, [L, ROWS, CANDIDATES], and the coefficients dL/ds; in a batch the cosines, and the terms' place. */
  similarities: tf.Tensor;
  coefficients: tf.Tensor;
  /** Sums of the softmax, [L, N]. */
  totals: tf.Tensor;
  /** What the objectives are given of each anchor: planes of given.as.ts, [L, GIVEN, N]. */
  given: tf.Tensor;
  /** [CANDIDATES]; `logits` [2, CANDIDATES]. */
  mask: tf.Tensor;
  logits: tf.Tensor;
  /** [L, MEASURED_FIELDS, N] */
  anchors: tf.Tensor3D;
}

/** Where the first learner's temperature lies, and how far it is to the next one's, in numbers. */
interface TemperaturePlace {
  tensor: tf.TensorInfo;
  first: number;
  stride: number;
}

export function headMemory(
  lane: WasmLane,
  z: tf.Tensor3D,
  temperatures: Temperatures,
  queue: Queue | null,
): HeadMemory {
  const shape = headShape(z.shape);
  const { learners, views, rows, vectors } = shape;
  const [cosines, terms] = [lane.scratch(learners * rows * rows), lane.scratch(learners * rows * rows)];
  const keys = queue?.entries.shape[1] ?? 0;
  // The anchor's own key after them.
  const candidates = queue ? 4 * Math.ceil((keys + 1) / 4) : rows;
  const ofQueue = () => lane.scratch(learners * rows * candidates);
  return {
    shape,
    tau: placeOf(temperatures),
    block: "block" in temperatures ? temperatures.block : null,
    unit: lane.scratch(learners * rows * 4 * vectors),
    inverse: lane.scratch(learners * rows),
    cosines,
    terms,
    keys,
    similarities: queue ? ofQueue() : cosines,
    coefficients: queue ? ofQueue() : terms,
    totals: lane.scratch(learners * views),
    given: lane.scratch(GIVEN * learners * views),
    mask: lane.scratch(Math.max(rows, candidates)),
    logits: lane.scratch(2 * candidates),
    anchors: wasmOutput<tf.Rank.R3>(lane, [learners, MEASURED_FIELDS.length, views]),
  };
}

/** Gives back all but the statistics of the anchors. */
export function disposeMemory(memory: HeadMemory): void {
  const { unit, inverse, cosines, terms, similarities, coefficients, totals, given, mask, logits } = memory;
  tf.dispose([unit, inverse, cosines, terms, similarities, coefficients, totals, given, mask, logits]);
}

/** As engine/wgsl/stepBlock.ts lays the block out. */
function placeOf(temperatures: Temperatures): TemperaturePlace {
  if (temperatures.temperature) return { tensor: temperatures.temperature, first: 0, stride: 1 };
  if (!("block" in temperatures)) throw new Error("The head needs temperatures.");
  return { tensor: temperatures.block, first: 9, stride: 4 };
}
