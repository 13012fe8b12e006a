import { say } from "../../../i18n/message";
import { MOST_CLASSES } from "../../assembly/labeled";
import { DataError } from "../../errors";
import { labelRank, saysIdentifier, sideIn } from "../../interpretation/names";
import { texts } from "./errors";
import type { NumpyPiece } from "./pieces";

/** Classes of a data set. */
export interface Classes {
  names: string[];
  /** Of each sample. */
  indices(piece: NumpyPiece): Uint8Array;
}

type Key = number | string;

/**
 * The distinct labels of all parts: numbers ascending, else texts in order.
 *
 * @throws DataError when labels are no whole numbers, or too many
 */
export function classesOf(pieces: (NumpyPiece | null)[]): Classes {
  const distinct = new Set<Key>();
  for (const piece of pieces)
    for (const label of piece ? keysOf(piece) : []) {
      distinct.add(label);
      if (distinct.size > MOST_CLASSES)
        throw new DataError(say(texts.tooManyClasses, { name: piece!.name, most: MOST_CLASSES }));
    }
  const keys = [...distinct].sort((one, other) =>
    typeof one === "number" && typeof other === "number" ? one - other : String(one) < String(other) ? -1 : 1,
  );
  const places = new Map(keys.map((key, place) => [key, place]));
  return {
    names: keys.map(String),
    indices: (piece) => Uint8Array.from(keysOf(piece), (key) => places.get(key)!),
  };
}

/** Labels of each sample; of an array with a column for each class, the column that has the 1. */
function keysOf({ array, count, name }: NumpyPiece): Key[] {
  const { numbers, strides, shape, texts: words } = array;
  if (words) return words;
  if (shape.length === 2 && shape[1]! > 1)
    return Array.from({ length: count }, (_, i) =>
      [...Array(shape[1]).keys()].findIndex((j) => numbers[i * strides[0]! + j * strides[1]!] === 1),
    );
  return Array.from({ length: count }, (_, i) => {
    const label = numbers[i]!;
    if (Number.isInteger(label)) return label;
    throw new DataError(say(texts.noLabel, { name, label, sample: i + 1 }));
  });
}

/** Of arrays that may be labels of as many samples, the likeliest; null where none is. */
export function likeliestLabels(pieces: readonly NumpyPiece[]): NumpyPiece | null {
  const ranked = pieces.map((piece) => ({ piece, rank: rankOf(piece) }));
  const best = ranked.reduce<(typeof ranked)[number] | null>(
    (first, other) => (other.rank > (first?.rank ?? 0) ? other : first),
    null,
  );
  return best?.piece ?? null;
}

/** 0 for no labels at all: numbers or names of single samples. */
function rankOf({ array }: NumpyPiece): number {
  const { title, texts: words, numbers } = array;
  const named = Math.max(labelRank(title), sideIn(title) === "labels" ? 3 : 0);
  if (words) return isRepeated(words) ? 2 + named : 0;
  if (named > 0) return 2 + named;
  if (saysIdentifier(title)) return 0;
  return numbers.every(Number.isInteger) ? 2 : 1;
}

function isRepeated(words: string[]): boolean {
  const distinct = new Set(words).size;
  return distinct <= MOST_CLASSES && 2 * distinct <= words.length;
}
