import { PlaygroundError } from "../../i18n/errors";

/**
 * All that training consists of at a step, as named tensors: enough to go on to the bit. Structured-cloneable, so that a
 * worker can pass it on; `export/safetensors` writes it to a file. Names and layouts are PyTorch's, one set per learner:
 *
 *     arm0.seed1.encoder.0.weight                       arm by its index, seed by its number, as in a record
 *     optimizer.arm0.seed1.encoder.0.weight.exp_avg     what the optimizer carries beside a weight
 *     carried.arm0.seed1.queue.entries                  what else goes from step to step
 *     carried.measured_at                               the same, of no single learner
 */
export interface StateDict {
  /** Updates made. */
  step: number;
  tensors: Map<string, StateEntry>;
}

/** A named tensor, row by row. */
export type StateEntry =
  | { dtype: "F32"; shape: number[]; values: Float32Array }
  | { dtype: "F64"; shape: number[]; values: Float64Array }
  | { dtype: "I32"; shape: number[]; values: Int32Array };

/** What a state dict lies in, for whoever hands it over to another thread. Every tensor has a piece of its own. */
export function buffersOf({ tensors }: StateDict): ArrayBuffer[] {
  return Array.from(tensors.values(), ({ values }) => values.buffer as ArrayBuffer);
}

export type StateDtype = StateEntry["dtype"];
export type StateNumbers = StateEntry["values"];

/** A state that does not fit the experiment that is to go on from it. */
export class StateDictError extends PlaygroundError {
  override name = "StateDictError";
}
