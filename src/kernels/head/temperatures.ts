import type { Program } from "../gpu";
import { STEP_BLOCK_WGSL } from "../stepBlock";
import type { Temperatures } from "./types";

/** Bindings and WGSL of `fn temperature(learner: u32) -> f32` and of `fn slot() -> u32`, the row for the metrics. */
export function temperatureSource(source: Temperatures): Required<Pick<Program, "reads" | "uniforms" | "wgsl">> {
  if ("block" in source)
    return {
      reads: {},
      uniforms: { block: { tensor: source.block, type: "StepBlock" } },
      wgsl: /* wgsl */ `${STEP_BLOCK_WGSL}
fn temperature(learner: u32) -> f32 { return block.learners[learner].y; }
fn slot() -> u32 { return block.slot; }`,
    };
  return {
    reads: { temperatures: source.temperature },
    uniforms: {},
    wgsl: /* wgsl */ `
fn temperature(learner: u32) -> f32 { return temperatures[learner]; }
fn slot() -> u32 { return 0u; }`,
  };
}
