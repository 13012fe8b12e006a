import type * as tf from "@tensorflow/tfjs";
import { type WasmLane, wasm, wasmOutput } from "../../engine/wasm/lane";
import { type GpuBackend, gpu, output } from "../../engine/webgpu/gpu";
import type { StepMetric } from "../../metrics/types";
import { type Plane, wholePlane } from "../parts/plane";
import { type FusedHeadInput, type FusedHeadOutput, fusedHead } from "./fused";
import { type HeadPlan, planOf } from "./plan";
import { anchorPlane } from "./programs/anchors";
import type { HeadArm } from "./types";
import { wasmEss, wasmHead } from "./wasm";
import { knowsArm } from "./wasm/arms";
import { knowsMetric } from "./wasm/metrics";

/** The head's kernels on the current backend, whatever they are written in. */
export interface HeadKernels {
  /** Whether learners may have rows of their own (mixed.ts). */
  hasOwnRows: boolean;
  /** Which arms they know. */
  planOf(arms: readonly HeadArm[], hasQueue: boolean): HeadPlan;
  knowsMetric(metric: StepMetric): boolean;
  output<R extends tf.Rank>(shape: number[]): tf.Tensor<R>;
  run(input: FusedHeadInput): FusedHeadOutput;
  /** Effective sample size of every anchor's negatives, from the statistics of the anchors. */
  essOf(anchors: tf.Tensor3D): Plane;
}

/** Null where everything has to take its reference. */
export function headKernels(): HeadKernels | null {
  const [backend, lane] = [gpu(), wasm()];
  if (backend) return onWebGpu(backend);
  return lane && onWasm(lane);
}

function onWebGpu(backend: GpuBackend): HeadKernels {
  return {
    hasOwnRows: true,
    planOf: (arms, hasQueue) => planOf(arms, hasQueue),
    knowsMetric: ({ wgsl }) => wgsl !== undefined,
    output: (shape) => output(backend, shape),
    run: (input) => fusedHead(backend, input),
    essOf: (anchors) => anchorPlane(anchors, "ess"),
  };
}

function onWasm(lane: WasmLane): HeadKernels {
  return {
    hasOwnRows: false,
    planOf: (arms, hasQueue) => planOf(arms, hasQueue, (arm) => knowsArm(lane, arm)),
    knowsMetric: (metric) => knowsMetric(lane, metric),
    output: (shape) => wasmOutput(lane, shape),
    run: (input) => wasmHead(lane, input),
    essOf: (anchors) => wholePlane(wasmEss(lane, anchors)),
  };
}
