import * as tf from "@tensorflow/tfjs";
import { formulaOf } from "../../../engine/wasm/formulas";
import type { WasmLane } from "../../../engine/wasm/lane";
import type { StepMetric } from "../../../metrics/types";
import { ANCHOR_INPUTS, MEASURES, type WasmMeasure } from "../../../metrics/wasm";
import type { HeadMemory } from "./memory";

/** The metrics of a step, into the row of the block's slot. */

/** Whether kernels know a metric. */
export function knowsMetric(lane: WasmLane, { wasm }: StepMetric): boolean {
  if (!wasm) return false;
  return "measure" in wasm || formulaOf(lane, textOf(wasm.perAnchor)) !== null;
}

function textOf(expression: string) {
  return { inputs: ANCHOR_INPUTS, outputs: 1, body: `return ${expression};` };
}

/**
 * @param beside those that kernels do not know, in their order, [L, how many]
 * @param metrics written, [rows, L, measures]
 */
export function runMetrics(
  lane: WasmLane,
  measures: readonly StepMetric[],
  beside: tf.Tensor2D | null,
  metrics: tf.TensorInfo,
  memory: HeadMemory,
): void {
  const { learners } = memory.shape;
  const slots = tf.util.sizeFromShape(metrics.shape) / (learners * measures.length);
  let others = 0;
  measures.forEach((metric, column) => {
    const place = { metrics, numbers: [column, measures.length, slots] };
    const { wasm } = metric;
    if (!wasm || !knowsMetric(lane, metric)) putBeside(lane, beside, others++, place, memory);
    else if ("measure" in wasm) runMeasure(lane, wasm.measure, place, memory);
    else runFormula(lane, wasm.perAnchor, place, memory);
  });
}

/** A metric's column. */
interface MetricPlace {
  metrics: tf.TensorInfo;
  /** Column, how many there are, and rows. */
  numbers: number[];
}

function runMeasure(lane: WasmLane, measure: WasmMeasure, { metrics, numbers }: MetricPlace, memory: HeadMemory): void {
  const { unit, cosines, anchors, tau, block, shape } = memory;
  const { learners, views, size } = shape;
  lane.run("measure", {
    reads: [unit, cosines, anchors, tau.tensor, block],
    writes: [metrics],
    numbers: [MEASURES.indexOf(measure), learners, views, size, tau.first, tau.stride, ...numbers],
  });
}

function runFormula(lane: WasmLane, expression: string, { metrics, numbers }: MetricPlace, memory: HeadMemory): void {
  const { anchors, block, shape } = memory;
  const formula = formulaOf(lane, textOf(expression));
  if (!formula) return;
  const registers = lane.scratch(formula.scratch);
  lane.run("measureAnchors", {
    reads: [anchors, formula.tensor, block],
    writes: [metrics, registers],
    numbers: [shape.learners, shape.views, ...numbers],
  });
  registers.dispose();
}

/** @param index of the metric among those beside the kernels */
function putBeside(
  lane: WasmLane,
  beside: tf.Tensor2D | null,
  index: number,
  { metrics, numbers }: MetricPlace,
  { block, shape }: HeadMemory,
): void {
  lane.run("putMetric", {
    reads: [beside, block],
    writes: [metrics],
    numbers: [index, beside?.shape[1] ?? 0, shape.learners, ...numbers],
  });
}
