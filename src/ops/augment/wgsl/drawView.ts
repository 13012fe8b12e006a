import { type AugmentationRecipe, LEAST_BLUR, VIEW_LANE } from "../../../augmentations/viewRecipe";
import { f32, threshold, vector } from "../../../engine/wgsl/numbers";
import { LUMA, RGB_OF_YIQ, YIQ } from "../colour";

export interface DrawnView {
  recipe: AugmentationRecipe;
  /** [H, W] in pixels. */
  sides: readonly [number, number];
  blurRadius: number;
  /** Purpose of the draws. */
  purpose: number;
}

/**
 * How a view is drawn, with the formulas of augmentations/draws.ts, and what follows for its pixels, with those of
 * ops/augment/reference.ts, colour.ts and blur.ts. Needs RANDOM_WGSL, SIN_COS_WGSL and the structure View.
 * Written `(*view).width` since not every browser knows `view.width` of a pointer.
 */
export function drawViewWgsl({ recipe, sides, blurRadius, purpose }: DrawnView): string {
  const lane = (name: keyof typeof VIEW_LANE) =>
    `hashWords(Draw(seed, step, sample, ${purpose}u, ${VIEW_LANE[name]}u))`;
  return /* wgsl */ `
fn drawView(seed: u32, step: u32, sample: u32) -> View {
  var view: View;
  drawCrop(&view, unitInterval(${lane("crop")}));
  let pose = ${lane("pose")};
  let jitter = ${lane("jitter")};
  drawPose(&view, pose);
  drawLight(&view, pose, jitter);
  drawColour(&view, pose, jitter);
  drawBlur(&view, ${lane("blur")});
  drawCutout(&view, ${lane("cutout")});
  return view;
}

/** [0, 1) to [-1, 1). */
fn symmetric(value: f32) -> f32 { return 2.0 * value - 1.0; }

/** 1 with a probability, else 0: of 2^24 numbers, those below \`limit\`. */
fn chance(word: u32, limit: u32) -> f32 { return select(0.0, 1.0, (word >> 8u) < limit); }
${cropWgsl(recipe)}
${poseWgsl(recipe, sides)}
${lightWgsl(recipe)}
${colourWgsl(recipe)}
${blurWgsl(recipe, blurRadius)}
${cutoutWgsl(recipe)}`;
}

function cropWgsl({ minScale, maxScale, maxAspect }: AugmentationRecipe): string {
  return /* wgsl */ `
/** Area uniform, ratio of the sides log-uniform; a side longer than the image is cut to it. */
fn drawCrop(view: ptr<function, View>, draws: vec4f) {
  let side = sqrt(${f32(maxScale)} - draws.x * ${f32(maxScale - minScale)});
  let stretch = symmetric(draws.y) * ${f32(Math.log2(maxAspect) / 2)};
  let size = min(vec2f(1.0), side * exp2(vec2f(stretch, -stretch)));
  let centre = 0.5 * size + draws.zw * (1.0 - size);
  (*view).width = size.x;
  (*view).height = size.y;
  (*view).centreX = centre.x;
  (*view).centreY = centre.y;
}`;
}

function poseWgsl({ rotation, flip }: AugmentationRecipe, [height, width]: DrawnView["sides"]): string {
  return /* wgsl */ `
fn drawPose(view: ptr<function, View>, pose: vec4u) {
  let turns = symmetric(unitInterval(pose).x) * ${f32(rotation / 360)};
  (*view).rotation = turns * ${f32(2 * Math.PI)};
  (*view).flip = chance(pose.y, ${threshold(flip)});
  let angle = sinCos(turns);
  let right = (*view).width * (1.0 - 2.0 * (*view).flip);
  (*view).rightX = angle.y * right;
  (*view).rightY = angle.x * right;
  (*view).downX = -angle.x * (*view).height;
  (*view).downY = angle.y * (*view).height;
  // Pixel centres are at half-integers.
  (*view).originX = (*view).centreX * ${f32(width)} - 0.5;
  (*view).originY = (*view).centreY * ${f32(height)} - 0.5;
}`;
}

