import { words } from "../words";

/** `32 × 32 pixels in 3 channels` */
export function describeShape([first = 0, second, third = 1]: number[]): string {
  return second === undefined ? words.data.numbers(first) : words.data.pixels(first, second, third);
}
