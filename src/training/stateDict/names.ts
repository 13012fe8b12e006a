import type { EncoderPlan, ParameterSpec } from "../../models/types";
import { LEARNED } from "../head/headArm";
import { type View, wholeView } from "./places";

/** What the tensors of a cohort are called and how they lie in a state dict. */
export interface CohortViews {
  /** By parameter of the cohort: the encoder's, the learned numbers, the classifier's. */
  parameters: View[][];
  /** By state of the encoder. */
  running: View[][];
}

export function cohortViews(encoder: EncoderPlan, specs: readonly ParameterSpec[]): CohortViews {
  return {
    parameters: specs.map((spec) => [spec.name === LEARNED ? learnedView(spec) : wholeView(spec.name, spec.shape)]),
    running: encoder.state.map(({ name, channels }) => [wholeView(name, [2, channels])]),
  };
}

/** The logarithm of the inverse temperature's factor, then the objective's own numbers. */
function learnedView({ shape: [, columns = 0] }: ParameterSpec): View {
  return wholeView("loss.learned", [columns]);
}

/** What a learner is called: its arm's index and its seed's number, as in a record. */
export function learnerNames(arms: number, seeds: readonly number[]): string[] {
  return Array.from({ length: arms }, (_, arm) => seeds.map((seed) => `arm${arm}.seed${seed}`)).flat();
}
