import type { StepTiming } from "../worker/protocol";

/**
 * How fast a run goes on, from the worker's reports. One report is half a second of steps alone; probes and evaluations, which come
 * now and then and cost as much as many steps, are in the wall clock between reports and in nothing else. Both are averaged over
 * many reports, so that what is left is a range that narrows, and no number that jumps with every probe.
 */
export interface Pace {
  /** Reports since the training began or went on. */
  reports: number;
  /** Weighted sums, older reports fading: steps, the time that they took alone, and by the wall clock. */
  steps: number;
  stepMs: number;
  wallMs: number;
  /** Step and time of the last report, from which the next is counted. */
  step: number;
  at: number;
}

/** Weight of the past: about the last fifty reports count. */
const FADING = 0.98;
/** Fewer say nothing: the first steps compile their programs. */
const FEWEST_REPORTS = 3;
/** What a pace is uncertain by in any case. */
const SLACK = 0.05;

/** @param now when training began or went on after a pause, in milliseconds */
export function resumedPace(before: Pace | null, step: number, now: number): Pace {
  return { ...(before ?? { reports: 0, steps: 0, stepMs: 0, wallMs: 0 }), step, at: now };
}

/** The pace with another report, of all steps since the last one. */
export function paceAfter(before: Pace | null, step: number, timing: StepTiming, now: number): Pace {
  if (!before) return resumedPace(null, step, now);
  const steps = step - before.step;
  if (steps <= 0) return before;
  const stepMs = steps * timing.totalMs;
  // The first report is of what was compiled with it.
  const kept = before.reports === 0 ? 0 : 1;
  return {
    reports: before.reports + 1,
    steps: FADING * before.steps + kept * steps,
    stepMs: FADING * before.stepMs + kept * stepMs,
    wallMs: FADING * before.wallMs + kept * Math.max(stepMs, now - before.at),
    step,
    at: now,
  };
}

/** Least and most time until the last step, in milliseconds; null where it is too early to say. */
export function timeLeft(pace: Pace | null, stepsLeft: number): [least: number, most: number] | null {
  if (!pace || pace.reports < FEWEST_REPORTS) return null;
  const each = stepsLeft / pace.steps;
  return [each * pace.stepMs * (1 - SLACK), each * pace.wallMs * (1 + SLACK)];
}
