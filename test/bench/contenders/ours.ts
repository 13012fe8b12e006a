import { chooseBackend, type WasmPaths } from "../../../src/engine/backend";
import { runBenchmark } from "../../../src/training/benchmark";
import type { Contender } from "../case";

/** This project's own step, augmentation and metrics included. */
export function oursContender(wasmPaths: WasmPaths): Contender {
  return {
    start: async (backend) => (await chooseBackend(backend, wasmPaths)).adapter,
    round({ encoder, batchSize, arms, seeds, captured }, steps) {
      const options = { encoder, batchSize, arms, seeds, captured, steps };
      return runBenchmark(options);
    },
  };
}
