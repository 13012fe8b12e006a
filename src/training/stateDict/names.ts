import { denseNames, type NamedTensor, stateNames } from "../../models/stateNames";
import type { EncoderPlan } from "../../models/types";
import { type View, wholeView } from "./places";

/** What the tensors of a cohort are called and how they lie in a state dict. */
export interface CohortViews {
  /** By parameter of the cohort: the encoder's, the learned numbers, the classifier's. */
  parameters: View[][];
  /** By state of the encoder. */
  running: View[][];
}

/** What a cohort has beside its encoder. */
interface BesideEncoder {
  /** Columns of the learned numbers; 0 where nothing is learned. */
  learned: number;
  /** Classes of the classifier on the features; 0 without one. */
  classes: number;
}

/** The views of everything that a cohort has: encoder, learned numbers where there are any, classifier where there are classes. */
export function cohortViews(encoder: EncoderPlan, { learned, classes }: BesideEncoder): CohortViews {
  const names = stateNames(encoder);
  const parameters = viewsOf(names, "parameter", encoder.parameters.length);
  // The logarithm of the inverse temperature's factor, then the objective's own numbers.
  if (learned > 0) parameters.push([wholeView("loss.learned", [learned])]);
  if (classes > 0)
    parameters.push(...denseNames("classifier", [encoder.featureSize, classes], 0).map((view) => [asView(view)]));
  return { parameters, running: viewsOf(names, "state", encoder.state.length) };
}

/** What a learner is called: its arm's index and its seed's number, as in a record. */
export function learnerNames(arms: number, seeds: readonly number[]): string[] {
  return Array.from({ length: arms }, (_, arm) => seeds.map((seed) => `arm${arm}.seed${seed}`)).flat();
}

/** Those of each tensor: of running statistics there are two. */
function viewsOf(names: readonly NamedTensor[], kind: NamedTensor["source"]["kind"], count: number): View[][] {
  return Array.from({ length: count }, (_, index) =>
    names.filter(({ source }) => source.kind === kind && source.index === index).map(asView),
  );
}

/** All tensors of an encoder are of float32. */
function asView({ name, shape, toTorch, fromTorch }: NamedTensor): View {
  return {
    name,
    shape,
    toTorch: (values, learner) => toTorch(values as Float32Array, learner),
    fromTorch: (torch, into, learner) => fromTorch(torch as Float32Array, into as Float32Array, learner),
  };
}
