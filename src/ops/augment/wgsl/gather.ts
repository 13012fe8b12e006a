import type { ImageShape } from "../../../augmentations/types";

export interface Gathered {
  shape: ImageShape;
  lanes: number;
  /** Stores the pixels in `gathered`. */
  stores: boolean;
  /** Puts the mean grey value of each view into `means`. */
  measures: boolean;
}

/** One workgroup makes the pixels of one view. Needs `place_of` and `view_pixel`. */
export function gatherWgsl({ shape: [height, width], lanes, stores, measures }: Gathered): string {
  const pixels = height * width;
  return /* wgsl */ `
${measures ? `var<workgroup> sums: array<f32, ${lanes}>;` : ""}
fn run(view: u32, lane: u32) {
  let place = place_of(view);
  var sum = 0.0;
  for (var at = lane; at < ${pixels}u; at += ${lanes}u) {
    let row = at / ${width}u;
    let pixel = view_pixel(place, row, at - row * ${width}u);
    ${stores ? `gathered[view * ${pixels}u + at] = pixel;` : ""}
    ${measures ? "sum += grey_of(pixel);" : ""}
  }
  ${measures ? meanWgsl(lanes, pixels) : ""}
}`;
}

/** One lane adds up: on a software adapter a barrier costs more than all the additions. */
function meanWgsl(lanes: number, pixels: number): string {
  return /* wgsl */ `
  sums[lane] = sum;
  workgroupBarrier();
  if (lane == 0u) {
    var total = 0.0;
    for (var i = 0u; i < ${lanes}u; i++) { total += sums[i]; }
    means[view] = total / ${pixels}.0;
  }`;
}

/** `place_of` and `view_pixel` where the pixels have been gathered before. */
export function gatheredPixelWgsl([height, width]: ImageShape): string {
  return /* wgsl */ `
struct Place { first: u32 }

fn place_of(view: u32) -> Place { return Place(view * ${height * width}u); }

fn view_pixel(place: Place, row: u32, column: u32) -> Pixel {
  return gathered[place.first + row * ${width}u + column];
}`;
}
