import * as tf from "@tensorflow/tfjs";
import { type Formula, type FormulaText, formulaOf } from "../../../engine/wasm/formulas";
import type { WasmLane } from "../../../engine/wasm/lane";
import type { StandardizedWgsl } from "../../../objectives/wgsl";
import { packedSize } from "../../matMul/wasm";
import type { Gradients } from "./beside";
import type { HeadMemory } from "./memory";

/** Losses of embeddings that are centered over the batch (objectives/wgsl.ts): one kernel (standardized.as.ts). */

/** Rows of what the kernel knows of the dimensions. */
const FIELDS = 10;

/** The weight of the products, and a dimension's part. */
export function standardizedTexts({
  weight,
  dimension,
}: StandardizedWgsl): [weight: FormulaText, dimension: FormulaText] {
  return [
    { inputs: ["BATCH", "SIZE"], outputs: 1, body: `return ${weight};` },
    { inputs: ["variance", "agreement", "distance", "BATCH", "SIZE"], outputs: 4, body: dimension },
  ];
}

/** Values and dL/dz of an arm's learners, from the `from`-th. */
export function runStandardized(
  lane: WasmLane,
  { objective, from, learners }: { objective: StandardizedWgsl; from: number; learners: number },
  { z, gradient }: { z: tf.Tensor3D } & Pick<Gradients, "gradient">,
  { anchors, shape }: HeadMemory,
): void {
  const { views, size, vectors } = shape;
  const [samples, width] = [views / 2, 4 * vectors];
  const [weight, dimension] = standardizedTexts(objective).map((text) => known(lane, text)) as [Formula, Formula];
  const sizes = [
    ...[weight.scratch, dimension.scratch],
    ...[views * width, views * 4 * Math.ceil(samples / 4), samples * width, FIELDS * width],
    Math.max(packedSize(width, samples), packedSize(samples, width)),
  ];
  const scratches = sizes.map((numbers) => lane.scratch(numbers));
  const { epsilon, products } = objective;
  lane.run("headStandardized", {
    reads: [z, weight.tensor, dimension.tensor],
    writes: [anchors, gradient, ...scratches],
    numbers: [from, learners, views, size, epsilon ?? 0, Number(epsilon !== null), Number(products === "other")],
  });
  tf.dispose(scratches);
}

function known(lane: WasmLane, text: FormulaText): Formula {
  const formula = formulaOf(lane, text);
  if (!formula) throw new Error(`WebAssembly has no kernel for "${text.body}".`);
  return formula;
}
