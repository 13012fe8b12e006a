import { copyFloats, exp1, madd, putPart } from "../engine/wasm/math.as";
import { chance, column, LANE_BLUR, putColumn, sizeOf, unit, ViewPlan, wordsOf } from "./viewPlan.as";

/** A Gaussian blur of random width in AssemblyScript. */

/** Deviations in pixels; 0 is none. */
export function drawBlur(plan: ViewPlan, index: i32, blur: f64, least: f64, most: f64): void {
  for (let view = 0; view < plan.views; view++) {
    const words = wordsOf(plan, view, LANE_BLUR);
    const deviation = <f32>(least + unit(words, 1) * (most - least));
    putColumn(plan, view, index, chance(words, 0, blur) * deviation);
  }
}

/**
 * Rows and columns in turn.
 * @param y [views, H, W, C], in place
 * @param scratch radius + 1 weights, an image, and a row with `radius` more pixels at both ends, each in whole vectors
 * @param deviation of the columns
 */
export function blurViews(plan: ViewPlan, y: usize, scratch: usize, deviation: i32, radius: i32): void {
  const bytes = (<usize>sizeOf(plan)) << 2;
  const image = scratch + ((<usize>(radius + 4)) << 2);
  for (let view = 0; view < plan.views; view++, y += bytes) {
    const width = column(plan, view, deviation);
    if (width == 0) continue;
    fillWeights(scratch, width, radius);
    blurRows(plan, y, image, scratch, radius);
    blurColumns(plan, image, y, scratch, radius);
  }
}

/** Those of both sides sum to 1. */
function fillWeights(weights: usize, deviation: f32, radius: i32): void {
  let total: f32 = 1;
  store<f32>(weights, 1);
  for (let shift = 1; shift <= radius; shift++) {
    const ratio = <f32>shift / deviation;
    const weight = exp1(<f32>-0.5 * ratio * ratio);
    store<f32>(weights + ((<usize>shift) << 2), weight);
    total += 2 * weight;
  }
  for (let shift = 0; shift <= radius; shift++) {
    const at = weights + ((<usize>shift) << 2);
    store<f32>(at, load<f32>(at) / total);
  }
}

function blurRows(plan: ViewPlan, from: usize, to: usize, weights: usize, radius: i32): void {
  const numbers = plan.width * plan.channels;
  const pixel = (<usize>plan.channels) << 2;
  const row = (<usize>numbers) << 2;
  const line = to + row * <usize>plan.height + 16;
  const first = line + pixel * <usize>radius;
  for (let i = 0; i < plan.height; i++, from += row, to += row) {
    copyFloats(from, first, numbers);
    for (let j = 0; j < radius; j++) {
      copyFloats(from + pixel * <usize>j, first - pixel * <usize>(j + 1), plan.channels);
      copyFloats(from + pixel * <usize>(plan.width - 1 - j), first + pixel * <usize>(plan.width + j), plan.channels);
    }
    for (let left = numbers, at: usize = 0; left > 0; left -= 4, at += 16) {
      let sum = f32x4.mul(v128.load(first + at), v128.load32_splat(weights));
      for (let shift = 1; shift <= radius; shift++) {
        const away = pixel * <usize>shift;
        const both = f32x4.add(v128.load(first + at - away), v128.load(first + at + away));
        sum = madd(both, v128.load32_splat(weights + ((<usize>shift) << 2)), sum);
      }
      putPart(to + at, sum, left);
    }
  }
}

function blurColumns(plan: ViewPlan, from: usize, to: usize, weights: usize, radius: i32): void {
  const numbers = plan.width * plan.channels;
  const row = (<usize>numbers) << 2;
  for (let i = 0; i < plan.height; i++, to += row) {
    const own = from + row * <usize>i;
    for (let left = numbers, at: usize = 0; left > 0; left -= 4, at += 16) {
      let sum = f32x4.mul(v128.load(own + at), v128.load32_splat(weights));
      for (let shift = 1; shift <= radius; shift++) {
        const above = from + row * <usize>reflected(i - shift, plan.height),
          below = from + row * <usize>reflected(i + shift, plan.height);
        const both = f32x4.add(v128.load(above + at), v128.load(below + at));
        sum = madd(both, v128.load32_splat(weights + ((<usize>shift) << 2)), sum);
      }
      putPart(to + at, sum, left);
    }
  }
}

/** Mirrored at the outer edges of the border pixels. */
@inline
function reflected(place: i32, side: i32): i32 {
  return place < 0 ? -1 - place : place < side ? place : 2 * side - 1 - place;
}
