import type { Contender } from "../case";
import { createOrtPeer, loadOrt } from "../peers/ort";
import { peerStep } from "../standard";
import { peerContender } from "./peers";

export function ortContender(): Contender {
  let running: "webgpu" | "wasm" = "wasm";
  return peerContender(
    async (backend) => {
      if (backend !== "webgpu" && backend !== "wasm") throw new Error(`ONNX Runtime Web is not asked for ${backend}`);
      running = backend;
      const { env } = await loadOrt(backend);
      return `ONNX Runtime Web ${env.versions.web}`;
    },
    async ({ step, batchSize }) => createOrtPeer(await loadOrt(running), running, peerStep(step), batchSize),
  );
}
