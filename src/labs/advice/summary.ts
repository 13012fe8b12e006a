import { type ArmPlan, seedsOf, type Training } from "./recipe";
import type { AdviceConfig, AdviceRow } from "./schema";

/** Which rows belong to what. */

/** The rows of an arm, by its seeds: the same place is the same seed for every arm of the stage. */
export function rowsOfArm(
  rows: readonly AdviceRow[],
  stage: Training["stage"],
  { arm, tau, rate }: ArmPlan,
): AdviceRow[] {
  return rows
    .filter((row) => row.stage === stage && row.arm === arm && row.tau === tau && row.rate === rate)
    .sort((a, b) => a.seed - b.seed);
}

/** Whether nothing is left to be measured of a training. */
export function isComplete(advice: AdviceConfig, rows: readonly AdviceRow[], { stage, arms }: Training): boolean {
  const { seeds } = seedsOf(advice, stage);
  return arms.every((arm) => rowsOfArm(rows, stage, arm).length >= seeds);
}

/** The rows of the data that was measured last: files of one name may have had other contents before. */
export function latestRows(rows: readonly AdviceRow[]): AdviceRow[] {
  const checksum = rows.at(-1)?.checksum;
  return rows.filter((row) => row.checksum === checksum);
}
