import * as tf from "@tensorflow/tfjs";
import { describe, expect, it } from "vitest";
import { BackendError, type BackendName, chooseBackend, memory } from "../../src/engine/backend";
import { english } from "../../src/i18n/translate";
import { PRESENT_BACKENDS } from "../support/backends";

const IN_BROWSER = typeof document !== "undefined";
const WASM_PATHS = `${IN_BROWSER ? "/" : ""}node_modules/@tensorflow/tfjs-backend-wasm/dist/`;

describe("chooseBackend", () => {
  it("takes the first of its order that computes in hardware, then WASM, and says why not a better one", async () => {
    const environment = await chooseBackend("auto", WASM_PATHS);
    expect(tf.getBackend()).toBe(environment.backend);
    const better = ["webgpu", "webgl", "wasm"].indexOf(environment.backend);
    expect(better).toBeGreaterThanOrEqual(0);
    expect(environment.software).toBe(false);
    expect(environment.refused.length).toBe(better);
    for (const reason of environment.refused) expect(english(reason)).toMatch(/^[A-Z].*\.$/);
    expect(environment.tfjs).toMatch(/^\d+\.\d+\.\d+/);
    expect(environment.userAgent).not.toBe("unknown");
    expect(environment.adapter).not.toBe("");
  });

  it.each<BackendName>(["webgpu", "webgl", "wasm", "cpu"])(
    "takes %s when asked, or refuses in a sentence",
    async (backend) => {
      const outcome = await chooseBackend(backend, WASM_PATHS).catch((error: unknown) => error);
      if (outcome instanceof BackendError) {
        expect(PRESENT_BACKENDS.has(backend) || backend === "wasm" || backend === "cpu").toBe(false);
        expect(outcome.message).toMatch(/^Web.*\.$/);
      } else {
        expect(outcome).toMatchObject({ backend, refused: [] });
        expect(Array.from(await tf.add(tf.tensor1d([1, 2]), 3).data())).toEqual([4, 5]);
      }
    },
  );

  it("repeats", async () => {
    const first = await chooseBackend("cpu");
    expect(await chooseBackend("cpu")).toEqual(first);
  });
});

describe("memory", () => {
  it("counts the tensors that live", () => {
    const before = memory().tensors;
    const tensor = tf.zeros([4]);
    expect(memory().tensors).toBe(before + 1);
    tensor.dispose();
    expect(memory().tensors).toBe(before);
  });
});
