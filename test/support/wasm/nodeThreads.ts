import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { Member, Spawn } from "../../../src/engine/wasm/threads/team";

/** What a thread runs, in TypeScript: `--import tsx` does nothing in threads. */
const ENTRY = new URL("./kernelThread.ts", import.meta.url).href;
const SERVES = `import("tsx/esm/api").then(({ register }) => { register(); return import(${JSON.stringify(ENTRY)}); })`;

/** Threads of Node.js in the place of a browser's workers. */
export class NodeThreads {
  readonly workers: Worker[] = [];

  /** @param script what they run */
  readonly spawn =
    (script = SERVES): Spawn =>
    (assignment): Member => {
      const worker = new Worker(script, { eval: true, workerData: assignment });
      this.workers.push(worker);
      return { ready: once(worker, "message").then(() => undefined), terminate: () => void worker.terminate() };
    };

  /** Resolves when all are gone. */
  async gone(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.threadId === -1 || once(worker, "exit")));
  }
}
