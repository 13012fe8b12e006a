import { assertRoom } from "../../assembly/assemble";
import type { NpyArray } from "./array";
import { assertFinite } from "./finite";

interface Rows {
  name: string;
  array: Pick<NpyArray, "numbers" | "strides">;
  count: number;
  size: number;
}

/**
 * @returns [count, size]
 * @throws DataError when there are numbers that are not finite in float32
 */
export function featuresOf({ name, array: { numbers, strides }, count, size }: Rows): Float32Array {
  assertRoom(name, count, [size], 4);
  const values = new Float32Array(count * size);
  for (let i = 0; i < count; i++)
    for (let j = 0; j < size; j++) values[i * size + j] = numbers[i * strides[0]! + j * strides[1]!]!;
  assertFinite(name, values, size);
  return values;
}
