import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { importerOf } from "../../src/worker/moduleWorker";

describe("a worker that imports its module", () => {
  it("gives it what came meanwhile, in the same order, and nothing twice", async () => {
    const target = new EventTarget();
    const heard: unknown[] = [];
    let load: (module: object) => void = () => undefined;
    const imported = new Promise((resolve) => {
      load = resolve;
    });
    const script = importerOf("https://a.example/worker.js").replace(/import\((.*)\)\.then/, "imported.then");
    runInNewContext(script, {
      imported,
      MessageEvent,
      setTimeout,
      addEventListener: target.addEventListener.bind(target),
      removeEventListener: target.removeEventListener.bind(target),
      dispatchEvent: target.dispatchEvent.bind(target),
    });
    const post = (data: unknown) => target.dispatchEvent(new MessageEvent("message", { data }));
    post(1);
    post(2);
    target.addEventListener("message", (event) => heard.push((event as MessageEvent).data));
    load({});
    await imported;
    await Promise.resolve();
    post(3);
    expect(heard).toEqual([1, 2, 3]);
  });
});
