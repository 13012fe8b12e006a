import type * as tf from "@tensorflow/tfjs";
import { type Formula, type FormulaText, formulaOf } from "../../../engine/wasm/formulas";
import type { WasmLane } from "../../../engine/wasm/lane";
import type { Pairing } from "../../../objectives/contrasts";
import type { ObjectiveWgsl, PairwiseWgsl, SoftmaxWgsl } from "../../../objectives/wgsl";
import { precisionNumber } from "../../precision";
import { hasOwnSoftmax } from "../programs/arms";
import type { Carried, FusedArm } from "../programs/types";
import type { HeadMemory } from "./memory";
import { exponentOf, pairOf, positiveOf, rowOf, textsOf, togetherOf } from "./texts";

/** What an arm's objective makes of its learners' anchors, by the formulas that its shaders have (rows.as.ts and its neighbors). */

/** What the losses see beside the similarities, and where they leave what goes on from here: null where there is none. */
export interface WasmCarried extends Carried {
  /** [L, N], NEVER before. */
  kept: tf.TensorInfo | null;
  /** Gradient of what is learned, [L, 1, LEARNED], 0 before. */
  ofLearned: tf.TensorInfo | null;
}

/** Numbers of pairing.as.ts. */
const PAIRING_NUMBERS: Record<Pairing, number> = { allViews: 0, bothWays: 1, oneWay: 2, sameView: 3 };
/** Flags of rows.as.ts, similarities.as.ts and together.as.ts. */
const OVER_CANDIDATES = 1;
const OF_COSINES = 2;
const OF_DOTS = 4;
const AMONG_ALL = 8;
/** Number of the format in which nothing is rounded. */
const FLOAT32 = precisionNumber("float32");

/** Of losses that are none of cosines (beside.ts, standardized.ts). */
const BESIDE = ["view", "kernel", "epsilon", "products", "weight", "dimension"];
/** What of an objective is here. */
const KNOWN: ReadonlySet<string> = new Set([
  ...["form", "over", "row", "pairing", "exponent", "concentration", "together"],
  ...["positive", "pair"],
  ...BESIDE,
]);

/** Whether kernels know all that an arm's objective says. */
export function knowsArm(lane: WasmLane, { objective, precision }: FusedArm): boolean {
  return (
    objective !== null &&
    !(objective.form === "softmax" && isMixed(objective)) &&
    Object.keys(objective).every((key) => KNOWN.has(key)) &&
    textsOf(objective, precision).every((text) => formulaOf(lane, text) !== null)
  );
}

/** A concentrated mean has no other exponent, and is of the negatives. */
function isMixed({ concentration, exponent, over }: SoftmaxWgsl): boolean {
  return concentration !== undefined && (exponent !== undefined || over === "candidates");
}

/** Values and coefficients of the arm's learners, from the `from`-th. */
export function runArm(lane: WasmLane, arm: FusedArm, from: number, memory: HeadMemory, carried: WasmCarried): void {
  const { objective } = arm;
  if (objective?.form === "softmax") runSoftmax(lane, { arm, objective, from, memory }, carried);
  if (objective?.form === "pairwise") runPairs(lane, { arm, objective, from, memory }, carried);
}

/** An arm in its place among the learners. */
interface PlacedArm<O extends ObjectiveWgsl> {
  arm: FusedArm;
  objective: O;
  from: number;
  memory: HeadMemory;
}

function runSoftmax(lane: WasmLane, placed: PlacedArm<SoftmaxWgsl>, carried: WasmCarried): void {
  const { arm, objective, from, memory } = placed;
  if (objective.concentration !== undefined) runConcentrated(lane, placed, objective.concentration);
  else if (memory.keys > 0 || hasOwnSoftmax(arm)) runOwnSoftmax(lane, placed);
  else {
    const { anchors, given, shape } = memory;
    lane.run("headKnownSoftmax", { reads: [anchors], writes: [given], numbers: [from, arm.learners, shape.views] });
  }
  runTogether(lane, placed);
  runRowGradient(lane, placed, carried);
}

function runOwnSoftmax(lane: WasmLane, { arm, objective, from, memory }: PlacedArm<SoftmaxWgsl>): void {
  const { similarities, inverse, tau, coefficients, totals, given, mask, logits } = memory;
  const text = exponentOf(objective);
  const exponent = text && known(lane, text);
  const registers = exponent && lane.scratch(exponent.scratch);
  lane.run("headOwnSoftmax", {
    reads: [similarities, inverse, tau.tensor, exponent?.tensor ?? null],
    writes: [coefficients, totals, given, registers, mask, logits],
    numbers: [...placeOf(arm, from, memory), ...formOf(arm), innerOf(arm), ...flagsOf(arm, memory)],
  });
  registers?.dispose();
}

