import type * as tf from "@tensorflow/tfjs";
import type { ImageShape } from "../../augmentations/types";
import { type GpuBackend, output } from "../../engine/webgpu/gpu";
import { batchOrderWgsl } from "../../engine/wgsl/batchOrder";
import { SIN_COS_WGSL } from "../../engine/wgsl/sinCos";
import { storedElement, storeWgsl } from "../../engine/wgsl/store";
import { type FusedBatch, type ProgramPart, randomPart, stagesFor, valueSteps, viewCounts } from "./fusedBatch";
import { drawViewWgsl } from "./wgsl/drawView";
import { finishWgsl, invocationsPerView } from "./wgsl/finish";
import { gatheredPixelWgsl, gatherWgsl } from "./wgsl/gather";
import { imagePixelWgsl, pixelStride, pixelWgsl, plainViewPixelWgsl } from "./wgsl/pixel";
import { viewSize, viewWgsl } from "./wgsl/view";

/**
 * Both views of each seed's batch, drawn and made on the GPU: nothing depends on JavaScript but the step in the block,
 * so a recording can be replayed at any step. Draws and formulas are those of the reference (reference.ts with
 * augmentations/draws.ts and engine/batchOrder.ts).
 */

/** Invocations that make one view and its mean together. */
const GATHER_LANES = 64;

/** The views as numbers: one View each, and the sample that it shows. */
export interface DrawnViews {
  /** Rows of the data set, int32 [S, 2B]. */
  samples: tf.Tensor;
  /** [S, 2B, viewSize] */
  views: tf.Tensor;
}

/**
 * Both views of each seed's batch, ready for an encoder, in two or three dispatches: draw; gather, where a mean or
 * resampled neighbors are needed; finish.
 * @param images float32 0..1, or bytes of which an int32 holds four; [n, H, W, C] row-major, C at most 4
 * @returns [S, 2B, H, W, C], clipped to 0..1 and centered to -1..1
 */
export function fusedImages(
  backend: GpuBackend,
  images: tf.TensorInfo,
  shape: ImageShape,
  batch: FusedBatch,
): tf.Tensor5D {
  const drawn = drawViews(backend, shape, batch);
  const resident = residentPart(images, drawn, shape, batch);
  const { gathered, means } = gather(backend, resident, shape, batch);
  const source = gathered ? gatheredPart(gathered, drawn, shape, batch) : resident;
  const views = finish(backend, source, means, shape, batch);
  for (const tensor of [drawn.samples, drawn.views, gathered, means]) tensor?.dispose();
  return views;
}

/** Program 1: what the views show, and how. */
export function drawViews(backend: GpuBackend, shape: ImageShape, batch: FusedBatch): DrawnViews {
  const { perSeed, all } = viewCounts(batch);
  const random = randomPart(batch);
  const samples = output(backend, [all / perSeed, perSeed], "int32");
  const views = output(backend, [all / perSeed, perSeed, viewSize(batch)]);
  backend.dispatch({
    name: "draw views",
    ...random,
    writes: { samples, views, ...(batch.ofBatch && { of_batch: batch.ofBatch }) },
    elements: { views: "View" },
    grid: { invocations: all },
    wgsl: [
      random.wgsl,
      SIN_COS_WGSL,
      batchOrderWgsl(batch.order),
      viewWgsl(batch),
      drawViewWgsl(batch, shape),
      drawWgsl(batch),
    ].join("\n"),
  });
  return { samples, views };
}

function drawWgsl({ order: { batchSize }, ofBatch }: FusedBatch): string {
  const first = `if (i % VIEWS < ${batchSize}u) { of_batch[slice * ${batchSize}u + i % VIEWS] = samples[i]; }`;
  return /* wgsl */ `
fn run(i: u32) {
  let slice = i / VIEWS;
  let seed = bitcast<u32>(seeds[slice]);
  samples[i] = i32(batch_sample(slice, seed, block.step, i % VIEWS % ${batchSize}u));
  views[i] = draw_view(seed, block.step, own_view(i));${ofBatch ? `\n  ${first}` : ""}
}`;
}

/** Program 2: the pixels before they are changed, and the mean grey value of each view. */
function gather(backend: GpuBackend, source: ProgramPart, shape: ImageShape, batch: FusedBatch) {
  const stages = stagesFor(batch);
  const measures = stages.some(({ wgsl }) => wgsl.pixel?.(batch.work).readsMeans);
  const looksAround = stages.some(({ wgsl }) => wgsl.neighbors);
  const stores = stages.some(({ wgsl }) => wgsl.resample) && (measures || looksAround);
  if (!stores && !measures) return { gathered: null, means: null };
  const { all } = viewCounts(batch);
  const gathered = stores ? output(backend, [all, shape[0] * shape[1], pixelStride(shape)]) : null;
  const means = measures ? output(backend, [all]) : null;
  backend.dispatch({
    name: "gather views",
    reads: source.reads,
    writes: { ...(gathered && { gathered }), ...(means && { means }) },
    elements: { ...source.elements, gathered: "Pixel" },
    grid: { workgroups: all, lanes: GATHER_LANES },
    wgsl: source.wgsl + gatherWgsl({ shape, lanes: GATHER_LANES, stores, measures }),
  });
  return { gathered, means };
}

/** Program 3: what changes pixels and values, and -1..1 between the two kinds of values. */
function finish(
  backend: GpuBackend,
  source: ProgramPart,
  means: tf.Tensor | null,
  shape: ImageShape,
  batch: FusedBatch,
): tf.Tensor5D {
  const { perSeed, all } = viewCounts(batch);
  const random = valueSteps(batch).length > 0 ? randomPart(batch) : { reads: {}, wgsl: "" };
  const size = shape[0] * shape[1] * shape[2];
  const y = output<tf.Rank.R5>(backend, [all / perSeed, perSeed, ...shape]);
  backend.dispatch({
    name: "finish views",
    ...random,
    reads: { ...source.reads, ...(means && { means }), ...random.reads },
    writes: { y },
    elements: { ...source.elements, y: storedElement(size) },
    grid: { invocations: all * invocationsPerView(shape) },
    wgsl: [source.wgsl, random.wgsl, storeWgsl(size), finishWgsl(shape, batch)].join("\n"),
  });
  return y;
}

/** `view_pixel` from the resident images. */
function residentPart(images: tf.TensorInfo, drawn: DrawnViews, shape: ImageShape, batch: FusedBatch): ProgramPart {
  const resampling = stagesFor(batch).find(({ wgsl }) => wgsl.resample);
  const isPacked = images.dtype === "int32";
  return {
    reads: { images, ...drawn },
    elements: { images: isPacked ? "u32" : "f32", views: "View" },
    wgsl: [
      viewWgsl(batch),
      pixelWgsl(shape),
      imagePixelWgsl(shape, isPacked),
      resampling?.wgsl.resample?.(shape) ?? plainViewPixelWgsl(shape),
    ].join("\n"),
  };
}

/** `view_pixel` from gathered pixels. */
function gatheredPart(gathered: tf.Tensor, { views }: DrawnViews, shape: ImageShape, batch: FusedBatch): ProgramPart {
  return {
    reads: { gathered, views },
    elements: { gathered: "Pixel", views: "View" },
    wgsl: [viewWgsl(batch), pixelWgsl(shape), gatheredPixelWgsl(shape)].join("\n"),
  };
}
