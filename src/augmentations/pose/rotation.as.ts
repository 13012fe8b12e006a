import { LANE_POSE, putColumn, symmetric, ViewPlan, wordsOf } from "../viewPlan.as";

/** Angles in radians, in AssemblyScript. @param rotation the largest, in degrees */
export function drawRotation(plan: ViewPlan, column: i32, rotation: f64): void {
  for (let view = 0; view < plan.views; view++) {
    const turn = symmetric(wordsOf(plan, view, LANE_POSE), 0);
    putColumn(plan, view, column, <f32>((turn * rotation * 3.141592653589793) / 180));
  }
}
