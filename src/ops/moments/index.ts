import { gpu } from "../../engine/webgpu/gpu";
import type { Parameters } from "../parameters/parameters";
import { FusedMoments } from "./fused";
import { ReferenceMoments } from "./reference";
import type { Moments } from "./types";

export type { Moments } from "./types";

/** Moments of the gradients of these parameters, over micro-batches; the caller disposes them. */
export function createMoments({ flat, seeds }: Parameters): Moments {
  const backend = gpu();
  return backend && flat ? new FusedMoments(backend, flat, seeds) : new ReferenceMoments(seeds);
}
