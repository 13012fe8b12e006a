import type { NpyArray } from "./array";

/** Fewest pictures that are taken for the samples of a data set. */
const FEWEST = 3;
const SMALLEST_SIDE = 8;
/** As `numpy.savez(file, *pictures)` calls them. */
const COUNTED = /^(arr_)?\d+$/;

/** Pictures that were saved one by one, as one array of them; other arrays as they are. */
export function stacked(arrays: readonly NpyArray[]): NpyArray[] {
  const [first] = arrays;
  const isOne = ({ shape, kind, title, texts }: NpyArray) =>
    texts === null &&
    COUNTED.test(title) &&
    shape.length === 2 &&
    Math.min(...shape) >= SMALLEST_SIDE &&
    kind === first?.kind &&
    String(shape) === String(first.shape);
  if (!first || arrays.length < FEWEST || !arrays.every(isOne)) return [...arrays];
  const ordered = [...arrays].sort((one, other) => numberIn(one.title) - numberIn(other.title));
  const [height = 0, width = 0] = first.shape;
  const numbers = new Float32Array(arrays.length * height * width);
  for (const [at, { numbers: own, strides }] of ordered.entries())
    for (let i = 0; i < height * width; i++)
      numbers[at * height * width + i] = own[Math.floor(i / width) * strides[0]! + (i % width) * strides[1]!]!;
  const shape = [arrays.length, height, width];
  return [{ ...first, title: "arr", shape, strides: [height * width, width, 1], numbers }];
}

function numberIn(title: string): number {
  return Number(title.replace(/\D/g, ""));
}
