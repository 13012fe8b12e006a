import { isShared } from "../kernels";
import { type Assignment, READY } from "./member";
import type { Member, Spawn } from "./team";

/** Whether a memory's kernels can have threads: browsers that have workers in workers share it with them. */
export function mayHaveThreads(memory: WebAssembly.Memory): boolean {
  return isShared(memory) && typeof Worker !== "undefined";
}

/** The threads of a browser: one for each core. */
export function browserThreads(): { cores: number; spawn: Spawn } {
  return { cores: navigator.hardwareConcurrency, spawn: spawnWorker };
}

/** A browser's worker as a thread. */
function spawnWorker(assignment: Assignment): Member {
  try {
    return asMember(new Worker(new URL("./member.worker.ts", import.meta.url), { type: "module" }), assignment);
  } catch (error) {
    return { ready: Promise.reject(error), terminate: () => undefined };
  }
}

function asMember(worker: Worker, assignment: Assignment): Member {
  const ready = new Promise<void>((resolve, reject) => {
    worker.onmessage = ({ data }) => (data === READY ? resolve() : reject(new Error(String(data))));
    worker.onerror = (event) => {
      // Or it would count as an error of the thread that asked.
      event.preventDefault();
      reject(new Error(event.message));
    };
  });
  worker.postMessage(assignment);
  return { ready, terminate: () => worker.terminate() };
}
