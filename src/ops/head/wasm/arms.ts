import { type FormulaText, formulaOf } from "../../../engine/wasm/formulas";
import type { WasmLane } from "../../../engine/wasm/lane";
import type { Pairing } from "../../../objectives/contrasts";
import type { ObjectiveWgsl, PairwiseWgsl, SoftmaxWgsl } from "../../../objectives/wgsl";
import { precisionNumber } from "../../precision";
import type { FusedArm } from "../programs/types";
import type { HeadMemory } from "./memory";
import { standardizedTexts } from "./standardized";

/** What an arm's objective makes of its learners' anchors, by the formulas that its shaders have (arms.as.ts). */

const ROW_INPUTS = ["v", "p", "log_p", "positive", "tau", "count"];
/** Numbers of pairing.as.ts. */
const PAIRING_NUMBERS: Record<Pairing, number> = { allViews: 0, bothWays: 1, oneWay: 2, sameView: 3 };
/** Flags of arms.as.ts. */
const OVER_CANDIDATES = 1;
const HAS_OWN_SOFTMAX = 2;
const OF_COSINES = 4;

/** Of losses that are none of cosines (beside.ts, standardized.ts). */
const BESIDE = ["view", "kernel", "epsilon", "products", "weight", "dimension"];
/** What of an objective is here. */
const KNOWN: ReadonlySet<string> = new Set(["form", "over", "row", "positive", "pair", ...BESIDE]);

/** Whether kernels know all that an arm's objective says. */
export function knowsArm(lane: WasmLane, { objective, similarity }: FusedArm): boolean {
  return (
    objective !== null &&
    similarity !== "dot" &&
    Object.keys(objective).every((key) => KNOWN.has(key)) &&
    textsOf(objective).every((text) => formulaOf(lane, text) !== null)
  );
}

function textsOf(objective: ObjectiveWgsl): FormulaText[] {
  if (objective.form === "softmax") return [rowOf(objective)];
  if (objective.form === "standardized") return standardizedTexts(objective);
  return objective.form === "pairwise" ? [positiveOf(objective), pairOf(objective)] : [];
}

function rowOf({ row }: SoftmaxWgsl): FormulaText {
  return { inputs: ROW_INPUTS, outputs: 3, body: row };
}

function positiveOf({ positive }: PairwiseWgsl): FormulaText {
  return { inputs: ["p"], outputs: 2, body: positive };
}

function pairOf({ pair }: PairwiseWgsl): FormulaText {
  return { inputs: ["s", "p"], outputs: 3, body: pair };
}

/** Values and coefficients of the arm's learners, from the `from`-th. */
export function runArm(lane: WasmLane, arm: FusedArm, from: number, memory: HeadMemory): void {
  if (arm.objective?.form === "softmax") runSoftmax(lane, arm, arm.objective, from, memory);
  if (arm.objective?.form === "pairwise") runPairs(lane, arm, arm.objective, from, memory);
}

function runSoftmax(lane: WasmLane, arm: FusedArm, objective: SoftmaxWgsl, from: number, memory: HeadMemory): void {
  const { similarities, tau, coefficients, totals, anchors, mask } = memory;
  const row = known(lane, rowOf(objective));
  const registers = lane.scratch(row.scratch);
  lane.run("headSoftmaxArm", {
    reads: [similarities, tau.tensor, row.tensor],
    writes: [coefficients, totals, anchors, registers, mask],
    numbers: numbersOf(arm, from, memory),
  });
  registers.dispose();
}

function runPairs(lane: WasmLane, arm: FusedArm, objective: PairwiseWgsl, from: number, memory: HeadMemory): void {
  const { similarities, tau, coefficients, anchors, mask } = memory;
  const [positive, pair] = [known(lane, positiveOf(objective)), known(lane, pairOf(objective))];
  const [ofPositive, ofPair] = [lane.scratch(positive.scratch), lane.scratch(pair.scratch)];
  lane.run("headPairArm", {
    reads: [similarities, tau.tensor, positive.tensor, pair.tensor],
    writes: [coefficients, anchors, ofPositive, ofPair, mask],
    numbers: numbersOf(arm, from, memory),
  });
  for (const scratch of [ofPositive, ofPair]) scratch.dispose();
}

function numbersOf(arm: FusedArm, from: number, { shape, tau, keys }: HeadMemory): number[] {
  const { pairing, precision, learners } = arm;
  return [
    ...[from, learners, shape.views, tau.first, tau.stride],
    ...[PAIRING_NUMBERS[pairing], precisionNumber(precision), flagsOf(arm, keys > 0), keys],
  ];
}

/** @param hasQueue whose keys are always compared by cosine / temperature */
function flagsOf({ objective, pairing, similarity, precision }: FusedArm, hasQueue: boolean): number {
  const ofCosines = similarity === "cosine" && !hasQueue;
  const isOverCandidates = objective?.form === "softmax" && objective.over === "candidates";
  const hasOwn = hasQueue || isOverCandidates || pairing !== "allViews" || ofCosines || precision !== "float32";
  return OVER_CANDIDATES * Number(isOverCandidates) + HAS_OWN_SOFTMAX * Number(hasOwn) + OF_COSINES * Number(ofCosines);
}

function known(lane: WasmLane, text: FormulaText) {
  const formula = formulaOf(lane, text);
  if (!formula) throw new Error(`WebAssembly has no kernel for "${text.body}".`);
  return formula;
}
