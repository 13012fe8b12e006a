import { chance, column, LANE_CUTOUT, putColumn, sizeOf, unit, ViewPlan, wordsOf } from "./viewPlan.as";

/** Cutout in AssemblyScript. */

/** Columns cutout, cutoutX, cutoutY; of the places the upper 16 bits alone, whose product with a side is exact. */
export function drawCutout(plan: ViewPlan, index: i32, cutout: f64): void {
  for (let view = 0; view < plan.views; view++) {
    const words = wordsOf(plan, view, LANE_CUTOUT);
    putColumn(plan, view, index, chance(words, 0, cutout));
    putColumn(plan, view, index + 1, <f32>(floor(unit(words, 1) * 65536) / 65536));
    putColumn(plan, view, index + 2, <f32>(floor(unit(words, 2) * 65536) / 65536));
  }
}

/**
 * @param y [views, H, W, C], centered, in place
 * @param index the first of three columns
 */
export function cutOut(plan: ViewPlan, y: usize, index: i32, side: i32): void {
  const bytes = (<usize>sizeOf(plan)) << 2;
  for (let view = 0; view < plan.views; view++, y += bytes) {
    if (column(plan, view, index) == 0) continue;
    const left = <i32>(column(plan, view, index + 1) * <f32>plan.width) - side / 2,
      top = <i32>(column(plan, view, index + 2) * <f32>plan.height) - side / 2;
    erase(plan, y, max(left, 0), max(top, 0), min(left + side, plan.width), min(top + side, plan.height));
  }
}

/** 0 is mean grey. */
function erase(plan: ViewPlan, image: usize, left: i32, top: i32, right: i32, bottom: i32): void {
  if (left >= right) return;
  const pixel = (<usize>plan.channels) << 2;
  for (let row = top; row < bottom; row++)
    memory.fill(image + pixel * <usize>(row * plan.width + left), 0, pixel * <usize>(right - left));
}
