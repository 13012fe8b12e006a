import { createRequire } from "node:module";
import { dirname } from "node:path";
import type { ExperimentConfig } from "../config/schema";
import { saidOf } from "../i18n/errors";
import { type Said, say } from "../i18n/message";
import type { Environment } from "../record/environment";
import { prepareBackend } from "../training/prepareBackend";
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

/** WebGPU through Dawn where there is an adapter, else the order of the page. */
export async function startBackend(config: Pick<ExperimentConfig, "backend" | "kernels">): Promise<Environment> {
  const refusal = config.backend === "auto" || config.backend === "webgpu" ? await provideWebGpu() : null;
  const environment = await prepareBackend(config, nodeWasmFolder());
  if (refusal) environment.refused.unshift(refusal);
  return environment;
}
