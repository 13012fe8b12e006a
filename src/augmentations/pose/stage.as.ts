import { copyFloats, cosine, madd, partOf, putPart, sine } from "../../engine/wasm/math.as";
import { column, sizeOf, ViewPlan } from "../viewPlan.as";

/** Crop, flip and rotation in AssemblyScript: one bilinear resampling of each view, as stage.ts has it in WGSL. */

/**
 * @param y [views, H, W, C], in place
 * @param scratch three rows of whole vectors, for where the pixels of a row lie; then an image with one more row and column, the last
 * ones again, so that a pixel's neighbors are always there, whose pixels take four numbers where there are several channels
 * @param crop the first of four columns: center and size
 */
export function resampleViews(plan: ViewPlan, y: usize, scratch: usize, crop: i32, flip: i32, rotation: i32): void {
  const bytes = (<usize>sizeOf(plan)) << 2;
  for (let view = 0; view < plan.views; view++, y += bytes) {
    const turns = <f64>column(plan, view, rotation) / 6.283185307179586;
    const sin = sine(turns),
      cos = cosine(turns);
    const right = column(plan, view, crop + 2) * (1 - 2 * column(plan, view, flip)),
      down = column(plan, view, crop + 3);
    const rightX = cos * right,
      rightY = sin * right,
      downX = -sin * down,
      downY = cos * down;
    // Pixel centers are at half-integers.
    const originX = column(plan, view, crop) * <f32>plan.width - 0.5,
      originY = column(plan, view, crop + 1) * <f32>plan.height - 0.5;
    const isGrey = plan.channels == 1;
    const padded = scratch + 3 * rowOfPlaces(plan);
    if (isGrey) padGrey(plan, y, padded);
    else padColors(plan, y, padded);
    // What is not turned has the same columns in every row.
    const isUpright = rightY == 0 && downX == 0;
    if (isUpright) placeRow(plan, scratch, originX, 0, rightX, 0);
    for (let row = 0; row < plan.height; row++) {
      const along = <f32>row - <f32>(plan.height - 1) / 2;
      const fromX = originX + along * downX,
        fromY = originY + along * downY;
      let from = padded;
      if (isUpright) from += (<usize>placeUpright(plan, scratch, fromY) * <usize>(plan.width + 1)) << (isGrey ? 2 : 4);
      else placeRow(plan, scratch, fromX, fromY, rightX, rightY);
      const to = y + ((<usize>(row * plan.width * plan.channels)) << 2);
      if (isGrey) greyRow(plan, scratch, from, to);
      else colorRow(plan, scratch, from, to);
    }
  }
}

function padGrey(plan: ViewPlan, image: usize, padded: usize): void {
  const row = (<usize>plan.width) << 2;
  let to = padded;
  for (let i = 0; i < plan.height; i++, image += row, to += row + 4) {
    copyFloats(image, to, plan.width);
    store<f32>(to + row, load<f32>(image + row - 4));
  }
  memory.copy(to, to - row - 4, row + 4);
}

/** Pixels of 2 to 4 channels, four numbers each. */
function padColors(plan: ViewPlan, image: usize, padded: usize): void {
  const pixel = (<usize>plan.channels) << 2;
  const row = (<usize>(plan.width + 1)) << 4;
  const last = image + pixel * <usize>(plan.width * plan.height - 1);
  let to = padded;
  for (let i = 0; i < plan.height; i++) {
    for (let j = 0; j < plan.width; j++, image += pixel, to += 16)
      v128.store(to, image < last ? v128.load(image) : partOf(image, plan.channels));
    v128.store(to, v128.load(to - 16));
    to += 16;
  }
  memory.copy(to, to - row, row);
}

/** Mirrored at the outer edges of the border pixels, then kept within the outermost pixel centers. */
@inline
function mirrored(at: v128, side: i32): v128 {
  const period = f32x4.splat(2 * <f32>side);
  const edge = f32x4.abs(f32x4.add(at, f32x4.splat(0.5)));
  const whole = f32x4.floor(f32x4.mul(edge, f32x4.splat(1 / (2 * <f32>side))));
  const within = f32x4.sub(edge, f32x4.mul(period, whole));
  const folded = f32x4.sub(f32x4.pmin(within, f32x4.sub(period, within)), f32x4.splat(0.5));
  return f32x4.pmax(f32x4.pmin(folded, f32x4.splat(<f32>side - 1)), f32x4.splat(0));
}

