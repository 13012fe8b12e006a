import type * as tf from "@tensorflow/tfjs";
import type { WasmLane } from "../../engine/wasm/lane";
import { MOMENTUM, type Observed } from "./types";

/** As reference.ts has it, in WebAssembly (wasm.as.ts), in place. @param observed of learners that all have as many numbers */
export function wasmRunning(lane: WasmLane, running: tf.TensorInfo, { statistics, counts }: Observed): void {
  const [count = 0] = counts;
  const [learners, rows, , channels] = statistics.shape;
  const numbers = [learners, rows, channels, MOMENTUM, count / (count - 1)];
  lane.run("updateRunning", { reads: [statistics], writes: [running], numbers });
}
