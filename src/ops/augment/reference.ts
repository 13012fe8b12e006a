import * as tf from "@tensorflow/tfjs";
import { ALL, type Augmentations, type AugmentationWork, columnsOf, stagesOf } from "../../augmentations";
import type { ReferenceTools } from "../../augmentations/types";
import { ViewTable } from "../../augmentations/viewTable";

/**
 * Augmented views on the backend, from plain operations: gathered, then one stage of the augmentations after another.
 * What to do is drawn beforehand (src/augmentations/draws.ts); this file only does it.
 */

export interface ViewBatch {
  /** S. */
  seeds: number;
  /** Samples of each seed's batch, [S, B]. */
  indices: Int32Array;
  /** Columns of each view, [S, 2B, columns]: first views 0..B-1, second views B..2B-1. */
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
 * @returns [S, 2B, H, W, C], clipped to 0..1 and centered to -1..1
 */
export function augmentImages(
  resident: tf.Tensor4D,
  batch: ViewBatch,
  augmentations: Augmentations = ALL,
): tf.Tensor5D {
  return tf.tidy(() => {
    const views = new ViewTable(batch.parameters, columnsOf(augmentations));
    const gathered = gatherViews(resident, batch);
    const changed = applyStages(gathered, views, batch, { augmentations, isCentered: false });
    const centered = tf.mul(tf.sub(tf.clipByValue(changed, 0, 1), 0.5), 2);
    const x = applyStages(centered, views, batch, { augmentations, isCentered: true });
    return x.reshape([batch.seeds, views.count / batch.seeds, ...resident.shape.slice(1)]);
  });
}

/**
 * Both views of each seed's batch of points: the point, or the points of a pair, plus noise.
 * @param resident points, [n, D]; of pairs, all first points before all second ones
 * @returns [S, 2B, D]
 */
export function augmentPoints(
  resident: tf.Tensor2D,
  batch: Omit<ViewBatch, "parameters">,
  augmentations: Augmentations = ALL,
): tf.Tensor3D {
  return tf.tidy(() => {
    const views = new ViewTable(new Float32Array(0), columnsOf(augmentations));
    const x = applyStages(gatherViews(resident, batch), views, batch, { augmentations, isCentered: false });
    return x.reshape([batch.seeds, -1, resident.shape[1]]);
  });
}

function applyStages(
  x: tf.Tensor,
  views: ViewTable,
  { work, noise }: Pick<ViewBatch, "work" | "noise">,
  { augmentations, isCentered }: { augmentations: Augmentations; isCentered: boolean },
): tf.Tensor {
  const stages = stagesOf(augmentations).filter(
    (stage) => Boolean(stage.isCentered) === isCentered && stage.isNeeded(work),
  );
  const tools = { ...TOOLS, backend: tf.getBackend(), noise };
  return stages.reduce((x, stage) => stage.reference(x as tf.Tensor4D, views, work, tools), x);
}

const TOOLS: Omit<ReferenceTools, "backend" | "noise"> = {
  tensor: (values, shape) => tf.tensor(values, shape),
  sum: (terms) => tf.addN(terms),
  transform: (x, transforms, border) => transformEach(x, tf.tensor2d(transforms, [x.shape[0], 8]), border),
  gather: gatherSamples,
  concat: (tensors) => tf.concat(tensors),
};

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

/** The CPU backend's kernel (TensorFlow.js 4.22) returns after the first image of a batch, so it gets one at a time. */
function transformEach(x: tf.Tensor4D, transforms: tf.Tensor2D, border: "nearest" | "reflect"): tf.Tensor4D {
  if (tf.getBackend() !== "cpu") return tf.image.transform(x, transforms, "bilinear", border);
  const images: tf.Tensor4D[] = tf.split(x, x.shape[0]);
  const own: tf.Tensor2D[] = tf.split(transforms, x.shape[0]);
  return tf.concat(images.map((image, i) => tf.image.transform(image, own[i]!, "bilinear", border)));
}
