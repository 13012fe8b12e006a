import { equal, flatten } from "./paths";
import type { ArmConfig, ExperimentConfig } from "./schema";

/** One field in which two experiments differ; undefined where a side does not have the field. */
export interface ConfigChange {
  path: string;
  before: unknown;
  after: unknown;
}

/** What changed between two configs, field by field; arms are compared as a list. */
export function describeConfigDiff(before: ExperimentConfig, after: ExperimentConfig): ConfigChange[] {
  const left = new Map(flatten(before));
  const right = new Map(flatten(after));
  return [...new Set([...left.keys(), ...right.keys()])]
    .map((path) => ({ path, before: left.get(path), after: right.get(path) }))
    .filter((change) => !equal(change.before, change.after));
}

/** What decides how an arm trains: everything except its name and its color. */
function trainingPart({ label: _label, colour: _color, ...training }: ArmConfig): unknown {
  return training;
}

/** Whether two arms are trained in the same way, whatever they are called. */
export function trainAlike(one: ArmConfig | undefined, other: ArmConfig | undefined): boolean {
  return one !== undefined && other !== undefined && equal(trainingPart(one), trainingPart(other));
}

/** The changes that a run cannot take over while it goes on: all but labels and colors. */
export function changesThatRestart(running: ExperimentConfig, wanted: ExperimentConfig): ConfigChange[] {
  return describeConfigDiff(running, wanted).filter(
    ({ path }) => path !== "arms" || !equal(running.arms.map(trainingPart), wanted.arms.map(trainingPart)),
  );
}
