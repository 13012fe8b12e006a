/** The language that the page speaks now: one for texts, numbers, dates and lists alike, exchanged while the page is open. */

/** A language that is ready to be spoken. */
export interface Locale {
  /** Its folder in this room, and `lang` in the address. */
  id: string;
  /** BCP 47, for `Intl` and the document. */
  tag: string;
  direction: "ltr" | "rtl";
  /** The translation of a text in ICU MessageFormat; undefined where there is none. */
  find(id: string, english: string): string | undefined;
}

/** The built-in one, whose texts are in the source. Spelling, dates and numbers are British. */
export const ENGLISH: Locale = { id: "en", tag: "en-GB", direction: "ltr", find: (_, english) => english };

let current = ENGLISH;
const listeners = new Set<() => void>();

export function currentLocale(): Locale {
  return current;
}

/** From now on everything is said in this language. */
export function setLocale(locale: Locale): void {
  current = locale;
  for (const listener of listeners) listener();
}

/** Calls back when the language has changed, until the returned function is called. */
export function subscribeLocale(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
