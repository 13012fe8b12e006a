import { f32 } from "../../engine/wgsl/numbers";
import { isImage } from "../parts";
import type { ImageShape, Numbers, Stage } from "../types";
import type { ViewTable } from "../viewTable";

/**
 * Crop, flip and rotation together: where a pixel of a view lies in the image. They share this folder because they are one
 * affine resampling: done one after the other, an image would be interpolated three times, and be blurred by it.
 */
export const pose: Stage<{ geometry: boolean }> = {
  work: (recipe: Numbers<"minScale" | "maxAspect" | "flip" | "rotation">, shape) => ({
    geometry: isImage(shape) && (recipe.minScale < 1 || recipe.maxAspect > 1 || recipe.flip > 0 || recipe.rotation > 0),
  }),
  isNeeded: ({ geometry }) => geometry,
  reference(x, views, _work, tools) {
    const [count, height, width] = x.shape;
    const border = views.column("rotation").some((angle) => angle !== 0) ? "reflect" : "nearest";
    const transforms = new Float32Array(count * 8);
    for (let view = 0; view < count; view++) transforms.set(affine(views, view, [height, width], border), view * 8);
    return tools.transform(x, transforms, border);
  },
  wgsl: {
    /** Where in the image the middle of the view lies, in pixels, and steps of one pixel to the right and down in the view. */
    members: () => ({ origin_x: null, origin_y: null, right_x: null, right_y: null, down_x: null, down_y: null }),
    derive: (_recipe, _work, [height, width]) => /* wgsl */ `
  let pose_angle = sin_cos(rotation_turns);
  let pose_right = view.width * (1.0 - 2.0 * view.flip);
  view.right_x = pose_angle.y * pose_right;
  view.right_y = pose_angle.x * pose_right;
  view.down_x = -pose_angle.x * view.height;
  view.down_y = pose_angle.y * view.height;
  // Pixel centers are at half-integers.
  view.origin_x = view.center_x * ${f32(width)} - 0.5;
  view.origin_y = view.center_y * ${f32(height)} - 0.5;`,
    resample: resampledWgsl,
  },
  wasm: () => [
    {
      kernel: "resampleViews",
      columns: ["centerX", "flip", "rotation"],
      numbers: () => [],
      scratch: resampleScratch,
    },
  ],
};

/**
 * Coefficients of `tf.image.transform`, which map the pixel (x, y) of the view to (a0 x + a1 y + a2, b0 x + b1 y + b2)
 * of the image. Pixel centers are at half-integers, so a view of the whole image is the image. The image is mirrored beyond
 * its borders; crops that are not rotated leave it by half a pixel at most, where the mirrored image is its nearest pixel,
 * which is faster. The mirrored image repeats after two widths; adding those keeps every coordinate positive, since the WASM
 * kernel (TensorFlow.js 4.22) does not mirror negative ones.
 */
function affine(views: ViewTable, view: number, [height, width]: [number, number], border: string): number[] {
  const period = border === "reflect" ? 2 : 0;
  const angle = views.get(view, "rotation");
  const scaleX = views.get(view, "width") * (views.get(view, "flip") === 1 ? -1 : 1);
  const scaleY = views.get(view, "height");
  const a = [Math.cos(angle) * scaleX, -Math.sin(angle) * scaleY] as const;
  const b = [Math.sin(angle) * scaleX, Math.cos(angle) * scaleY] as const;
  const middle = [(1 - width) / 2, (1 - height) / 2] as const;
  const a2 = (views.get(view, "centerX") + period) * width - 0.5 + a[0] * middle[0] + a[1] * middle[1];
  const b2 = (views.get(view, "centerY") + period) * height - 0.5 + b[0] * middle[0] + b[1] * middle[1];
  return [a[0], a[1], a2, b[0], b[1], b2, 0, 0];
}

/** Three rows of places, and an image with one more row and column (stage.as.ts). */
function resampleScratch([height, width, channels]: ImageShape): number {
  const stride = channels === 1 ? 1 : 4;
  return 12 * Math.ceil(width / 4) + stride * (height + 1) * (width + 1);
}

/** Bilinear, with the image mirrored beyond its borders as `tf.image.transform` mirrors it. */
function resampledWgsl([height, width, channels]: ImageShape): string {
  return /* wgsl */ `
struct Place {
  /** First value of the image. */
  first: u32,
  /** Of the middle of the view, and steps of one pixel, in pixels of the image. */
  origin: vec2f,
  right: vec2f,
  down: vec2f,
}

fn place_of(view: u32) -> Place {
  return Place(
    u32(samples[view]) * ${height * width * channels}u,
    vec2f(views[view].origin_x, views[view].origin_y),
    vec2f(views[view].right_x, views[view].right_y),
    vec2f(views[view].down_x, views[view].down_y),
  );
}

fn view_pixel(place: Place, row: u32, column: u32) -> Pixel {
  let across = f32(column) - ${f32((width - 1) / 2)};
  let along = f32(row) - ${f32((height - 1) / 2)};
  let at = mirrored(place.origin + across * place.right + along * place.down);
  let whole = floor(at);
  let part = at - whole;
  let near = vec2u(whole);
  let far = min(near + 1u, vec2u(${width - 1}u, ${height - 1}u));
  let columns = vec2u(near.x, far.x) * ${channels}u;
  let rows = vec2u(near.y, far.y) * ${width * channels}u + place.first;
  return mix(
    mix(image_pixel(rows.x + columns.x), image_pixel(rows.x + columns.y), part.x),
    mix(image_pixel(rows.y + columns.x), image_pixel(rows.y + columns.y), part.x),
    part.y,
  );
}

/** Mirrored at the outer edges of the border pixels, then kept within the outermost pixel centers. */
fn mirrored(at: vec2f) -> vec2f {
  const PERIOD = vec2f(${f32(2 * width)}, ${f32(2 * height)});
  let edge = abs(at + 0.5);
  let within = edge - PERIOD * floor(edge * (1.0 / PERIOD));
  return clamp(min(within, PERIOD - within) - 0.5, vec2f(0.0), 0.5 * PERIOD - 1.0);
}`;
}
