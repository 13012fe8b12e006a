import { gpu } from "../../engine/webgpu/gpu";
import type { Parameters } from "../parameters/parameters";
import { FusedMeter } from "./fused";
import { ReferenceMeter } from "./reference";
import type { UpdateMeter } from "./types";

export type { UpdateMeter } from "./types";

/** A meter of what updates do to these parameters, [P, L, 4]; the caller disposes it. */
export function createUpdateMeter({ tensors, flat }: Parameters): UpdateMeter {
  const backend = gpu();
  return backend && flat ? new FusedMeter(backend, flat) : new ReferenceMeter(tensors);
}
