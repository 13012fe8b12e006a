import type { Program } from "../../../engine/webgpu/gpu";
import { STEP_BLOCK_WGSL } from "../../../engine/wgsl/stepBlock";
import type { Temperatures } from "./types";

/** Bindings and WGSL of `fn temperature(learner: u32) -> f32` and of `fn slot() -> u32`, the row for the metrics. */
export function temperatureSource(source: Temperatures): Required<Pick<Program, "reads" | "uniforms" | "wgsl">> {
  const temperature = source.temperature ?? null;
  return {
    reads: temperature ? { temperatures: temperature } : {},
    uniforms: "block" in source ? { block: { tensor: source.block, type: "StepBlock" } } : {},
    wgsl: /* wgsl */ `${"block" in source ? `${STEP_BLOCK_WGSL}\n${SLOT_OF_BLOCK}` : FIRST_SLOT}
fn temperature(learner: u32) -> f32 { return ${temperature ? "temperatures[learner]" : "block.learners[learner].y"}; }`,
  };
}

const SLOT_OF_BLOCK = "fn slot() -> u32 { return block.slot; }";
const FIRST_SLOT = "fn slot() -> u32 { return 0u; }";
