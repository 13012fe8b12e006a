import type { WasmPaths } from "../../../src/engine/backend";
import { openBenchmark } from "../../../src/training/benchmark";
import { prepareBackend } from "../../../src/training/prepareBackend";
import type { BenchCase, Contender, Round } from "../case";
import { openOperation } from "../operations/open";
import { openForward } from "./forward";

/** What is timed again and again. */
interface Timed {
  time(steps: number): Promise<Round>;
  dispose(): void;
}

/** This project's own step, augmentation and metrics included; its cases take turns with the kernels that each wants. */
export function oursContender(wasmPaths: WasmPaths): Contender {
  const runs = new Map<string, Timed>();
  const prepare = (what: Pick<BenchCase, "kernels"> & { backend: string }) =>
    prepareBackend({ kernels: what.kernels, backend: what.backend as "webgpu" | "wasm" }, wasmPaths);
  return {
    async start(backend) {
      const { adapter, kernels } = await prepare({ backend, kernels: "fused" });
      return `${adapter}, ${kernels} kernels`;
    },
    async round(what, steps) {
      await prepare(what);
      const key = JSON.stringify(what);
      const run = runs.get(key) ?? (await open(what));
      runs.set(key, run);
      return run.time(steps);
    },
    async release() {
      for (const run of runs.values()) run.dispose();
      runs.clear();
    },
  };
}

function open({ step, task, ...options }: BenchCase): Promise<Timed> {
  if (typeof task === "object") return openOperation(task.operation, options.captured);
  return task === "forward" ? openForward(step, options.batchSize) : openBenchmark({ encoder: step, ...options });
}
