import type { ExperimentConfig } from "../../config/schema";
import type { StateDict, StateEntry } from "../../training/stateDict/types";
import { writeCheckpoint } from "../checkpoint";

/** The learners' state as the script reads it: a checkpoint, with Adam's averages as PyTorch carries them. */
export function writeWeights(config: ExperimentConfig, state: StateDict): Uint8Array<ArrayBuffer> {
  const tensors = new Map([...state.tensors].map((entry) => inTorch(entry, config)));
  return writeCheckpoint({ config, state: { step: state.step, tensors }, run: null });
}

/** Some backends carry decaying sums in the place of averages (optim/slots.ts). */
function inTorch([name, entry]: [string, StateEntry], { optimizer }: ExperimentConfig): [string, StateEntry] {
  const shares = { exp_avg: 1 - optimizer.beta1, exp_avg_sq: 1 - optimizer.beta2 };
  for (const [slot, share] of Object.entries(shares)) {
    if (!name.endsWith(`.${slot}_sum`) || entry.dtype !== "F32") continue;
    return [name.slice(0, -"_sum".length), { ...entry, values: entry.values.map((value) => value * share) }];
  }
  return [name, entry];
}

/** Updates that were made before the optimizer began anew. */
export function optimizerSince({ tensors }: StateDict): number {
  return tensors.get("optimizer.since")?.values[0] ?? 0;
}
