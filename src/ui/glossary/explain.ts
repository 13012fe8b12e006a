import type { texts } from "./texts";

/** Which words of a text the glossary explains. */

export type TermId = keyof typeof texts;

/** A stretch of a text: as it is, or with the term that it names. */
export interface Stretch {
  text: string;
  term: TermId | null;
  /** Punctuation right after the term, with which no line may begin. */
  closing?: string;
}

/**
 * No letter and no digit beside it: `K` is not in `KNN`, and `anchor` not in `anchored`. Chinese has no spaces between its
 * words, so its characters are no part of one.
 */
const PART_OF_WORD = "(?!\\p{Script=Han})[\\p{L}\\p{N}]";
const [BEFORE, AFTER] = [`(?<!${PART_OF_WORD})`, `(?!${PART_OF_WORD})`];

/**
 * Divides a text at the first mention of each term.
 *
 * @param forms how each term may be written, divided by |; words in any case, symbols (single letters) as they are
 */
export function explain(text: string, forms: Readonly<Record<TermId, string>>): Stretch[] {
  const found = (Object.keys(forms) as TermId[]).flatMap((term) => firstMention(text, term, forms[term]));
  found.sort((a, b) => a.from - b.from);
  const stretches: Stretch[] = [];
  let at = 0;
  for (const { term, from, to } of found) {
    if (from < at) continue;
    if (from > at) stretches.push({ text: text.slice(at, from), term: null });
    const closing = /^[^\p{L}\p{N}\s]*/u.exec(text.slice(to))?.[0] ?? "";
    stretches.push({ text: text.slice(from, to), term, closing });
    at = to + closing.length;
  }
  if (at < text.length) stretches.push({ text: text.slice(at), term: null });
  return stretches;
}

function firstMention(text: string, term: TermId, forms: string): { term: TermId; from: number; to: number }[] {
  const mentions = forms.split("|").flatMap((form) => {
    const isSymbol = form.split(" ").at(-1)?.length === 1;
    const match = new RegExp(`${BEFORE}${form}${AFTER}`, isSymbol ? "u" : "iu").exec(text);
    return match ? [{ term, from: match.index, to: match.index + match[0].length }] : [];
  });
  return mentions.sort((a, b) => a.from - b.from || b.to - a.to).slice(0, 1);
}
