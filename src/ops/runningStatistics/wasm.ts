import type * as tf from "@tensorflow/tfjs";
import type { WasmLane } from "../../engine/wasm/lane";
import { tableOf } from "../../engine/wasm/tables";
import { MOMENTUM, type Observed } from "./types";

/** As reference.ts has it, in WebAssembly (wasm.as.ts), in place. */
export function wasmRunning(lane: WasmLane, running: tf.TensorInfo, { statistics, counts }: Observed): void {
  const [learners, rows, , channels] = statistics.shape;
  const ofAll = tableOf(lane, counts.length === 1 ? new Array<number>(learners).fill(counts[0] ?? 0) : counts);
  lane.run("updateRunning", {
    reads: [statistics, ofAll],
    writes: [running],
    numbers: [learners, rows, channels, MOMENTUM],
  });
}
