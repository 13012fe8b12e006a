import type * as tf from "@tensorflow/tfjs";
import { type GpuBackend, output } from "../../engine/webgpu/gpu";
import { batchOrderWgsl } from "../../engine/wgsl/batchOrder";
import { storedElement, storeWgsl } from "../../engine/wgsl/store";
import { applyAll, type FusedBatch, functionsOf, randomPart, valueSteps, viewCounts } from "./fusedBatch";

/** How points lie in memory. */
interface PointLayout {
  /** D. */
  size: number;
  /** Points from the first of a pair to its second; 0 where both views are made of one point. */
  pairOffset: number;
}

/**
 * Both views of each seed's batch of points, the point (or the points of a pair) plus noise, in one dispatch.
 * @param points float32 [n, D]; of pairs, all first points before all second ones
 * @returns [S, 2B, D]
 */
export function fusedPoints(
  backend: GpuBackend,
  points: tf.TensorInfo,
  { size, pairOffset }: PointLayout,
  batch: FusedBatch,
): tf.Tensor3D {
  const { perSeed, all } = viewCounts(batch);
  const y = output<tf.Rank.R3>(backend, [all / perSeed, perSeed, size]);
  const random = randomPart(batch);
  const steps = valueSteps(batch);
  const groups = Math.ceil(size / 4);
  backend.dispatch({
    name: "views of points",
    reads: { points, ...random.reads },
    writes: { y, ...(batch.ofBatch && { of_batch: batch.ofBatch }) },
    uniforms: random.uniforms,
    elements: { y: storedElement(size) },
    constants: {
      ...random.constants,
      BATCH: batch.order.batchSize,
      SIZE: size,
      GROUPS: groups,
      PAIR_OFFSET: pairOffset,
    },
    grid: { invocations: all * groups },
    wgsl: [
      random.wgsl,
      batchOrderWgsl(batch.order),
      functionsOf(steps),
      storeWgsl(size),
      pointsWgsl(applyAll(steps, "four"), batch),
    ].join("\n"),
  });
  return y;
}

function pointsWgsl(changed: string, { ofBatch }: FusedBatch): string {
  const first =
    "if (group == 0u && view % VIEWS < BATCH) { of_batch[view / VIEWS * BATCH + view % BATCH] = i32(first); }";
  return /* wgsl */ `
/** Four coordinates of a view. */
fn run(i: u32) {
  let view = i / GROUPS;
  let group = i % GROUPS;
  let first = batch_sample(view / VIEWS, bitcast<u32>(seeds[view / VIEWS]), block.step, view % BATCH);
  let sample = first + (view % VIEWS) / BATCH * PAIR_OFFSET;
  var four: vec4f;
  for (var k = 0u; k < 4u; k++) { four[k] = points[sample * SIZE + min(4u * group + k, SIZE - 1u)]; }
  store(view, group, ${changed});${ofBatch ? `\n  ${first}` : ""}
}`;
}
