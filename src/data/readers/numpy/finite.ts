import { say } from "../../../i18n/message";
import { DataError } from "../../errors";
import { texts } from "./errors";

/**
 * @param size numbers of a sample
 * @throws DataError naming the first number that is none, and where it is
 */
export function assertFinite(name: string, numbers: Float32Array | Float64Array, size: number): void {
  const wrong = numbers.findIndex((value: number) => !Number.isFinite(value));
  if (wrong < 0) return;
  throw new DataError(
    say(texts.notFinite, {
      name,
      place: (wrong % size) + 1,
      sample: Math.floor(wrong / size) + 1,
      value: String(numbers[wrong]),
    }),
  );
}
