import * as tf from "@tensorflow/tfjs";
import { afterEach, beforeAll, beforeEach, describe, inject } from "vitest";
import { createLane } from "../../src/engine/wasm/lane";
import type { PlaygroundBackend } from "../../src/engine/webgpu/backend";
import { registerWebGpu } from "../../src/engine/webgpu/register";
import { IS_THOROUGH } from "./thorough";

/**
 * One test file for all devices. Node has CPU, WASM and, with a Vulkan driver, WebGPU through Dawn; a browser has WebGL,
 * and WebGPU where Node has not. A backend that this machine lacks shows up as skipped. Every test runs in its own tensor
 * scope, so that it need not dispose anything.
 */

export type BackendName = "cpu" | "wasm" | "webgl" | "webgpu";

const IN_BROWSER = typeof document !== "undefined";
const CANDIDATES: BackendName[] = IN_BROWSER ? inBrowser() : ["cpu", "wasm", "webgpu"];

function inBrowser(): BackendName[] {
  return inject("webGpuIsTestedInNode") ? ["webgl"] : ["webgl", "webgpu"];
}

declare module "vitest" {
  interface ProvidedContext {
    webGpuIsTestedInNode: boolean;
  }
}

if (!IN_BROWSER) {
  const { provideWebGpu } = await import("../../src/cli/nodeBackend");
  await provideWebGpu();
  const wasm = await import("@tensorflow/tfjs-backend-wasm");
  wasm.setWasmPaths("node_modules/@tensorflow/tfjs-backend-wasm/dist/");
}
await import("@tensorflow/tfjs-backend-cpu");
if (IN_BROWSER) await import("@tensorflow/tfjs-backend-webgl");
registerWebGpu();

/** Backends that start on this machine. */
export const PRESENT_BACKENDS: ReadonlySet<BackendName> = await findPresentBackends();

async function findPresentBackends(): Promise<Set<BackendName>> {
  const present = new Set<BackendName>();
  for (const name of CANDIDATES) if (await starts(name)) present.add(name);
  return present;
}

async function starts(name: BackendName): Promise<boolean> {
  const flag = { webgpu: "WEBGPU_CPU_FORWARD", webgl: "WEBGL_CPU_FORWARD", cpu: null, wasm: null }[name];
  // Small tensors would otherwise be computed on the CPU, and the device would not be tested at all.
  if (flag) tf.env().set(flag, false);
  if (name === "webgpu" && !(await navigator.gpu?.requestAdapter())) return false;
  if (!(await tf.setBackend(name))) return false;
  if (name === "wasm") await createLane();
  return true;
}

/**
 * For runs made of parts that have tests on every backend: WebGPU, where a software adapter takes long to compile their programs, is
 * left to the thorough tests.
 */
export const QUICK_BACKENDS: readonly BackendName[] = CANDIDATES.filter((name) => IS_THOROUGH || name !== "webgpu");

/**
 * Declares the tests of `body` once per backend.
 * @param body called at collection time; declare tests in it as in `describe`
 * @param backends what the tests are about, if not all
 */
export function describeOnEachBackend(
  name: string,
  body: (backend: BackendName) => void,
  backends: readonly BackendName[] = CANDIDATES,
): void {
  for (const backend of backends) {
    describe.skipIf(!PRESENT_BACKENDS.has(backend))(`${name} [${backend}]`, () => {
      beforeAll(async () => {
        await tf.setBackend(backend);
      });
      beforeEach(() => tf.engine().startScope());
      afterEach(() => tf.engine().endScope());
      body(backend);
    });
  }
}

/** Declares tests of what only WebGPU has, in tensor scopes as `describeOnEachBackend` does. */
export function describeOnWebGpu(name: string, body: (backend: PlaygroundBackend) => void): void {
  describe.skipIf(!PRESENT_BACKENDS.has("webgpu"))(`${name} [webgpu]`, () => {
    beforeAll(async () => {
      await tf.setBackend("webgpu");
    });
    beforeEach(() => tf.engine().startScope());
    afterEach(() => tf.engine().endScope());
    // `tf.findBackend` would start a backend that is not there yet, and every test of another one would fail meanwhile.
    body(tf.engine().registry.webgpu as unknown as PlaygroundBackend);
  });
}
