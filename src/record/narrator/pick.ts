import { anchorWeightOf, objectiveOf } from "../../objectives";
import type { ArmReading, Reading } from "./reading";

/** Which arm a rule speaks of. */

/** The arm of which a finding is strongest, with that finding; null where none has one. */
export function strongest<T>(
  { arms }: Pick<Reading, "arms">,
  find: (arm: ArmReading) => T | null,
  strength: (found: T) => number,
): { arm: ArmReading; found: T } | null {
  const found = arms.flatMap((arm) => {
    const own = find(arm);
    return own === null ? [] : [{ arm, found: own }];
  });
  return found.reduce<(typeof found)[number] | null>(
    (best, next) => (best && strength(best.found) >= strength(next.found) ? best : next),
    null,
  );
}

/** Values of log xi at which two weights are held beside each other. */
const PROBED = [-6, -2, 0, 1, 4];

/** Whether an arm multiplies the force on an anchor by its vanishing factor, as InfoNCE does. */
export function weighsByVanishing({ arm }: ArmReading): boolean {
  const weight = anchorWeightOf(arm);
  return weight !== null && PROBED.every((logXi) => Math.abs(weight(logXi) - 1 / (1 + Math.exp(-logXi))) < 1e-6);
}

/** Whether the temperature has a part in an arm's loss. */
export function usesTemperature({ arm }: ArmReading): boolean {
  const objective = objectiveOf(arm.objective);
  return objective.kind === "anchor" && objective.similarity === "logit";
}
