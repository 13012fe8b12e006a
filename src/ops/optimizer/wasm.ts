import type { WasmLane } from "../../engine/wasm/lane";
import type { Chunks } from "../parts/flat";
import type { UpdateTensors } from "./fused";

/** The numbers of an optimizer's chain (optim/types.ts), which the kernel is written out for. */
interface UpdateOptions {
  id: "adam" | "sgd" | "lars";
  momentum: number;
  beta1: number;
  beta2: number;
  epsilon: number;
  weightDecay: number;
  trustCoefficient: number;
}

/** Multiplications that take as long as what is read and written of one parameter. */
const WORK = 8;

/**
 * One update of all parameters of all learners (wasm.as.ts).
 * @param chunks whole parameters for LARS
 */
export function wasmUpdate(
  lane: WasmLane,
  { parameters, gradients, factors, state, block }: UpdateTensors,
  { id, momentum, beta1, beta2, epsilon, weightDecay, trustCoefficient }: UpdateOptions,
  { tensor, count }: Chunks,
): void {
  const reads = [gradients, tensor, factors, block];
  const writes = [parameters, state];
  const length = parameters.shape[0] ?? 0;
  const division = { units: count, work: WORK * length };
  if (id === "adam") {
    const numbers = [length, beta1, beta2, epsilon, weightDecay];
    lane.run("updateByAdam", { reads, writes, numbers, division });
  } else if (id === "sgd") lane.run("updateBySgd", { reads, writes, numbers: [momentum, weightDecay], division });
  else lane.run("updateByLars", { reads, writes, numbers: [momentum, weightDecay, trustCoefficient], division });
}
