import type { FormulaText } from "../../../engine/wasm/formulas";
import { LOG_AVERAGE_WGSL } from "../../../objectives/parts/logAverage";
import type { ObjectiveWgsl, PairwiseWgsl, SoftmaxWgsl } from "../../../objectives/wgsl";
import { precisionNumber } from "../../precision";
import type { FusedArm } from "../programs/types";
import { standardizedTexts } from "./standardized";

/** The formulas of an arm's objective (objectives/wgsl.ts), with what is at hand in them, for WebAssembly kernels. */

type Precision = FusedArm["precision"];

const LEARNED = ["learned.x", "learned.y"];
/** Registers of given.as.ts. */
const ROW_INPUTS = ["v", "p", "log_p", "positive", "x", "mean", "memory", "tau", "count", ...LEARNED];

/** All that an objective says. */
export function textsOf(objective: ObjectiveWgsl, precision: Precision): FormulaText[] {
  if (objective.form === "pairwise") return [positiveOf(objective, precision), pairOf(objective, precision)];
  if (objective.form === "standardized") return standardizedTexts(objective);
  if (objective.form !== "softmax") return [];
  const [exponent, x] = [exponentOf(objective), togetherOf(objective)];
  return [rowOf(objective, precision), ...(exponent ? [exponent] : []), ...(x ? [x] : [])];
}

/** Value, by s_ip, the factor of the weights; then what it leaves. */
export function rowOf({ row }: SoftmaxWgsl, precision: Precision): FormulaText {
  const variables = { kept: 1, of_learned: 2 };
  return { inputs: ROW_INPUTS, outputs: 3, variables, body: row, ...common(precision) };
}

/** What stands in the exponent of a negative, and its derivative; null where it is the similarity itself. */
export function exponentOf({ exponent }: SoftmaxWgsl): FormulaText | null {
  return exponent ? { inputs: ["s"], outputs: 2, body: `return vec2f(${exponent.value}, ${exponent.slope});` } : null;
}

/** x of an anchor that is seen together with others; null where it is seen by itself. */
export function togetherOf({ together }: SoftmaxWgsl): FormulaText | null {
  return together ? { inputs: ["v", "positive", "tau"], outputs: 1, body: `return ${together.x};` } : null;
}

/** Value and derivative; then the gradient of what is learned. */
export function positiveOf({ positive }: PairwiseWgsl, precision: Precision): FormulaText {
  const inputs = ["p", "count", ...LEARNED];
  return { inputs, outputs: 2, variables: { of_learned: 2 }, body: positive, ...common(precision) };
}

/** Value, by s_in, by s_ip; then the gradient of what is learned. */
export function pairOf({ pair }: PairwiseWgsl, precision: Precision): FormulaText {
  const inputs = ["s", "p", "count", ...LEARNED];
  return { inputs, outputs: 3, variables: { of_learned: 2 }, body: pair, ...common(precision) };
}

function common(precision: Precision): Pick<FormulaText, "library" | "format"> {
  return { library: LOG_AVERAGE_WGSL, format: precisionNumber(precision) };
}
