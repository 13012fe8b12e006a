import * as tf from "@tensorflow/tfjs";
import "@tensorflow/tfjs-backend-webgpu";
import type { Contender } from "../case";
import { createTfjsPeer } from "../peers/tfjs";
import { STANDARD } from "../standard";
import { peerContender } from "./peers";

/** Stock TensorFlow.js: whoever uses it must not load this project's WebGPU backend, which takes the name of the stock one. */
export function tfjsContender(): Contender {
  return peerContender(
    async (backend) => {
      if (!(await tf.setBackend(backend))) throw new Error(`TensorFlow.js did not start ${backend}.`);
      return `${backend}, TensorFlow.js ${tf.version_core}`;
    },
    async ({ encoder, batchSize }) => createTfjsPeer(STANDARD[encoder], batchSize),
  );
}
