import { wasm } from "../../engine/wasm/lane";
import { gpu } from "../../engine/webgpu/gpu";
import type { Parameters } from "../parameters/parameters";
import { FusedMoments } from "./fused";
import { ReferenceMoments } from "./reference";
import type { Moments } from "./types";
import { WasmMoments } from "./wasm";

export type { Moments } from "./types";

/** Moments of the gradients of these parameters, over micro-batches; the caller disposes them. */
export function createMoments({ flat, seeds }: Parameters): Moments {
  const [backend, lane] = [gpu(), wasm()];
  if (lane && flat) return new WasmMoments(lane, flat, seeds);
  return backend && flat ? new FusedMoments(backend, flat, seeds) : new ReferenceMoments(seeds);
}
