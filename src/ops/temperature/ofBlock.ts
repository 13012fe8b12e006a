import * as tf from "@tensorflow/tfjs";
import { type WasmLane, wasm, wasmOutput } from "../../engine/wasm/lane";
import { gpu, output } from "../../engine/webgpu/gpu";
import { STEP_BLOCK_WGSL } from "../../engine/wgsl/stepBlock";
import type { TemperatureBlock } from "./types";

/** The learners' temperatures of the block as a tensor, [L, 1, 1], for operations that read no uniforms. */
export function temperaturesOf(block: TemperatureBlock): tf.Tensor3D {
  const [backend, lane] = [gpu(), wasm()];
  const { learners, values } = block;
  if (lane) return ofLane(lane, block);
  if (!backend) return tf.tensor3d(Array.from(values.temperatures), [learners, 1, 1]);
  const temperature = output<tf.Rank.R3>(backend, [learners, 1, 1]);
  backend.dispatch({
    name: "temperatures",
    reads: {},
    writes: { temperature },
    uniforms: { block: { tensor: block.tensor, type: "StepBlock" } },
    constants: { LEARNERS: learners },
    grid: { invocations: learners },
    wgsl: `${STEP_BLOCK_WGSL}
fn run(l: u32) { temperature[l] = block.learners[l].y; }`,
  });
  return temperature;
}

function ofLane(lane: WasmLane, { tensor, learners }: TemperatureBlock): tf.Tensor3D {
  const temperature = wasmOutput<tf.Rank.R3>(lane, [learners, 1, 1]);
  lane.run("blockTemperatures", { reads: [tensor], writes: [temperature], numbers: [learners] });
  return temperature;
}
