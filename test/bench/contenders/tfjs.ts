import * as tf from "@tensorflow/tfjs";
import "@tensorflow/tfjs-backend-cpu";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import "@tensorflow/tfjs-backend-webgpu";
import type { WasmPaths } from "../../../src/engine/wasm/start";
import type { Contender } from "../case";
import { createTfjsPeer } from "../peers/tfjs";
import { peerStep } from "../standard";
import { peerContender } from "./peers";

/** Stock TensorFlow.js: whoever uses it must not load this project's WebGPU backend, which takes the name of the stock one. */
export function tfjsContender(wasmPaths: WasmPaths): Contender {
  setWasmPaths(wasmPaths);
  return peerContender(
    async (backend) => {
      if (!(await tf.setBackend(backend))) throw new Error(`TensorFlow.js did not start ${backend}`);
      return `TensorFlow.js ${tf.version_core}`;
    },
    async ({ step, batchSize }) => createTfjsPeer(peerStep(step), batchSize),
  );
}
