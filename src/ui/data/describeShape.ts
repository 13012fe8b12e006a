import { words } from "../words";

/** `32 × 32 pixels in colour` */
export function describeShape([first = 0, second, third = 1]: number[]): string {
  return second === undefined ? words.data.numbers(first) : words.data.pixels(first, second, third);
}
