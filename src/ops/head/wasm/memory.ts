import * as tf from "@tensorflow/tfjs";
import { type WasmLane, wasmOutput } from "../../../engine/wasm/lane";
import { MEASURED_FIELDS } from "../programs/anchors";
import { type HeadShape, headShape } from "../programs/shape";
import type { Temperatures } from "../programs/types";

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
  /** [L, ROWS, ROWS], as are the coefficients dL/ds. */
  cosines: tf.Tensor;
  coefficients: tf.Tensor;
  /** Sums of the softmax, [L, N]. */
  totals: tf.Tensor;
  /** What the objectives are given of each anchor: planes of given.as.ts, [L, GIVEN, N]. */
  given: tf.Tensor;
  /** [ROWS]; `logits` [2, ROWS]. */
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

export function headMemory(lane: WasmLane, z: tf.Tensor3D, temperatures: Temperatures): HeadMemory {
  const shape = headShape(z.shape);
  const { learners, views, rows, vectors } = shape;
  return {
    shape,
    tau: placeOf(temperatures),
    block: "block" in temperatures ? temperatures.block : null,
    unit: lane.scratch(learners * rows * 4 * vectors),
    inverse: lane.scratch(learners * rows),
    cosines: lane.scratch(learners * rows * rows),
    coefficients: lane.scratch(learners * rows * rows),
    totals: lane.scratch(learners * views),
    given: lane.scratch(GIVEN * learners * views),
    mask: lane.scratch(rows),
    logits: lane.scratch(2 * rows),
    anchors: wasmOutput<tf.Rank.R3>(lane, [learners, MEASURED_FIELDS.length, views]),
  };
}

/** Gives back all but the statistics of the anchors. */
export function disposeMemory(memory: HeadMemory): void {
  const { unit, inverse, cosines, coefficients, totals, given, mask, logits } = memory;
  tf.dispose([unit, inverse, cosines, coefficients, totals, given, mask, logits]);
}

/** As engine/wgsl/stepBlock.ts lays the block out. */
function placeOf(temperatures: Temperatures): TemperaturePlace {
  if (temperatures.temperature) return { tensor: temperatures.temperature, first: 0, stride: 1 };
  if (!("block" in temperatures)) throw new Error("The head needs temperatures.");
  return { tensor: temperatures.block, first: 9, stride: 4 };
}
