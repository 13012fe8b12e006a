import type { Device } from "./device";
import { wasm } from "./wasm/lane";
import { gpu } from "./webgpu/gpu";
import { playgroundBackend } from "./webgpu/register";

/** The current backend's device, where this project's kernels may be used; null where everything has to take its reference. */
export function device(): Device | null {
  return gpu() ? playgroundBackend() : wasm();
}
