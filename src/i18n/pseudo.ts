import { ENGLISH, type Locale } from "./locale";

/**
 * A language for those who build the page: English with an accent on every letter and a third longer, so that a text that
 * was never translated shows, and so does a place that is too narrow. Its numbers and plurals are French.
 */
export const PSEUDO: Locale = { ...ENGLISH, id: "pseudo", tag: "fr", find: (_, english) => accented(english) };

const ACCENTS: Readonly<Record<string, string>> = Object.fromEntries(
  [..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"].map((letter, i) => [
    letter,
    [..."åƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ"][i] ?? letter,
  ]),
);

/** Other languages are longer than English, by a third as a rule: here every vowel is said twice. */
const VOWEL = /[aeiou]/i;

/** A text in ICU MessageFormat with accents on all that is said, and none on the names in its braces. */
export function accented(text: string): string {
  let depth = 0;
  return [...text]
    .map((letter) => {
      if (letter === "{") depth++;
      if (letter === "}") depth--;
      return depth % 2 === 0 ? accent(letter) : letter;
    })
    .join("");
}

function accent(letter: string): string {
  const accented = ACCENTS[letter] ?? letter;
  return VOWEL.test(letter) ? accented + accented.toLowerCase() : accented;
}
