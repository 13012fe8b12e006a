import type { Contender } from "../case";
import { createJaxPeer, startJax } from "../peers/jax";
import { STANDARD } from "../standard";
import { peerContender } from "./peers";

export function jaxContender(): Contender {
  return peerContender(
    async (backend) => {
      await startJax(backend);
      return `${backend}, jax-js`;
    },
    async ({ encoder, batchSize }) => createJaxPeer(STANDARD[encoder], batchSize),
  );
}
