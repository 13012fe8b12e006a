import { wasm } from "./wasm/lane";
import { playgroundBackend } from "./webgpu/register";

/**
 * Resolves when the backend has done all that was queued so far; null where it cannot tell, so that somebody has to read
 * a result to know.
 */
export function queueFence(): Promise<void> | null {
  return playgroundBackend()?.settled() ?? (wasm() && DONE);
}

/** Kernels in WebAssembly have done their work when their call returns. */
const DONE = Promise.resolve();
