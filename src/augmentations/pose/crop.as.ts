import { exp1 } from "../../engine/wasm/math.as";
import { LANE_CROP, putColumn, symmetric, unit, ViewPlan, wordsOf } from "../viewPlan.as";

/** Crop boxes in AssemblyScript: columns centerX, centerY, width, height. */
export function drawCrop(
  plan: ViewPlan,
  column: i32,
  minScale: f64,
  maxScale: f64,
  logOfMaxAspect: f64,
): void {
  for (let view = 0; view < plan.views; view++) {
    const words = wordsOf(plan, view, LANE_CROP);
    const scale = maxScale - unit(words, 0) * (maxScale - minScale);
    const aspect = <f64>exp1(<f32>(symmetric(words, 1) * logOfMaxAspect));
    const width = min(1.0, sqrt(scale * aspect));
    const height = min(1.0, sqrt(scale / aspect));
    putColumn(plan, view, column, <f32>(width / 2 + unit(words, 2) * (1 - width)));
    putColumn(plan, view, column + 1, <f32>(height / 2 + unit(words, 3) * (1 - height)));
    putColumn(plan, view, column + 2, <f32>width);
    putColumn(plan, view, column + 3, <f32>height);
  }
}
