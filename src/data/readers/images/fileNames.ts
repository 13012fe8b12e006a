import { MOST_CLASSES } from "../../assembly/labeled";
import { nameOf } from "./places";

/** A class has so many images on average: else the names count them, or are made up by a machine. */
const IMAGES_OF_CLASS = 3;
/** Digits of a class that is a number. */
const MOST_DIGITS = 3;

/**
 * The classes that the names of files say: `cat.0.jpg`, `cat_001.png`, `img_0001_cat.png`, `digit_7_00012.png`. Words that all
 * names have say nothing; where no others are left, it is the number of fewest values.
 *
 * @returns one for each path, null where its name says none; null in place of them all where they are no classes
 */
export function classesInNames(paths: readonly string[]): (string | null)[] | null {
  const names = paths.map((path) => nameOf(path).match(/[\p{L}\p{M}]+|\p{N}+/gu) ?? []);
  const byWords = wordsOf(names);
  if (areClasses(byWords)) return byWords;
  const numbers = numbersOf(names).filter(areClasses);
  const fewest = (first: string[], other: string[]) => (new Set(other).size < new Set(first).size ? other : first);
  return numbers.length > 0 ? numbers.reduce(fewest) : null;
}

function wordsOf(names: readonly string[][]): (string | null)[] {
  const words = names.map((parts) => parts.filter((part) => !isNumber(part)));
  const shared = new Set(words[0]);
  for (const own of words) for (const word of shared) if (!own.includes(word)) shared.delete(word);
  return words.map((own) => own.filter((word) => !shared.has(word)).join("_") || null);
}

/** The numbers at each place, where all names are built alike. */
function numbersOf(names: readonly string[][]): string[][] {
  const pattern = (parts: string[]) => parts.map(isNumber).join();
  const [first = []] = names;
  if (names.some((parts) => pattern(parts) !== pattern(first))) return [];
  const places = [...first.keys()].filter((place) => names.every((parts) => isShortNumber(parts[place]!)));
  return places.map((place) => names.map((parts) => parts[place]!));
}

function isNumber(part: string): boolean {
  return /^\p{N}+$/u.test(part);
}

function isShortNumber(part: string): boolean {
  return isNumber(part) && part.length <= MOST_DIGITS;
}

function areClasses(classes: readonly (string | null)[]): boolean {
  const named = classes.filter((name) => name !== null);
  const { size } = new Set(named);
  return size > 1 && size <= MOST_CLASSES && size * IMAGES_OF_CLASS <= named.length;
}
