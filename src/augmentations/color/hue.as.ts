import { LANE_JITTER, putColumn, symmetric, ViewPlan, wordsOf } from "../viewPlan.as";
import { jitterAmount } from "./parts.as";

/** Turns of the hue in radians, in AssemblyScript. @param hue the largest, in turns */
export function drawHue(plan: ViewPlan, column: i32, jitter: f64, hue: f64): void {
  for (let view = 0; view < plan.views; view++) {
    const turn = symmetric(wordsOf(plan, view, LANE_JITTER), 2) * hue;
    putColumn(plan, view, column, <f32>(jitterAmount(plan, view, jitter) * turn * 2 * 3.141592653589793));
  }
}
