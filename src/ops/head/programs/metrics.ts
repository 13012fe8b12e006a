import type { TensorInfo } from "@tensorflow/tfjs";
import type { Program } from "../../../engine/webgpu/gpu";
import type { MetricWgsl } from "../../../metrics/wgsl";
import { ANCHOR_AT_WGSL, ANCHOR_WGSL } from "./anchors";
import { LANE_SUMS_WGSL } from "./lanes";
import { type HeadShape, shapeSource } from "./shape";
import { temperatureSource } from "./temperatures";
import type { Temperatures } from "./types";

/** Invocations that share a learner's batch. Each of them adds up the shares of all, so a small batch has few. */
function laneCount(views: number): number {
  return views < 256 ? 32 : 256;
}

/** What that dispatch reads. */
interface MetricsInput {
  unit: TensorInfo;
  cosines: TensorInfo;
  anchors: TensorInfo;
  /** Metrics that have no WGSL, in the order of their columns, [L, how many]. */
  beside?: TensorInfo;
}

/** The columns of a step's metrics. */
export interface MetricColumns {
  /** In the order of the columns; null for a metric that was measured beside the head. */
  bodies: readonly (MetricWgsl | null)[];
  /** WGSL functions that the bodies call. */
  library: string;
}

/**
 * Last dispatch but for what is learned: the metrics of a step, by one workgroup per learner, into row `block.slot`.
 *
 * @param metrics written, [rows, L, K]
 */
export function metricsProgram(
  shape: HeadShape,
  temperatures: Temperatures,
  { bodies, library }: MetricColumns,
  input: MetricsInput,
  metrics: TensorInfo,
): Program {
  const source = temperatureSource(temperatures);
  const lanes = laneCount(shape.views);
  const { constants, wgsl } = shapeSource(shape);
  return {
    name: "head: metrics",
    reads: { ...source.reads, ...input },
    writes: { metrics },
    uniforms: source.uniforms,
    elements: { unit: "vec4f" },
    constants: { ...constants, LANES: lanes, METRICS: bodies.length },
    grid: { workgroups: shape.learners, lanes },
    wgsl: [
      wgsl,
      source.wgsl,
      ANCHOR_WGSL,
      ANCHOR_AT_WGSL,
      BATCH_WGSL,
      LANE_SUMS_WGSL,
      library,
      ...measuringBodies(bodies).map((body, k) => `fn measure_${k}(learner: u32, lane: u32) -> f32 { ${body} }`),
      runWgsl(bodies.length),
    ].join("\n"),
  };
}

/** A metric without WGSL has only to be copied to its column. */
function measuringBodies(bodies: MetricColumns["bodies"]): MetricWgsl[] {
  const besides = bodies.filter((body) => body === null).length;
  let place = 0;
  return bodies.map((body) => body ?? `return beside[learner * ${besides}u + ${place++}u];`);
}

const BATCH_WGSL = /* wgsl */ `
fn cosine(learner: u32, i: u32, j: u32) -> f32 { return cosines[(learner * ROWS + i) * ROWS + j]; }
fn unit_at(learner: u32, i: u32, vector: u32) -> vec4f { return unit[(learner * ROWS + i) * VECTORS + vector]; }`;

function runWgsl(count: number): string {
  const columns = Array.from({ length: count }, (_, k) => k);
  return /* wgsl */ `
fn run(learner: u32, lane: u32) {
  see_learner(learner);
  let row = (slot() * LEARNERS + learner) * METRICS;
  ${columns.map((k) => `let metric_${k} = measure_${k}(learner, lane);`).join("\n  ")}
  if (lane > 0u) { return; }
  ${columns.map((k) => `metrics[row + ${k}u] = metric_${k};`).join("\n  ")}
}`;
}