/** a + part (b - a) */
@inline
function mix(a: v128, b: v128, part: v128): v128 {
  return madd(part, f32x4.sub(b, a), a);
}

/** Bytes of one number for each pixel of a row, in whole vectors. */
@inline
function rowOfPlaces(plan: ViewPlan): usize {
  return (<usize>((plan.width + 3) & ~3)) << 2;
}

/** Where the pixels of a row lie: the number of the neighbor at the upper left, and the shares of those at the right and below. */
function placeRow(plan: ViewPlan, places: usize, x: f32, y: f32, stepX: f32, stepY: f32): void {
  const size = rowOfPlaces(plan);
  const columns = plan.width + 1;
  let across = f32x4.add(f32x4(0, 1, 2, 3), f32x4.splat(-<f32>(plan.width - 1) / 2));
  for (let end = places + size; places < end; places += 16) {
    const atX = mirrored(f32x4.add(f32x4.splat(x), f32x4.mul(across, f32x4.splat(stepX))), plan.width);
    const atY = mirrored(f32x4.add(f32x4.splat(y), f32x4.mul(across, f32x4.splat(stepY))), plan.height);
    const nearX = f32x4.floor(atX),
      nearY = f32x4.floor(atY);
    const rows = i32x4.mul(i32x4.trunc_sat_f32x4_s(nearY), i32x4.splat(columns));
    v128.store(places, i32x4.add(rows, i32x4.trunc_sat_f32x4_s(nearX)));
    v128.store(places + size, f32x4.sub(atX, nearX));
    v128.store(places + 2 * size, f32x4.sub(atY, nearY));
    across = f32x4.add(across, f32x4.splat(4));
  }
}

/** The share below of all pixels of a row, where it is the same. @returns the row above */
function placeUpright(plan: ViewPlan, places: usize, y: f32): i32 {
  const size = rowOfPlaces(plan);
  const at = mirrored(f32x4.splat(y), plan.height);
  const near = f32x4.floor(at);
  const part = f32x4.sub(at, near);
  for (let to = places + 2 * size, end = to + size; to < end; to += 16) v128.store(to, part);
  return i32x4.extract_lane(i32x4.trunc_sat_f32x4_s(near), 0);
}

function greyRow(plan: ViewPlan, places: usize, from: usize, to: usize): void {
  const size = rowOfPlaces(plan);
  const row = (<usize>(plan.width + 1)) << 2;
  for (let left = plan.width; left > 0; left -= 4, places += 16, to += 16) {
    const p0 = from + ((<usize>load<i32>(places)) << 2),
      p1 = from + ((<usize>load<i32>(places, 4)) << 2),
      p2 = from + ((<usize>load<i32>(places, 8)) << 2),
      p3 = from + ((<usize>load<i32>(places, 12)) << 2);
    // Two neighbors at a time, of two pixels in a vector.
    const top01 = v128.load64_lane(p1, v128.load64_zero(p0), 1),
      top23 = v128.load64_lane(p3, v128.load64_zero(p2), 1),
      low01 = v128.load64_lane(p1 + row, v128.load64_zero(p0 + row), 1),
      low23 = v128.load64_lane(p3 + row, v128.load64_zero(p2 + row), 1);
    const partX = v128.load(places + size);
    const top = mix(v128.shuffle<f32>(top01, top23, 0, 2, 4, 6), v128.shuffle<f32>(top01, top23, 1, 3, 5, 7), partX);
    const low = mix(v128.shuffle<f32>(low01, low23, 0, 2, 4, 6), v128.shuffle<f32>(low01, low23, 1, 3, 5, 7), partX);
    putPart(to, mix(top, low, v128.load(places + 2 * size)), left);
  }
}

/** A pixel is stored with what lies beyond its channels, which the next one overwrites; but for the last of a row. */
function colorRow(plan: ViewPlan, places: usize, from: usize, to: usize): void {
  const size = rowOfPlaces(plan);
  const row = (<usize>(plan.width + 1)) << 4;
  const pixel = (<usize>plan.channels) << 2;
  for (let left = plan.width; left > 0; left--, places += 4, to += pixel) {
    const at = from + ((<usize>load<i32>(places)) << 4);
    const low = at + row;
    const partX = v128.load32_splat(places + size);
    const color = mix(
      mix(v128.load(at), v128.load(at, 16), partX),
      mix(v128.load(low), v128.load(low, 16), partX),
      v128.load32_splat(places + 2 * size),
    );
    if (left > 1) v128.store(to, color);
    else putPart(to, color, plan.channels);
  }
}
