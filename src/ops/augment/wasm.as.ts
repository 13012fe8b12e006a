import { sizeOf, ViewPlan } from "../../augmentations/viewPlan.as";
import { partOf, putPart } from "../../engine/wasm/math.as";

/** Both views of each slice's batch in AssemblyScript: what comes before the augmentations' own kernels and after them. */

/** What the other kernels are given: see ViewPlan. */
export function planViews(
  slices: usize,
  block: usize,
  plan: ViewPlan,
  table: usize,
  sliceCount: i32,
  batchSize: i32,
  purpose: u32,
  columns: i32,
  height: i32,
  width: i32,
  channels: i32,
): void {
  plan.slices = slices;
  plan.block = block;
  plan.table = table;
  plan.views = 2 * batchSize * sliceCount;
  plan.batchSize = batchSize;
  plan.purpose = purpose;
  plan.columns = columns;
  plan.height = height;
  plan.width = width;
  plan.channels = channels;
}

/** The sample of a view. @param pairOffset rows from the first of a pair to its second */
@inline
function sampleOf(plan: ViewPlan, samples: usize, view: i32, pairOffset: i32): usize {
  const batchSize = plan.batchSize;
  const slice = view / (2 * batchSize),
    row = view % (2 * batchSize);
  const sample = load<i32>(samples + ((<usize>(slice * batchSize + (row % batchSize))) << 2));
  return <usize>(row < batchSize ? sample : sample + pairOffset);
}

/** Samples of floats: points, or the points of a pair. */
export function gatherFloats(plan: ViewPlan, values: usize, samples: usize, y: usize, pairOffset: i32): void {
  const bytes = (<usize>sizeOf(plan)) << 2;
  for (let view = 0; view < plan.views; view++, y += bytes)
    memory.copy(y, values + bytes * sampleOf(plan, samples, view, pairOffset), bytes);
}

/** Samples of bytes, as shares of 255. */
export function gatherBytes(plan: ViewPlan, values: usize, samples: usize, y: usize, pairOffset: i32): void {
  const size = sizeOf(plan);
  for (let view = 0; view < plan.views; view++, y += (<usize>size) << 2) {
    let from = values + <usize>size * sampleOf(plan, samples, view, pairOffset);
    let to = y,
      left = size;
    for (; left >= 4; left -= 4, from += 4, to += 16) {
      const bytes = i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(v128.load32_zero(from)));
      v128.store(to, f32x4.div(f32x4.convert_i32x4_u(bytes), f32x4.splat(255)));
    }
    for (; left > 0; left--, from++, to += 4) store<f32>(to, <f32>load<u8>(from) / 255);
  }
}

/** Clipped to 0..1 and centered to -1..1. @param y [views, size], in place */
export function centerViews(plan: ViewPlan, y: usize): void {
  let left = plan.views * sizeOf(plan);
  for (; left >= 4; left -= 4, y += 16) v128.store(y, centered(v128.load(y)));
  putPart(y, centered(partOf(y, left)), left);
}

@inline
function centered(x: v128): v128 {
  const clipped = f32x4.pmax(f32x4.pmin(x, f32x4.splat(1)), f32x4.splat(0));
  return f32x4.mul(f32x4.sub(clipped, f32x4.splat(0.5)), f32x4.splat(2));
}
