import type * as tf from "@tensorflow/tfjs";
import { type GpuBackend, output } from "../../engine/webgpu/gpu";
import { FLOAT, lookupWgsl } from "../../engine/wgsl/lookup";
import { f32 } from "../../engine/wgsl/numbers";
import { STEP_BLOCK_WGSL } from "../../engine/wgsl/stepBlock";
import { type Plane, planePlaceWgsl } from "../parts/plane";
import type { LiveTemperatureTensors, TemperatureBlock } from "./types";

/** The rules in WGSL, as index.ts defines them: one dispatch each, of one invocation per learner. */

/** [L, 1, 1] */
export function fusedTemperatures(
  backend: GpuBackend,
  { rules, factor }: LiveTemperatureTensors,
  learned: tf.Tensor3D | null,
  block: TemperatureBlock,
): tf.Tensor3D {
  const temperature = output<tf.Rank.R3>(backend, [block.learners, 1, 1]);
  backend.dispatch({
    ...perLearner(block),
    name: "live temperatures",
    reads: { rules, ...(learned ? { learned } : {}), ...(factor ? { factor } : {}) },
    writes: { temperature },
    constants: { LEARNERS: block.learners, COLUMNS: learned?.shape[2] ?? 1 },
    wgsl: /* wgsl */ `${STEP_BLOCK_WGSL}
fn run(l: u32) {
  var tau = block.learners[l].y;
  ${learned ? "tau /= exp(learned[l * COLUMNS]);" : ""}
  ${factor ? "tau /= factor[l];" : ""}
  temperature[l] = clamp(tau, rules[l].x, rules[l].y);
}`,
  });
  return temperature;
}

/** Changes column 0 of `learned` [L, 1, LEARNED] in place. */
export function fusedBound(backend: GpuBackend, rules: tf.Tensor, learned: tf.Tensor3D, block: TemperatureBlock): void {
  backend.dispatch({
    ...perLearner(block),
    name: "bounds of learned temperatures",
    reads: { rules },
    writes: { learned },
    constants: { LEARNERS: block.learners, COLUMNS: learned.shape[2] },
    wgsl: /* wgsl */ `${STEP_BLOCK_WGSL}
fn run(l: u32) {
  let base = block.learners[l].y;
  let i = l * COLUMNS;
  let bounded = clamp(learned[i], log(base / rules[l].y), log(base / rules[l].x));
  learned[i] = select(0.0, bounded, rules[l].z > 0.0);
}`,
  });
}

/** Changes `factor` [L, 1, 1] in place. @param ess of every anchor */
export function fusedControl(
  backend: GpuBackend,
  { rules, factor }: LiveTemperatureTensors & { factor: tf.Tensor3D },
  ess: Plane,
  { target, gain }: { target: number; gain: number },
  block: TemperatureBlock,
): void {
  const { scales } = ess;
  backend.dispatch({
    ...perLearner(block),
    name: "ESS controller",
    reads: { rules, ess: ess.planes },
    writes: { factor },
    constants: { LEARNERS: block.learners, VIEWS: ess.planes.shape[2] },
    wgsl: /* wgsl */ `${STEP_BLOCK_WGSL}${planePlaceWgsl(ess)}${scales ? lookupWgsl("scale_of", scales, FLOAT) : ""}
fn run(l: u32) {
  if (rules[l].w == 0.0) { return; }
  var sum = 0.0;
  for (var i = 0u; i < VIEWS; i++) { sum += ess[place_in_plane(l, i)]; }
  let share = ${scales ? "scale_of(l) * " : ""}sum / f32(VIEWS * (VIEWS - 2u));
  let change = select(${f32(1 - gain)}, ${f32(1 + gain)}, share > ${f32(target)});
  let base = block.learners[l].y;
  factor[l] = clamp(factor[l] * change, base / rules[l].y, base / rules[l].x);
}`,
  });
}

/** What the programs share. */
function perLearner({ tensor, learners }: TemperatureBlock) {
  return {
    uniforms: { block: { tensor, type: "StepBlock" } },
    elements: { rules: "vec4f" },
    grid: { invocations: learners },
  };
}