function runConcentrated(lane: WasmLane, { arm, from, memory }: PlacedArm<SoftmaxWgsl>, concentration: number): void {
  const { similarities, inverse, tau, coefficients, totals, given, mask, logits } = memory;
  lane.run("headConcentrated", {
    reads: [similarities, inverse, tau.tensor],
    writes: [coefficients, totals, given, mask, logits],
    numbers: [...placeOf(arm, from, memory), ...formOf(arm), innerOf(arm), ...flagsOf(arm, memory), concentration],
  });
}

/** Where anchors are seen together. */
function runTogether(lane: WasmLane, { arm, objective, from, memory }: PlacedArm<SoftmaxWgsl>): void {
  const text = togetherOf(objective);
  if (!text) return;
  const x = known(lane, text);
  const registers = lane.scratch(x.scratch);
  const [flags] = flagsOf(arm, memory);
  lane.run("headTogether", {
    reads: [memory.tau.tensor, x.tensor],
    writes: [memory.given, registers],
    numbers: [...placeOf(arm, from, memory), flags],
  });
  registers.dispose();
}

function runRowGradient(
  lane: WasmLane,
  { arm, objective, from, memory }: PlacedArm<SoftmaxWgsl>,
  carried: WasmCarried,
): void {
  const { tau, coefficients, totals, given, anchors } = memory;
  const row = known(lane, rowOf(objective, arm.precision));
  const registers = lane.scratch(row.scratch);
  // What a slope or a power was taken into is weights already, and rounded where it has to be.
  const isWeighed = objective.exponent !== undefined || objective.concentration !== undefined;
  const inner = isWeighed ? FLOAT32 : innerOf(arm);
  lane.run("headRowGradient", {
    reads: [tau.tensor, row.tensor, carried.memory, carried.learned],
    writes: [coefficients, totals, given, anchors, arm.remembers ? carried.kept : null, carried.ofLearned, registers],
    numbers: [...placeOf(arm, from, memory), ...formOf(arm), inner, ...flagsOf(arm, memory), columnsOf(carried)],
  });
  registers.dispose();
}

function runPairs(
  lane: WasmLane,
  { arm, objective, from, memory }: PlacedArm<PairwiseWgsl>,
  carried: WasmCarried,
): void {
  const { similarities, inverse, tau, coefficients, anchors, mask } = memory;
  const { precision } = arm;
  const [positive, pair] = [known(lane, positiveOf(objective, precision)), known(lane, pairOf(objective, precision))];
  const [ofPositive, ofPair] = [lane.scratch(positive.scratch), lane.scratch(pair.scratch)];
  lane.run("headPairArm", {
    reads: [similarities, inverse, tau.tensor, positive.tensor, pair.tensor, carried.learned],
    writes: [coefficients, anchors, carried.ofLearned, ofPositive, ofPair, mask],
    numbers: [...placeOf(arm, from, memory), ...formOf(arm), ...flagsOf(arm, memory), columnsOf(carried)],
  });
  for (const scratch of [ofPositive, ofPair]) scratch.dispose();
}

/** Learners, views, and where the temperatures are. */
function placeOf({ learners }: FusedArm, from: number, { shape, tau }: HeadMemory): number[] {
  return [from, learners, shape.views, tau.first, tau.stride];
}

/** Pairing and format. */
function formOf({ pairing, precision }: FusedArm): number[] {
  return [PAIRING_NUMBERS[pairing], precisionNumber(precision)];
}

/** The format of what lies between the similarities and their gradient. */
function innerOf({ roundsEnds, precision }: FusedArm): number {
  return roundsEnds ? FLOAT32 : precisionNumber(precision);
}

/** Flags, and the keys of a queue, which are always compared by cosine / temperature. */
function flagsOf({ objective, similarity }: FusedArm, { keys }: HeadMemory): [flags: number, keys: number] {
  const softmax = objective?.form === "softmax" ? objective : null;
  const flags =
    OVER_CANDIDATES * Number(softmax?.over === "candidates") +
    OF_COSINES * Number(similarity === "cosine" && keys === 0) +
    OF_DOTS * Number(similarity === "dot" && keys === 0) +
    AMONG_ALL * Number(softmax?.together?.among === "all");
  return [flags, keys];
}

function columnsOf({ learned }: WasmCarried): number {
  return learned?.shape[2] ?? 0;
}

function known(lane: WasmLane, text: FormulaText): Formula {
  const formula = formulaOf(lane, text);
  if (!formula) throw new Error(`WebAssembly has no kernel for "${text.body}".`);
  return formula;
}
