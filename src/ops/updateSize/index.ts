import { wasm } from "../../engine/wasm/lane";
import { gpu } from "../../engine/webgpu/gpu";
import type { Parameters } from "../parameters/parameters";
import { FusedMeter } from "./fused";
import { ReferenceMeter } from "./reference";
import type { UpdateMeter } from "./types";
import { WasmMeter } from "./wasm";

export type { UpdateMeter } from "./types";

/** A meter of what updates do to these parameters, [P, L, 4]; the caller disposes it. */
export function createUpdateMeter({ tensors, flat }: Parameters): UpdateMeter {
  const [backend, lane] = [gpu(), wasm()];
  if (lane && flat) return new WasmMeter(lane, flat);
  return backend && flat ? new FusedMeter(backend, flat) : new ReferenceMeter(tensors);
}
