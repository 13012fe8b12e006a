import { createRequire } from "node:module";
import { dirname } from "node:path";
import { saidOf } from "../i18n/errors";
import { type Said, say } from "../i18n/message";
import { texts } from "./errors";

/** Folder of the WASM backend's binaries, with a slash at its end. */
export function nodeWasmFolder(): string {
  const main = createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm");
  return `${dirname(main)}/`;
}

/**
 * Gives Node the `navigator.gpu` of a browser, through Dawn, so that the WebGPU backend works without a page.
 *
 * @returns null, or why it cannot be had
 */
export async function provideWebGpu(): Promise<Said | null> {
  try {
    const { create, globals } = await import("webgpu");
    Object.assign(globalThis, globals);
    const navigator = Object.assign(Object.create(globalThis.navigator ?? null), { gpu: create([]) });
    Object.defineProperty(globalThis, "navigator", { value: navigator, configurable: true });
    return null;
  } catch (error) {
    return say(texts.noDawn, { reason: saidOf(error) });
  }
}
