/** Which entries a query means, best first: each of its words, in any order, has to be found. */

/** What an entry is found by. */
export interface Findable {
  /** What it is called. */
  label: string;
  /** Other words for it, worth less. */
  words: string;
}

/** A word's worth by where it is found: at the beginning of the name, of one of its words, within one, among other words, or scattered. */
const WORTH = { beginning: 16, word: 12, within: 6, others: 3, scattered: 1 };
/** Shorter words are scattered everywhere. */
const LEAST_SCATTERED = 3;

/** The entries that a query means, best first and as they stand where they are as good; all of them where it is empty. */
export function matching<Entry extends Findable>(entries: readonly Entry[], query: string): Entry[] {
  const wanted = wordsOf(plain(query));
  const scored = entries.map((entry) => ({ entry, score: scoreOf(entry, wanted) }));
  return scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ entry }) => entry);
}

/** 0 where some word is not found. */
function scoreOf({ label, words }: Findable, wanted: readonly string[]): number {
  const [name, others] = [plain(label), plain(words)];
  const worths = wanted.map((word) => worthOf(word, name, others));
  return worths.includes(0) ? 0 : worths.reduce((sum, worth) => sum + worth, 1);
}

function worthOf(word: string, name: string, others: string): number {
  if (name.startsWith(word)) return WORTH.beginning;
  if (wordsOf(name).some((own) => own.startsWith(word))) return WORTH.word;
  if (name.includes(word)) return WORTH.within;
  if (others.includes(word)) return WORTH.others;
  return word.length >= LEAST_SCATTERED && isScattered(word, name) ? WORTH.scattered : 0;
}

/** Whether the letters of a word stand in a text in their order. */
function isScattered(word: string, text: string): boolean {
  let at = -1;
  return [...word].every((letter) => {
    at = text.indexOf(letter, at + 1);
    return at >= 0;
  });
}

function wordsOf(text: string): string[] {
  return text.split(/[^\p{L}\p{N}.]+/u).filter((word) => word !== "");
}

/** Without case and accents. */
function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
