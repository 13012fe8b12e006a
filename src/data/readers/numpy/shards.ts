import { type Said, say } from "../../../i18n/message";
import { LARGEST_PART } from "../../assembly/labeled";
import { DataError } from "../../errors";
import { texts as tableTexts } from "../../interpretation/texts";
import { byNumber } from "../tables/names";
import type { NpyArray } from "./array";

/** A file with a number at its end, such as `img_emb_0.npy` or `train-00000-of-00002.npz`, and the array in it. */
const NUMBERED = /^(.*?)[ _.-]*\d+(?:-of-\d+)?(\.np[yz])(\/.*)?$/i;

/** Arrays, and which of their files are parts of one. */
export interface Joined {
  arrays: NpyArray[];
  notes: Said[];
}

/**
 * Joins arrays that lie in numbered files as more rows of one, in the order in which people count.
 *
 * @throws DataError when there are more numbers than fit into memory
 */
export function joinShards(arrays: readonly NpyArray[]): Joined {
  const groups = new Map<string, NpyArray[]>();
  for (const array of arrays) {
    const key = keyOf(array);
    groups.set(key, [...(groups.get(key) ?? []), array]);
  }
  const notes: Said[] = [];
  const joined = [...groups.values()].map((group) => {
    if (group.length === 1) return group[0]!;
    const ordered = byNumber(group);
    notes.push(say(tableTexts.joined, { names: ordered.map(({ name }) => name).join(", ") }));
    return joinedRows(ordered);
  });
  return { arrays: joined, notes };
}

/** What parts of one array have in common: their names but for the number, what they hold, and the shape of a row. */
function keyOf({ name, kind, shape, texts }: NpyArray): string {
  const [, stem, ending, inner = ""] = NUMBERED.exec(name) ?? [];
  if (stem === undefined) return name;
  return [stem, ending, inner, texts ? "text" : kind, ...shape.slice(1)].join("\n");
}

function joinedRows(parts: readonly NpyArray[]): NpyArray {
  const [first] = parts as [NpyArray];
  const [, stem = "", ending = "", inner = ""] = NUMBERED.exec(first.name) ?? [];
  const name = `${stem}*${ending}${inner}`;
  const count = parts.reduce((sum, { shape }) => sum + shape[0]!, 0);
  const shape = [count, ...first.shape.slice(1)];
  const common = { ...first, name, title: inner ? first.title : stem || name, shape };
  if (first.texts) return { ...common, texts: parts.flatMap(({ texts }) => texts ?? []) };
  const size = shape.slice(1).reduce((product, side) => product * side, 1);
  const isOneType = parts.every(({ numbers }) => numbers.constructor === first.numbers.constructor);
  const Numbers = (isOneType ? first.numbers.constructor : Float64Array) as Float64ArrayConstructor;
  if (count * size * Numbers.BYTES_PER_ELEMENT > LARGEST_PART) throw new DataError(say(tableTexts.noRoom, { name }));
  const numbers = new Numbers(count * size);
  let at = 0;
  for (const part of parts) {
    numbers.set(inOrder(part), at);
    at += part.numbers.length;
  }
  return { ...common, strides: stridesOf(shape), numbers };
}

/** The numbers with the last axis running fastest. */
function inOrder({ numbers, shape, strides }: NpyArray): NpyArray["numbers"] {
  const plain = stridesOf(shape);
  if (String(strides) === String(plain)) return numbers;
  return numbers.map((_, at) => {
    let [rest, place] = [at, 0];
    for (const [axis, step] of plain.entries()) {
      place += Math.floor(rest / step) * strides[axis]!;
      rest %= step;
    }
    return numbers[place]!;
  });
}

function stridesOf(shape: readonly number[]): number[] {
  return shape.map((_, axis) => shape.slice(axis + 1).reduce((product, side) => product * side, 1));
}
