import type { PairedDifference } from "../../../record/statistics/differences";
import { RATES, SMALLEST } from "../recipe";
import type { Cell, Facts } from "./facts";
import type { Measured } from "./sentences";
import { type VerdictKind, verdictOf } from "./verdict";

/**
 * Whether a gap is only one of step size: both losses at one small learning rate, where InfoNCE's smaller steps show, beside
 * each at its own best one, where they are made up for.
 */

export interface Judgment {
  verdict: VerdictKind;
  difference: PairedDifference;
}

export interface StepSize {
  /** At the smallest rate that was tried, at the temperature that suits InfoNCE; on validation samples. */
  equal: Judgment & Pick<Cell, "tau" | "learningRate">;
  /** The answer's own; on test samples. */
  own: Judgment;
  conclusion: "only" | "setting" | "more" | "noGap" | "open";
}

/** Both judgments; null before the answer is there, or where the smallest rate was not measured. */
export function stepSizeOf({ cells, chosen, report, verdict }: Measured): StepSize | null {
  const smallest = Math.min(...RATES);
  const cell = cells.find(({ tau, rate }) => tau === chosen.infoNce.tau && rate === smallest);
  if (!cell || cell.difference.difference === null) return null;
  const { tau, learningRate, difference } = cell;
  const equal = { tau, learningRate, difference, verdict: verdictOf(difference, SMALLEST.probe) };
  const own = { difference: report.main, verdict };
  return { equal, own, conclusion: conclusionOf(equal.verdict, verdict, chosen) };
}

const AHEAD: readonly VerdictKind[] = ["yes", "small"];
const LEVEL: readonly VerdictKind[] = ["same", "worse"];

function conclusionOf(
  equal: VerdictKind,
  own: VerdictKind,
  { infoNce, flatNce }: Measured["chosen"],
): StepSize["conclusion"] {
  if (LEVEL.includes(equal)) return "noGap";
  if (!AHEAD.includes(equal)) return "open";
  if (AHEAD.includes(own)) return "more";
  if (!LEVEL.includes(own)) return "open";
  return infoNce.tau === flatNce.tau ? "only" : "setting";
}

/** The unit that both are in differs where steps matter: then settings were chosen by the mean accuracy on the way. */
export function isOneUnit({ aim }: Pick<Facts, "aim">): boolean {
  return aim !== "steps";
}
