import type { AdviceRow, Aim } from "./schema";

/** What a learner is judged by, as the user asked: pure functions of rows. */

/** A learner that was trained, as far as it is judged. */
export type Judged = Pick<AdviceRow, "steps" | "stoppedAt" | "probeAccuracy" | "knnAccuracy" | "curves">;

/**
 * What a temperature is chosen by; the larger the better. Where steps matter, the mean accuracy on the way: it is high where
 * accuracy comes early.
 *
 * @returns null where the learner stopped or was not measured
 */
export function scoreOf(aim: Aim, learner: Judged): number | null {
  if (learner.stoppedAt !== null) return null;
  if (aim === "knn") return learner.knnAccuracy;
  if (aim === "probe") return learner.probeAccuracy;
  const onTheWay = (learner.curves.probeAccuracy ?? []).filter((value) => value !== null);
  return onTheWay.length === 0 ? null : onTheWay.reduce((sum, value) => sum + value, 0) / onTheWay.length;
}

/** Of what both learners gain; at the very end a curve is flat, and noise decides when it is reached. */
const PART = 0.9;

/**
 * Shares of the run after which two learners have gained nine tenths of what both gain: of the way from the accuracy before
 * training, which they share as they share their weights, to the smaller of their final ones, so that neither is favored.
 *
 * @returns null where either stopped, was not measured, or gained nothing
 */
export function sharesToCommonAccuracy(a: Judged, b: Judged): [number, number] | null {
  const [last, other, start] = [a.probeAccuracy, b.probeAccuracy, pointsOf(a)[0]?.accuracy];
  if (a.stoppedAt !== null || b.stoppedAt !== null || last === null || other === null || start === undefined)
    return null;
  const gain = Math.min(last, other) - start;
  if (gain <= 0) return null;
  const [first, second] = [firstAt(a, start + PART * gain), firstAt(b, start + PART * gain)];
  return first === null || second === null ? null : [first, second];
}

function pointsOf({ curves }: Judged) {
  return (curves.step ?? []).flatMap((step, i) => {
    const accuracy = curves.probeAccuracy?.[i] ?? null;
    return step === null || accuracy === null ? [] : [{ step, accuracy }];
  });
}

/** Share of the run at which the accuracy first is at least `target`, on straight lines between the measurements. */
function firstAt(learner: Judged, target: number): number | null {
  const points = pointsOf(learner);
  const next = points.findIndex(({ accuracy }) => accuracy >= target);
  const [before, after] = [points[next - 1], points[next]];
  if (!before || !after) return null;
  const part = (target - before.accuracy) / (after.accuracy - before.accuracy);
  return (before.step + part * (after.step - before.step)) / learner.steps;
}
