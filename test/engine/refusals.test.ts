import { describe, expect, it, vi } from "vitest";
import { chooseBackend } from "../../src/engine/backend";
import { batchIndices } from "../../src/engine/batchOrder";
import { PURPOSE } from "../../src/engine/random";
import { DeviceWatch } from "../../src/engine/webgpu/deviceWatch";
import { saidOf } from "../../src/i18n/errors";
import { PSEUDO } from "../../src/i18n/pseudo";
import { english, translate } from "../../src/i18n/translate";

const thrownBy = (work: Promise<unknown>) =>
  work.then(
    () => expect.unreachable(),
    (thrown: unknown) => thrown,
  );

/** A device that says what a test makes it say. */
function fakeDevice() {
  const device = { queue: {}, lost: new Promise(() => undefined), onuncapturederror: null };
  return device as unknown as GPUDevice & { onuncapturederror(event: { error: { message: string } }): void };
}

describe("what the engine refuses", () => {
  it("is said in any language: a backend that is not there", async () => {
    const said = saidOf(await thrownBy(chooseBackend("webgl")));
    expect(said.id).toBe("errors.engine.noWebGl");
    expect(english(said)).toBe("WebGL 2 is not offered here.");
    expect(translate(said, PSEUDO)).not.toMatch(/offered/);
  });

  it("is said in any language: why a better backend was not taken", async () => {
    const { refused } = await chooseBackend("auto", "node_modules/@tensorflow/tfjs-backend-wasm/dist/");
    expect(refused.map(({ id }) => id)).toContain("errors.engine.noWebGl");
    expect(new Set(refused.map(english)).size).toBe(refused.length);
  });

  it("is what was lost too often: the best of the others takes its place, also of one that was asked for", async () => {
    const { backend, refused } = await chooseBackend("wasm", "node_modules/@tensorflow/tfjs-backend-wasm/dist/", [
      "wasm",
    ]);
    expect(backend).toBe("cpu");
    expect(english(refused[0]!)).toBe("WebAssembly has lost its device.");
  });

  it("is said in any language: what a device would not do", async () => {
    const device = fakeDevice();
    const watch = new DeviceWatch(device);
    device.onuncapturederror({ error: { message: "too large" } });
    const said = saidOf(await thrownBy(watch.settle(Promise.resolve())));
    expect(english(said)).toBe("The graphics device refused some work: too large");
    expect(translate(said, PSEUDO)).toMatch(/ðééṽîîçéé.*too large$/);
  });

  it("is told apart from a device whose memory is full", async () => {
    class OutOfMemory extends Error {}
    vi.stubGlobal("GPUOutOfMemoryError", OutOfMemory);
    const device = fakeDevice();
    const watch = new DeviceWatch(device);
    device.onuncapturederror({ error: new OutOfMemory("no room") });
    vi.unstubAllGlobals();
    const said = saidOf(await thrownBy(watch.settle(Promise.resolve())));
    expect([said.id, said.args]).toEqual(["errors.engine.outOfMemory", { reason: "no room" }]);
  });

  it("is said in any language: a batch larger than the data", () => {
    const draw = () => batchIndices({ seed: 1, step: 0, batchSize: 65, count: 64, purpose: PURPOSE.trainingOrder });
    expect(draw).toThrow("choose a batch size of at most 64");
    try {
      draw();
    } catch (error) {
      expect(saidOf(error).id).toBe("errors.engine.largeBatch");
    }
  });
});
