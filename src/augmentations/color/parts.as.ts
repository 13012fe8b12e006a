import { chance, LANE_POSE, putColumn, symmetric, ViewPlan, wordsOf } from "../viewPlan.as";

/** The parts of the color jitter in AssemblyScript. */

/** 1 for a view that is jittered, else 0. */
export function jitterAmount(plan: ViewPlan, view: i32, jitter: f64): f64 {
  return <f64>chance(wordsOf(plan, view, LANE_POSE), 2, jitter);
}

/** A factor for views that are jittered, from 1 minus its largest change to 1 plus it; 1 for the others. */
export function drawFactor(plan: ViewPlan, column: i32, lane: u32, word: i32, jitter: f64, largest: f64): void {
  for (let view = 0; view < plan.views; view++) {
    const change = symmetric(wordsOf(plan, view, lane), word) * largest;
    putColumn(plan, view, column, <f32>(1 + jitterAmount(plan, view, jitter) * change));
  }
}
