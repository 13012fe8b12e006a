import type * as tf from "@tensorflow/tfjs";
import { type WasmLane, wasmOutput } from "../../engine/wasm/lane";
import type { LiveTemperatureTensors, TemperatureBlock } from "./types";

/** The rules in WebAssembly (wasm.as.ts), as index.ts defines them. */

/** [L, 1, 1] */
export function wasmTemperatures(
  lane: WasmLane,
  { rules, factor }: LiveTemperatureTensors,
  learned: tf.Tensor3D | null,
  { tensor, learners }: TemperatureBlock,
): tf.Tensor3D {
  const temperature = wasmOutput<tf.Rank.R3>(lane, [learners, 1, 1]);
  const numbers = [learners, learned?.shape[2] ?? 1];
  lane.run("liveTemperatures", { reads: [rules, learned, factor, tensor], writes: [temperature], numbers });
  return temperature;
}

/** Changes column 0 of `learned` [L, 1, LEARNED] in place. */
export function wasmBound(
  lane: WasmLane,
  rules: tf.Tensor,
  learned: tf.Tensor3D,
  { tensor, learners }: TemperatureBlock,
): void {
  lane.run("boundLearned", { reads: [rules, tensor], writes: [learned], numbers: [learners, learned.shape[2]] });
}

/** Changes `factor` [L, 1, 1] in place. @param ess [L, N] */
export function wasmControl(
  lane: WasmLane,
  { rules, factor }: LiveTemperatureTensors & { factor: tf.Tensor3D },
  ess: tf.Tensor2D,
  { target, gain }: { target: number; gain: number },
  { tensor, learners }: TemperatureBlock,
): void {
  const numbers = [learners, ess.shape[1], target, gain];
  lane.run("controlTemperatures", { reads: [rules, ess, tensor], writes: [factor], numbers });
}
