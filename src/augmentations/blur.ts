import type { Tensor, Tensor4D } from "@tensorflow/tfjs";
import { z } from "../data/zod";
import { f32, threshold } from "../engine/wgsl/numbers";
import { automaticProbability, isImage, LANE, sides } from "./parts";
import { defineAugmentation, type ImageShape, type Numbers, type ReferenceTools, type Stage } from "./types";

/** Least deviation of a blur in pixels (SimCLR, arXiv 2002.05709, appendix A). */
const LEAST_BLUR = 0.1;
/** SimCLR's blur: its window, as a share of the side, and the largest deviation that the window is meant for. */
const SIMCLR = { window: 0.1, deviation: 2 } as const;

/** A Gaussian blur of random width. */
const stage: Stage<{ blurRadius: number }> = {
  /** Pixels on either side that it reaches; 0 is none. */
  work: (recipe: Numbers<"blur" | "maxBlur">, shape) => ({
    blurRadius: isImage(shape) && recipe.blur > 0 ? blurRadius(recipe.maxBlur, sides(shape).shorter) : 0,
  }),
  isNeeded: ({ blurRadius }) => blurRadius > 0,
  reference: (x, views, { blurRadius }, tools) => blurWhereAsked(x, views.column("blur"), blurRadius, tools),
  wgsl: {
    /** Weights by distance. */
    members: ({ blurRadius }) => ({ weights: blurRadius + 1 }),
    /** The weights of both sides sum to 1. */
    derive: (_recipe, { blurRadius }) => /* wgsl */ `
  var blur_total = 1.0;
  view.weights[0] = 1.0;
  for (var shift = 1u; shift <= ${blurRadius}u; shift++) {
    let ratio = f32(shift) / blur_deviation;
    view.weights[shift] = exp(-0.5 * ratio * ratio);
    blur_total += 2.0 * view.weights[shift];
  }
  for (var shift = 0u; shift <= ${blurRadius}u; shift++) { view.weights[shift] /= blur_total; }`,
    neighbors: neighborsWgsl,
  },
  wasm: () => [
    {
      kernel: "blurViews",
      columns: ["blur"],
      numbers: ({ blurRadius }) => [blurRadius],
      scratch: blurScratch,
    },
  ],
};

export const blur = defineAugmentation({
  id: "blur",
  label: "Blur",
  guide: "A Gaussian blur of random width.",
  summary: "{blur, number, ::percent}, \u03c3 to {maxBlur, number, ::.##}",
  samples: "images",
  fields: {
    blur: automaticProbability("Blur", (strength) => 0.5 * strength),
    maxBlur: {
      schema: z.number().min(LEAST_BLUR).max(8).default(2),
      label: "Widest blur",
      tooltip: "Largest standard deviation of a blur, in pixels. The smallest is 0.1.",
      control: "slider",
      step: 0.1,
      span: [0.1, 4],
    },
  },
  off: { blur: 0 },
  on: { blur: 0.5 },
  /** Standard deviation in pixels; 0 is none. */
  columns: ["blur"],
  draws: {
    lanes: [LANE.blur],
    values({ blur, maxBlur }: Numbers<"blur" | "maxBlur">, lane) {
      const [chance, deviation] = lane(LANE.blur);
      return { blur: chance < blur ? LEAST_BLUR + deviation * (maxBlur - LEAST_BLUR) : 0 };
    },
    wgsl: ({ blur, maxBlur }: Numbers<"blur" | "maxBlur">) => /* wgsl */ `
  let blur_deviation = ${f32(LEAST_BLUR)} + unit_3.y * ${f32(maxBlur - LEAST_BLUR)};
  view.blur = chance(lane_3.x, ${threshold(blur)}) * blur_deviation;`,
    wasm: {
      kernel: "drawBlur",
      numbers: ({ blur, maxBlur }: Numbers<"blur" | "maxBlur">) => [blur, LEAST_BLUR, maxBlur],
    },
  },
  stage,
});

/** Weights, an image, and a row that is longer by the radius at both ends (blur.as.ts); each may be read a vector too far. */
function blurScratch([height, width, channels]: ImageShape, { blurRadius }: { blurRadius: number }): number {
  return blurRadius + 4 + height * width * channels + 4 + (width + 2 * blurRadius) * channels + 4;
}

/** SimCLR's window, and wider in proportion where deviations may be larger than SimCLR's. */
function blurRadius(maxBlur: number, shorter: number): number {
  const window = SIMCLR.window * shorter * Math.max(1, maxBlur / SIMCLR.deviation);
  return Math.max(1, Math.floor(window / 2));
}

/**
 * Most views are not blurred. On WASM those are left out of the work; elsewhere a number of images that changes from step
 * to step would compile programs anew.
 */
