import * as tf from "@tensorflow/tfjs";
import { type AugmentationWork, ViewTable } from "../../augmentations/viewTable";
import { blur } from "./blur";
import { jitterColour } from "./colour";
import { cutout } from "./cutout";

/**
 * Augmented views on the backend, from plain operations: gather, one affine resampling, colour jitter, blur, noise,
 * cutout.
 * What to do is drawn beforehand (src/augmentations/draws.ts); this file only does it.
 */

export interface ViewBatch {
  /** S. */
  seeds: number;
  /** Samples of each seed's batch, [S, B]. */
  indices: Int32Array;
  /** VIEW_FIELDS of each view, [S, 2B, fields]: first views 0..B-1, second views B..2B-1. */
  parameters: Float32Array;
  /** Standard normal noise of each view, [S, 2B, ...shape]; not read where `work.noise` is 0. */
  noise: Float32Array;
  work: AugmentationWork;
  /** Rows of the resident samples from what a first view is made of to what its second view is made of; 0 for one sample. */
  pairOffset?: number;
}

/**
 * Both views of each seed's batch, ready for an encoder.
 * @param resident images 0..1, [n, H, W, C]
 * @returns [S, 2B, H, W, C], clipped to 0..1 and centred to -1..1
 */
export function augmentImages(resident: tf.Tensor4D, batch: ViewBatch): tf.Tensor5D {
  return tf.tidy(() => {
    const { work } = batch;
    const views = new ViewTable(batch.parameters);
    let x = gatherViews(resident, batch) as tf.Tensor4D;
    if (work.geometry) x = resample(x, views);
    if (work.light || work.colour) x = jitterColour(x, views, work);
    if (work.blurRadius > 0) x = blurWhereAsked(x, views.column("blur"), work.blurRadius);
    x = addNoise(x, batch);
    x = tf.mul(tf.sub(tf.clipByValue(x, 0, 1), 0.5), 2);
    if (work.cutoutSide > 0) x = cutout(x, views, work.cutoutSide);
    return x.reshape([batch.seeds, views.count / batch.seeds, ...x.shape.slice(1)]);
  });
}

/**
 * Both views of each seed's batch of points: the point, or the points of a pair, plus noise.
 * @param resident points, [n, D]; of pairs, all first points before all second ones
 * @returns [S, 2B, D]
 */
export function augmentPoints(resident: tf.Tensor2D, batch: Omit<ViewBatch, "parameters">): tf.Tensor3D {
  return tf.tidy(() => {
    const x = addNoise(gatherViews(resident, batch), batch);
    return x.reshape([batch.seeds, -1, resident.shape[1]]);
  });
}

/** Each sample of a batch twice, or both samples of a pair: [S * 2B, ...]. */
function gatherViews(
  resident: tf.Tensor,
  { seeds, indices, pairOffset = 0 }: Pick<ViewBatch, "seeds" | "indices" | "pairOffset">,
): tf.Tensor {
  const size = indices.length / seeds;
  const twice = new Int32Array(2 * indices.length);
  const second = indices.map((index) => index + pairOffset);
  for (let s = 0; s < seeds; s++) {
    const own = indices.subarray(s * size, (s + 1) * size);
    twice.set(own, 2 * s * size);
    twice.set(second.subarray(s * size, (s + 1) * size), (2 * s + 1) * size);
  }
  return gatherSamples(resident, twice);
}

/** `tf.gather` copies number by number on WASM (TensorFlow.js 4.22), 80 times slower than this copy of whole samples. */
function gatherSamples(x: tf.Tensor, indices: Int32Array): tf.Tensor {
  const rows = tf.gatherND(x.reshape([x.shape[0]!, -1]), tf.tensor2d(indices, [indices.length, 1], "int32"));
  return rows.reshape([indices.length, ...x.shape.slice(1)]);
}

/**
 * Most views are not blurred. On WASM those are left out of the work; elsewhere a number of images that changes from step
 * to step would compile programs anew.
 */
function blurWhereAsked(x: tf.Tensor4D, deviations: Float32Array, radius: number): tf.Tensor4D {
  if (tf.getBackend() !== "wasm") return blur(x, deviations, radius);
  const asked = Int32Array.from(deviations.keys()).filter((view) => deviations[view] !== 0);
  if (asked.length === 0) return x;
  const blurred = blur(gatherSamples(x, asked) as tf.Tensor4D, deviations.filter(Boolean), radius);
  const places = Int32Array.from(deviations.keys());
  asked.forEach((view, place) => {
    places[view] = deviations.length + place;
  });
  return gatherSamples(tf.concat([x, blurred]), places) as tf.Tensor4D;
}

function addNoise<T extends tf.Tensor>(x: T, { work, noise }: Pick<ViewBatch, "work" | "noise">): T {
  return work.noise === 0 ? x : tf.add(x, tf.mul(tf.tensor(noise, x.shape), work.noise));
}

type Border = "nearest" | "reflect";

/**
 * Crop, rotation and flip as one affine resampling, bilinear, with the image mirrored beyond its borders. Crops that
 * are not rotated leave the image by half a pixel at most, where the mirrored image is its nearest pixel, which is faster.
 */
function resample(x: tf.Tensor4D, views: ViewTable): tf.Tensor4D {
  const [count, height, width] = x.shape;
  const border = views.column("rotation").some((angle) => angle !== 0) ? "reflect" : "nearest";
  const transforms = new Float32Array(count * 8);
  for (let view = 0; view < count; view++) transforms.set(affine(views, view, [height, width], border), view * 8);
  return transformEach(x, tf.tensor2d(transforms, [count, 8]), border);
}

/** The CPU backend's kernel (TensorFlow.js 4.22) returns after the first image of a batch, so it gets one at a time. */
function transformEach(x: tf.Tensor4D, transforms: tf.Tensor2D, border: Border): tf.Tensor4D {
  if (tf.getBackend() !== "cpu") return tf.image.transform(x, transforms, "bilinear", border);
  const images: tf.Tensor4D[] = tf.split(x, x.shape[0]);
  const own: tf.Tensor2D[] = tf.split(transforms, x.shape[0]);
  return tf.concat(images.map((image, i) => tf.image.transform(image, own[i]!, "bilinear", border)));
}

/**
 * Coefficients of `tf.image.transform`, which map the pixel (x, y) of the view to (a0 x + a1 y + a2, b0 x + b1 y + b2)
 * of the image. Pixel centres are at half-integers, so a view of the whole image is the image. The mirrored image repeats
 * after two widths; adding those keeps every coordinate positive, since the WASM kernel (TensorFlow.js 4.22) does not
 * mirror negative ones.
 */
function affine(views: ViewTable, view: number, [height, width]: [number, number], border: Border): number[] {
  const period = border === "reflect" ? 2 : 0;
  const angle = views.get(view, "rotation");
  const scaleX = views.get(view, "width") * (views.get(view, "flip") === 1 ? -1 : 1);
  const scaleY = views.get(view, "height");
  const a = [Math.cos(angle) * scaleX, -Math.sin(angle) * scaleY] as const;
  const b = [Math.sin(angle) * scaleX, Math.cos(angle) * scaleY] as const;
  const middle = [(1 - width) / 2, (1 - height) / 2] as const;
  const a2 = (views.get(view, "centreX") + period) * width - 0.5 + a[0] * middle[0] + a[1] * middle[1];
  const b2 = (views.get(view, "centreY") + period) * height - 0.5 + b[0] * middle[0] + b[1] * middle[1];
  return [a[0], a[1], a2, b[0], b[1], b2, 0, 0];
}
