import type { Contender } from "../case";
import { createJaxPeer, startJax } from "../peers/jax";
import { peerStep } from "../standard";
import { peerContender } from "./peers";

export function jaxContender(): Contender {
  return peerContender(
    async (backend) => {
      if (backend !== "webgpu" && backend !== "wasm") throw new Error(`jax-js is not asked for ${backend}`);
      await startJax(backend);
      return "jax-js";
    },
    async ({ step, batchSize }) => createJaxPeer(peerStep(step), batchSize),
  );
}
