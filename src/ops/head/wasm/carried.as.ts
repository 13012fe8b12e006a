import { fill, register } from "../../../engine/wasm/formulas.as";
import { copyFloats } from "../../../engine/wasm/math.as";
import { place } from "../../../metrics/wasm/atHand.as";

/** What objectives see beside the row, and leave beside their gradient, in AssemblyScript; programs/rows.ts has it in WGSL. */

/** What a memory holds before anything was kept: as in objectives/parts/sentinels.ts. */
const NEVER: f32 = -1e9;

/** What was kept of `count` anchors, into a register. @param memories [L, N]; 0 for none */
export function readMemory(memories: usize, to: usize, from: i32, count: i32): void {
  if (memories) copyFloats(place(memories, from), to, count);
  else fill(to, NEVER);
}

/** A learner's first two trained numbers, into registers. @param numbers [L, columns], of which the first is the temperature's; 0 for none */
export function readLearned(numbers: usize, registers: usize, first: i32, learner: i32, columns: i32): void {
  for (let k = 1; k <= 2; k++) {
    const number: f32 = numbers && k < columns ? load<f32>(place(numbers, learner * columns + k)) : 0;
    fill(register(registers, first + k - 1), number);
  }
}

/** Leaves the gradient of these numbers. @param ofNumbers [L, columns]; 0 for none */
export function writeLearned(ofNumbers: usize, learner: i32, columns: i32, first: f32, second: f32): void {
  if (!ofNumbers) return;
  if (columns > 1) store<f32>(place(ofNumbers, learner * columns + 1), first);
  if (columns > 2) store<f32>(place(ofNumbers, learner * columns + 2), second);
}
