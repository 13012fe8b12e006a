import * as Comlink from "comlink";
import { expect, it } from "vitest";
import { texts } from "../../src/worker/errors";
import { WorkerLink } from "../../src/worker/link";

/** A worker whose file does not come. */
class MissingWorker extends EventTarget {
  terminated = false;
  postMessage(): void {
    setTimeout(() => this.dispatchEvent(new Event("error")));
  }
  terminate(): void {
    this.terminated = true;
  }
}

/** A worker that answers, and breaks when it is told to. */
function answeringWorker(): Worker & { break: () => void } {
  const { port1, port2 } = new MessageChannel();
  Comlink.expose({ pause: async () => undefined, stop: () => Promise.reject(new Error("no run")) }, port1);
  const breakNow = () => port2.dispatchEvent(Object.assign(new Event("error"), { message: "out of memory" }));
  return Object.assign(port2, { break: breakNow, terminate: () => port2.close() }) as unknown as Worker & {
    break: () => void;
  };
}

it("tells all who wait that the worker could not be loaded, and tries anew", async () => {
  const missing = new MissingWorker();
  const answering = answeringWorker();
  const workers = [missing as unknown as Worker, answering];
  const crashes: string[] = [];
  const link = new WorkerLink({ make: () => workers.shift()!, crashed: (said) => crashes.push(said.id) });
  const calls = await Promise.allSettled([link.call((r) => r.pause()), link.call((r) => r.stop())]);
  expect(calls).toMatchObject([{ reason: { said: texts.notLoaded } }, { reason: { said: texts.notLoaded } }]);
  expect(missing.terminated).toBe(true);
  await link.call((remote) => remote.pause());
  await expect(link.call((remote) => remote.stop())).rejects.toThrow("no run");
  expect(crashes).toEqual([]);
  answering.terminate();
});

it("goes on with a worker that an error escaped, and says so", async () => {
  const worker = answeringWorker();
  const crashes: unknown[] = [];
  const link = new WorkerLink({ make: () => worker, crashed: (said) => crashes.push(said.args) });
  await link.call((remote) => remote.pause());
  worker.break();
  expect(crashes).toEqual([{ text: "out of memory" }]);
  await link.call((remote) => remote.pause());
  worker.terminate();
});
