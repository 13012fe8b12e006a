import type { Tensor, Tensor4D } from "@tensorflow/tfjs";
import { f32, vector } from "../../engine/wgsl/numbers";
import { isImage, sides } from "../parts";
import type { Numbers, ReferenceTools, Stage, Step } from "../types";
import type { ViewTable } from "../viewTable";
import { LUMA, RGB_OF_YIQ, TO_CHROMA, TO_LUMA, TO_TURNED_CHROMA, YIQ } from "./chroma";

type Recipe = Numbers<"jitter" | "brightness" | "contrast" | "saturation" | "hue" | "grey">;
/** Brightness and contrast; saturation, hue and grey, which are only done to images of three channels. */
type ColorWork = { light: boolean; color: boolean };

/**
 * Color jitter (SimCLR, arXiv 2002.05709, appendix A), not clipped: brightness is a factor, contrast a factor about
 * the mean grey value of the image, saturation a factor about the pixel's grey value, hue a turn at constant luma. They share
 * this folder because all of them together are one matrix and one offset per view, applied to a pixel once.
 */
export const color: Stage<ColorWork> = {
  work(recipe: Recipe, shape) {
    const jitters = recipe.jitter > 0;
    return {
      light: isImage(shape) && jitters && (recipe.brightness > 0 || recipe.contrast > 0),
      color: sides(shape).channels === 3 && (recipe.grey > 0 || (jitters && (recipe.saturation > 0 || recipe.hue > 0))),
    };
  },
  isNeeded: ({ light, color }) => light || color,
  reference(x, views, { light, color }, tools) {
    const lit = light ? jitterLight(x, views, tools) : x;
    return color && x.shape[3] === 3 ? jitterChroma(lit, views, tools) : lit;
  },
  wgsl: {
    /** gain * value + offset * mean grey; and columns of the matrix by which a pixel is multiplied. */
    members: () => ({ gain: null, offset: null, color: 9 }),
    derive: deriveWgsl,
    pixel: (work) => ({ ...pixelStep(work), readsMeans: work.light }),
  },
  wasm: ({ light, color }) => [
    ...(light ? [{ kernel: "lightViews", columns: ["brightness", "contrast"], numbers: () => [] }] : []),
    ...(color ? [{ kernel: "colorViews", columns: ["saturation", "hue", "grey"], numbers: () => [] }] : []),
  ],
};

/**
 * Saturation and hue stretch and turn the chroma (I, Q) of a pixel: luma + a chroma + b (chroma turned by 90 degrees),
 * with a = saturation cos(hue) and b = saturation sin(hue); a grey view has neither. The three parts are the same for all
 * views, which one product per part makes much faster than one 3 x 3 product per view.
 */
function jitterChroma(x: Tensor, views: ViewTable, tools: ReferenceTools): Tensor {
  const shape = [views.count, 1, 1, 1];
  const chroma = (view: number) => (views.get(view, "grey") === 1 ? 0 : views.get(view, "saturation"));
  const straight = views.map((view) => chroma(view) * Math.cos(views.get(view, "hue")));
  const turned = views.map((view) => chroma(view) * Math.sin(views.get(view, "hue")));
  const pixels = x.reshape([-1, 3]);
  const part = (matrix: readonly (readonly number[])[]) =>
    pixels.matMul(tools.tensor(Float32Array.from(matrix.flat()), [3, 3])).reshape(x.shape);
  return tools.sum([
    part(TO_LUMA),
    part(TO_CHROMA).mul(tools.tensor(straight, shape)),
    part(TO_TURNED_CHROMA).mul(tools.tensor(turned, shape)),
  ]);
}

/** b (c x + (1 - c) mean). */
function jitterLight(x: Tensor4D, views: ViewTable, tools: ReferenceTools): Tensor {
  const shape = [views.count, 1, 1, 1];
  const gain = views.map((view) => views.get(view, "brightness") * views.get(view, "contrast"));
  const offset = views.map((view) => views.get(view, "brightness") * (1 - views.get(view, "contrast")));
  return x.mul(tools.tensor(gain, shape)).add(meanGrey(x, tools).mul(tools.tensor(offset, shape)));
}

/** Mean grey value of each image: [V, 1, 1, 1]. */
function meanGrey(x: Tensor4D, tools: ReferenceTools): Tensor {
  const [count, height, width, channels] = x.shape;
  const means = x.reshape([count, height * width, channels]).mean(1);
  const grey = channels === 3 ? means.mul(tools.tensor(Float32Array.from(LUMA), [3])).sum(1) : means.mean(1);
  return grey.reshape([count, 1, 1, 1]);
}

/** A turn of (I, Q) is a turn of the hue at constant luma. */
function deriveWgsl(): string {
  const column = (matrix: readonly (readonly number[])[], j: number) => vector(matrix.map((row) => row[j]!));
  const matrix = `mat3x3f(${[0, 1, 2].map((j) => column(RGB_OF_YIQ, j)).join(", ")})`;
  /** What channel j adds to the colors, given its share in Y, I and Q. */
  const fill = (j: number) => /* wgsl */ `
  let color_yiq_${j} = ${column(YIQ, j)};
  let color_turned_${j} = vec3f(
    color_yiq_${j}.x,
    color_turn.y * color_yiq_${j}.y - color_turn.x * color_yiq_${j}.z,
    color_turn.x * color_yiq_${j}.y + color_turn.y * color_yiq_${j}.z,
  );
  let color_${j} = select(${matrix} * color_turned_${j}, vec3f(${f32(LUMA[j]!)}), view.grey == 1.0);
  for (var i = 0u; i < 3u; i++) { view.color[${3 * j}u + i] = color_${j}[i]; }`;
  return /* wgsl */ `
  view.gain = view.brightness * view.contrast;
  view.offset = view.brightness * (1.0 - view.contrast);
  let color_turn = view.saturation * sin_cos(hue_turns);${[0, 1, 2].map(fill).join("")}`;
}

function pixelStep({ light, color }: ColorWork): Step {
  return {
    functions: `${light ? LIGHT_OF_VIEW_WGSL : NO_LIGHT_WGSL}${color ? COLOR_WGSL : LIGHT_WGSL}`,
    prepare: "let jitter = jitter_of(view);",
    apply: (pixel) => `jittered(jitter, ${pixel})`,
  };
}

const COLOR_WGSL = /* wgsl */ `
struct Jitter { light: vec2f, color: mat3x3f }

fn jitter_of(view: u32) -> Jitter {
  return Jitter(light_of(view), mat3x3f(color_column(view, 0u), color_column(view, 1u), color_column(view, 2u)));
}

fn color_column(view: u32, j: u32) -> vec3f {
  return vec3f(views[view].color[3u * j], views[view].color[3u * j + 1u], views[view].color[3u * j + 2u]);
}

fn jittered(jitter: Jitter, pixel: Pixel) -> Pixel {
  return jitter.color * (jitter.light.x * pixel + jitter.light.y);
}`;

const LIGHT_WGSL = /* wgsl */ `
struct Jitter { light: vec2f }

fn jitter_of(view: u32) -> Jitter { return Jitter(light_of(view)); }

fn jittered(jitter: Jitter, pixel: Pixel) -> Pixel { return jitter.light.x * pixel + jitter.light.y; }`;

const LIGHT_OF_VIEW_WGSL = /* wgsl */ `
/** Factor and summand. */
fn light_of(view: u32) -> vec2f { return vec2f(views[view].gain, views[view].offset * means[view]); }`;

const NO_LIGHT_WGSL = /* wgsl */ `
fn light_of(view: u32) -> vec2f { return vec2f(1.0, 0.0); }`;