function blurWhereAsked(x: Tensor4D, deviations: Float32Array, radius: number, tools: ReferenceTools): Tensor {
  if (tools.backend !== "wasm") return blurEach(x, deviations, radius, tools);
  const asked = Int32Array.from(deviations.keys()).filter((view) => deviations[view] !== 0);
  if (asked.length === 0) return x;
  const blurred = blurEach(tools.gather(x, asked) as Tensor4D, deviations.filter(Boolean), radius, tools);
  const places = Int32Array.from(deviations.keys());
  asked.forEach((view, place) => {
    places[view] = deviations.length + place;
  });
  return tools.gather(tools.concat([x, blurred]), places);
}

/**
 * Gaussian blur with a deviation per image, rows and columns in turn. The weights are symmetric and sum to 1, so a line x
 * becomes x + sum over k of w_k (x shifted by k + x shifted by -k - 2 x). What is in brackets is a product with a matrix
 * that all images share, which is faster than shifting on every backend.
 * @param x [V, H, W, C]
 * @param deviations in pixels, [V]; 0 leaves an image as it is
 * @param radius pixels on either side; the image is mirrored beyond its borders, so at most min(H, W)
 */
function blurEach(x: Tensor4D, deviations: Float32Array, radius: number, tools: ReferenceTools): Tensor {
  const [count, height, width, channels] = x.shape;
  const weights = shiftWeights(deviations, radius, tools);
  const rows = blurLines(x.reshape([count, height, width * channels]), weights, channels, tools);
  const columns = blurLines(rows.transpose([0, 2, 1]), weights, 1, tools);
  return columns.transpose([0, 2, 1]).reshape(x.shape);
}

/** One tensor [V, 1, 1] per shift 1..radius. */
function shiftWeights(deviations: Float32Array, radius: number, tools: ReferenceTools): Tensor[] {
  const rows = Array.from(deviations, (deviation) => gaussian(deviation, radius));
  return Array.from({ length: radius }, (_, k) =>
    tools.tensor(
      Float32Array.from(rows, (row) => row[k + 1]!),
      [rows.length, 1, 1],
    ),
  );
}

/** Weights of the shifts 0..radius; with those of the shifts to the other side they sum to 1. */
function gaussian(deviation: number, radius: number): number[] {
  const weights = Array.from({ length: radius + 1 }, (_, shift) =>
    shift === 0 ? 1 : deviation === 0 ? 0 : Math.exp(-(shift ** 2) / (2 * deviation ** 2)),
  );
  const total = 2 * weights.reduce((sum, weight) => sum + weight, 0) - 1;
  return weights.map((weight) => weight / total);
}

/** Blurs the lines of x [V, N, P * stride], whose pixels are `stride` numbers. */
function blurLines(x: Tensor, weights: Tensor[], stride: number, tools: ReferenceTools): Tensor {
  const size = x.shape[2] as number;
  const lines = x.reshape([-1, size]);
  const terms = weights.map((weight, k) => {
    const difference = lines.matMul(tools.tensor(secondDifference(size / stride, k + 1, stride), [size, size]));
    return difference.reshape(x.shape).mul(weight);
  });
  return tools.sum([x, ...terms]);
}

/** Matrix that takes a line to (its shift by k) + (its shift by -k) - 2 (itself), mirrored beyond the ends. */
function secondDifference(pixels: number, k: number, stride: number): Float32Array {
  const size = pixels * stride;
  const values = new Float32Array(size * size);
  const add = (from: number, to: number, value: number) => {
    for (let c = 0; c < stride; c++) values[(from * stride + c) * size + to * stride + c]! += value;
  };
  for (let pixel = 0; pixel < pixels; pixel++) {
    add(mirrored(pixel - k, pixels), pixel, 1);
    add(mirrored(pixel + k, pixels), pixel, 1);
    add(pixel, pixel, -2);
  }
  return values;
}

/** The pixel that is seen at a place at most `pixels` beyond the ends. */
function mirrored(place: number, pixels: number): number {
  if (place < 0) return -1 - place;
  return place < pixels ? place : 2 * pixels - 1 - place;
}

function neighborsWgsl([height, width]: ImageShape, { blurRadius: radius }: { blurRadius: number }): string {
  return /* wgsl */ `
/** Rows and columns at once: the radius is small. */
fn around(view: u32, place: Place, row: u32, column: u32) -> Pixel {
  if (views[view].blur == 0.0) { return view_pixel(place, row, column); }
  var sum = Pixel();
  for (var y = -${radius}; y <= ${radius}; y++) {
    let weight = views[view].weights[abs(y)];
    let at = reflected(i32(row) + y, ${height});
    for (var x = -${radius}; x <= ${radius}; x++) {
      sum += weight * views[view].weights[abs(x)] * view_pixel(place, at, reflected(i32(column) + x, ${width}));
    }
  }
  return sum;
}

/** Mirrored at the outer edges of the border pixels. */
fn reflected(at: i32, side: i32) -> u32 {
  return u32(select(select(at, 2 * side - 1 - at, at >= side), -1 - at, at < 0));
}`;
}
