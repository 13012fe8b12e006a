import { parentPort, workerData } from "node:worker_threads";
import { serve } from "../../../src/engine/wasm/threads/member";

/** A thread of Node.js that does what a browser's does (member.worker.ts). */
await serve(workerData, () => parentPort?.postMessage("ready"));
