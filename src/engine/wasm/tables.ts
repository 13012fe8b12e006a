import type { TensorInfo } from "@tensorflow/tfjs";
import type { WasmLane } from "./lane";

/** Tables of whole numbers that kernels read again and again, such as a number of each learner: in memory once, where a replay finds them. */

/** Tables that are kept for each lane; those beyond are forgotten, the ones unused for longest first. */
const MOST_TABLES = 64;
const tables = new WeakMap<WasmLane, Map<string, TensorInfo>>();

/** The numbers in the lane's memory, int32. */
export function tableOf(lane: WasmLane, numbers: readonly number[]): TensorInfo {
  const known = tables.get(lane) ?? new Map<string, TensorInfo>();
  tables.set(lane, known);
  const key = numbers.join();
  const table = known.get(key) ?? load(lane, numbers);
  known.delete(key);
  known.set(key, table);
  const [oldest] = known;
  if (known.size > MOST_TABLES && oldest) {
    known.delete(oldest[0]);
    lane.free(oldest[1]);
  }
  return table;
}

function load(lane: WasmLane, numbers: readonly number[]): TensorInfo {
  const table = lane.allocate(numbers.length, "int32");
  lane.writeInPlace(table, Int32Array.from(numbers));
  return table;
}