function lightWgsl({ jitter, brightness, contrast }: AugmentationRecipe): string {
  return /* wgsl */ `
fn drawLight(view: ptr<function, View>, pose: vec4u, jitter: vec4u) {
  let amount = chance(pose.z, ${threshold(jitter)});
  (*view).brightness = 1.0 + amount * symmetric(unitInterval(pose).w) * ${f32(brightness)};
  (*view).contrast = 1.0 + amount * symmetric(unitInterval(jitter).x) * ${f32(contrast)};
  (*view).gain = (*view).brightness * (*view).contrast;
  (*view).offset = (*view).brightness * (1.0 - (*view).contrast);
}`;
}

/** A turn of (I, Q) is a turn of the hue at constant luma. */
function colourWgsl({ jitter, saturation, hue, grey }: AugmentationRecipe): string {
  const column = (matrix: readonly (readonly number[])[], j: number) => vector(matrix.map((row) => row[j]!));
  const columns = [0, 1, 2].map((j) => column(RGB_OF_YIQ, j)).join(", ");
  return /* wgsl */ `
fn drawColour(view: ptr<function, View>, pose: vec4u, jitter: vec4u) {
  let amount = chance(pose.z, ${threshold(jitter)});
  let draws = unitInterval(jitter);
  let turns = amount * symmetric(draws.z) * ${f32(hue)};
  (*view).saturation = 1.0 + amount * symmetric(draws.y) * ${f32(saturation)};
  (*view).hue = turns * ${f32(2 * Math.PI)};
  (*view).grey = chance(jitter.w, ${threshold(grey)});
  let turn = (*view).saturation * sinCos(turns);
  ${[0, 1, 2].map((j) => `colourColumn(view, ${j}u, turn, ${column(YIQ, j)}, ${f32(LUMA[j]!)});`).join("\n  ")}
}

/** What channel j adds to the colours, given its share in Y, I and Q. */
fn colourColumn(view: ptr<function, View>, j: u32, turn: vec2f, yiq: vec3f, luma: f32) {
  let turned = vec3f(yiq.x, turn.y * yiq.y - turn.x * yiq.z, turn.x * yiq.y + turn.y * yiq.z);
  let column = select(mat3x3f(${columns}) * turned, vec3f(luma), (*view).grey == 1.0);
  for (var i = 0u; i < 3u; i++) { (*view).colour[3u * j + i] = column[i]; }
}`;
}

function blurWgsl({ blur, maxBlur }: AugmentationRecipe, radius: number): string {
  return /* wgsl */ `
/** The weights of both sides sum to 1. */
fn drawBlur(view: ptr<function, View>, words: vec4u) {
  let deviation = ${f32(LEAST_BLUR)} + unitInterval(words).y * ${f32(maxBlur - LEAST_BLUR)};
  (*view).blur = chance(words.x, ${threshold(blur)}) * deviation;
  var total = 1.0;
  (*view).weights[0] = 1.0;
  for (var shift = 1u; shift <= ${radius}u; shift++) {
    let ratio = f32(shift) / deviation;
    (*view).weights[shift] = exp(-0.5 * ratio * ratio);
    total += 2.0 * (*view).weights[shift];
  }
  for (var shift = 0u; shift <= ${radius}u; shift++) { (*view).weights[shift] /= total; }
}`;
}

function cutoutWgsl({ cutout }: AugmentationRecipe): string {
  return /* wgsl */ `
/** Of a uniform number the upper 16 bits, so that products with a side are exact. */
fn drawCutout(view: ptr<function, View>, words: vec4u) {
  let centre = vec2f(words.yz >> vec2u(16u)) / 65536.0;
  (*view).cutout = chance(words.x, ${threshold(cutout)});
  (*view).cutoutX = centre.x;
  (*view).cutoutY = centre.y;
}`;
}
