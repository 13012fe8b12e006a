import { say } from "../../../i18n/message";
import { MOST_CLASSES } from "../../assembly/labeled";
import { DataError } from "../../errors";
import { labelRank, saysIdentifier, saysUnlabeled, sideIn } from "../../interpretation/names";
import type { Interpretation } from "../../interpretation/schema";
import { isMostlyMark, MARK } from "../../interpretation/unlabeled";
import { texts } from "./errors";
import type { NumpyPiece } from "./pieces";

/** Classes of a data set. */
export interface Classes {
  names: string[];
  /** Whether each sample has a label: 1 where it has none. */
  missing(piece: NumpyPiece): Uint8Array;
  /** Of each sample; 0 where it has none. */
  indices(piece: NumpyPiece): Uint8Array;
}

/** Null where there is none. */
type Key = number | string | null;

/**
 * The distinct labels of all parts: numbers ascending, else texts in order. Samples have none where it is NaN, an empty text or
 * `unlabeled`, or -1 as for tables (interpretation/unlabeled.ts).
 *
 * @throws DataError when labels are no whole numbers, or too many
 */
export function classesOf(pieces: (NumpyPiece | null)[], { unlabeled }: Interpretation = {}): Classes {
  const isMark = unlabeled === "train" || isMostlyMark(countsOf(pieces));
  const keysOf = (piece: NumpyPiece) => rawKeys(piece).map((key) => (isMark && String(key) === MARK ? null : key));
  const distinct = new Set<Key>();
  for (const piece of pieces)
    for (const label of piece ? keysOf(piece) : []) {
      if (label !== null) distinct.add(label);
      if (distinct.size > MOST_CLASSES)
        throw new DataError(say(texts.tooManyClasses, { name: piece!.name, most: MOST_CLASSES }));
    }
  const keys = [...distinct].sort((one, other) =>
    typeof one === "number" && typeof other === "number" ? one - other : String(one) < String(other) ? -1 : 1,
  );
  const places = new Map(keys.map((key, place) => [key, place]));
  return {
    names: keys.map(String),
    missing: (piece) => Uint8Array.from(keysOf(piece), (key) => Number(key === null)),
    indices: (piece) => Uint8Array.from(keysOf(piece), (key) => places.get(key) ?? 0),
  };
}

function countsOf(pieces: (NumpyPiece | null)[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const piece of pieces)
    for (const key of piece ? rawKeys(piece) : []) counts.set(String(key), (counts.get(String(key)) ?? 0) + 1);
  return counts;
}

/** Labels of each sample; of an array with a column for each class, the column that has the 1. */
function rawKeys({ array, count, name }: NumpyPiece): Key[] {
  const { numbers, strides, shape, texts: words } = array;
  if (words) return words.map((word) => (word === "" || saysUnlabeled(word) ? null : word));
  if (shape.length === 2 && shape[1]! > 1)
    return Array.from({ length: count }, (_, i) =>
      [...Array(shape[1]).keys()].findIndex((j) => numbers[i * strides[0]! + j * strides[1]!] === 1),
    );
  return Array.from({ length: count }, (_, i) => {
    const label = numbers[i]!;
    if (Number.isInteger(label)) return label;
    if (Number.isNaN(label)) return null;
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
