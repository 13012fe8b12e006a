import { cosine, madd, partOf, putPart, sine, sum4 } from "../../engine/wasm/math.as";
import { column, sizeOf, ViewPlan } from "../viewPlan.as";

/** Color jitter in AssemblyScript, as stage.ts has it: gain * value + offset * mean grey, and one matrix for the colors of a pixel. */

/** Luma, and the chroma of each channel: rows of YIQ in chroma.ts. */
const LUMA_RED: f32 = 0.299;
const LUMA_GREEN: f32 = 0.587;
const LUMA_BLUE: f32 = 0.114;

/** @param y [views, H, W, C], in place */
export function lightViews(plan: ViewPlan, y: usize, brightness: i32, contrast: i32): void {
  const size = sizeOf(plan);
  for (let view = 0; view < plan.views; view++, y += (<usize>size) << 2) {
    const factor = column(plan, view, contrast);
    const gain = column(plan, view, brightness) * factor;
    const offset = column(plan, view, brightness) * (1 - factor);
    // What is not jittered.
    if (gain == 1 && offset == 0) continue;
    const summand = f32x4.splat(offset == 0 ? 0 : offset * meanGrey(plan, y));
    for (let left = size, at = y; left > 0; left -= 4, at += 16)
      putPart(at, madd(f32x4.splat(gain), partOf(at, left), summand), left);
  }
}

/** Mean grey value of an image. Twelve numbers are whole pixels, whatever the channels. */
function meanGrey(plan: ViewPlan, image: usize): f32 {
  let first = f32x4.splat(0),
    second = f32x4.splat(0),
    third = f32x4.splat(0);
  let left = sizeOf(plan);
  for (; left > 0; left -= 12, image += 48) {
    first = f32x4.add(first, partOf(image, left));
    second = f32x4.add(second, partOf(image + 16, left - 4));
    third = f32x4.add(third, partOf(image + 32, left - 8));
  }
  const pixels = <f32>(plan.height * plan.width);
  if (plan.channels != 3) return sum4(f32x4.add(f32x4.add(first, second), third)) / (pixels * <f32>plan.channels);
  first = f32x4.mul(first, f32x4(LUMA_RED, LUMA_GREEN, LUMA_BLUE, LUMA_RED));
  second = f32x4.mul(second, f32x4(LUMA_GREEN, LUMA_BLUE, LUMA_RED, LUMA_GREEN));
  third = f32x4.mul(third, f32x4(LUMA_BLUE, LUMA_RED, LUMA_GREEN, LUMA_BLUE));
  return sum4(f32x4.add(f32x4.add(first, second), third)) / pixels;
}

/** @param y [views, H, W, 3], in place */
export function colorViews(plan: ViewPlan, y: usize, saturation: i32, hue: i32, grey: i32): void {
  const pixels = plan.height * plan.width;
  for (let view = 0; view < plan.views; view++, y += (<usize>(3 * pixels)) << 2) {
    const stretch: f32 = column(plan, view, grey) == 1 ? 0 : column(plan, view, saturation);
    const turns = <f64>column(plan, view, hue) / 6.283185307179586;
    // What is neither jittered nor grey.
    if (stretch == 1 && turns == 0) continue;
    const straight = stretch * cosine(turns),
      turned = stretch * sine(turns);
    const red = matrixColumn(LUMA_RED, 0.595716, 0.211456, f32x4(1, 0, 0, 0), straight, turned),
      green = matrixColumn(LUMA_GREEN, -0.274453, -0.522591, f32x4(0, 1, 0, 0), straight, turned),
      blue = matrixColumn(LUMA_BLUE, -0.321263, 0.311135, f32x4(0, 0, 1, 0), straight, turned);
    let at = y,
      left = pixels;
    for (; left >= 4; left -= 4, at += 48) {
      const p0 = multiplied(at, red, green, blue),
        p1 = multiplied(at + 12, red, green, blue),
        p2 = multiplied(at + 24, red, green, blue),
        p3 = multiplied(at + 36, red, green, blue);
      v128.store(at, v128.shuffle<f32>(p0, p1, 0, 1, 2, 4));
      v128.store(at + 16, v128.shuffle<f32>(p1, p2, 1, 2, 4, 5));
      v128.store(at + 32, v128.shuffle<f32>(p2, p3, 2, 4, 5, 6));
    }
    for (; left > 0; left--, at += 12) putPart(at, multiplied(at, red, green, blue), 3);
  }
}

/** What one channel adds to the colors: its luma, and its chroma stretched and turned by 90 degrees. `unit` is 1 for the channel. */
function matrixColumn(luma: f32, i: f32, q: f32, unit: v128, straight: f32, turned: f32): v128 {
  const grey = f32x4.splat(luma);
  // The last two columns of RGB_OF_YIQ.
  const ofI = f32x4(0.9562957197589487, -0.27212209931851056, -1.1069890167364902, 0),
    ofQ = f32x4(0.6210244164652611, -0.647380596825695, 1.7046149983646481, 0);
  const perpendicular = f32x4.sub(f32x4.mul(ofQ, f32x4.splat(i)), f32x4.mul(ofI, f32x4.splat(q)));
  const chroma = f32x4.mul(f32x4.sub(unit, grey), f32x4.splat(straight));
  return f32x4.add(f32x4.add(grey, chroma), f32x4.mul(perpendicular, f32x4.splat(turned)));
}

/** A pixel times the matrix. */
@inline
function multiplied(at: usize, red: v128, green: v128, blue: v128): v128 {
  const color = madd(green, v128.load32_splat(at, 4), f32x4.mul(red, v128.load32_splat(at)));
  return madd(blue, v128.load32_splat(at, 8), color);
}
