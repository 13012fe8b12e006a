import { partNamed, saysUnlabeled } from "./names";
import type { Interpretation } from "./schema";
import { columnOf, type Table, type TableColumn, wordAt } from "./table";

/** Which rows of tables have no label, where others have one. */

/** scikit-learn's mark of a missing label; a class as often, as in -1, 0, 1. */
export const MARK = "-1";
/** Fewest other classes beside which it is no class of its own. */
const FEWEST_CLASSES = 3;

/**
 * The words of a label column that say that there is none: `unlabeled`; -1 where it is said that samples without a label train,
 * or most rows have it and the others are numbered from 0 on.
 */
export function wordsForNothing(
  tables: readonly Table[],
  label: string | null,
  { unlabeled }: Interpretation,
): ReadonlySet<string> {
  const columns = tables.flatMap((table) => (label === null ? [] : (columnOf(table, label) ?? [])));
  const said = columns.flatMap(({ words }) => words.filter(saysUnlabeled));
  const hasMark = columns.some(({ numbers }) => numbers.includes(Number(MARK)));
  const isMark = hasMark && (unlabeled === "train" || isMostlyMark(countWords(columns)));
  return new Set(isMark ? [...said, MARK] : said);
}

function countWords(columns: readonly TableColumn[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const column of columns)
    for (let row = 0; row < column.numbers.length; row++) {
      const word = wordAt(column, row);
      if (word !== null) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  return counts;
}

/** Whether -1 stands for no label, by how many samples have which. */
export function isMostlyMark(counts: ReadonlyMap<string, number>): boolean {
  const others = [...counts].filter(([word]) => word !== MARK);
  const rest = others.reduce((sum, [, count]) => sum + count, 0);
  const areNumbered = others.every(([word]) => /^\d+$/.test(word));
  return areNumbered && others.length >= FEWEST_CLASSES && (counts.get(MARK) ?? 0) > rest;
}

interface LabelAndSplit {
  label: string | null;
  split: string | null;
}

/** Rows of a table that have no label where others have one, by their cell or by the part that they belong to. */
export function bareRows(
  table: Table,
  { label, split }: LabelAndSplit,
  nothing: ReadonlySet<string>,
): ReadonlySet<number> {
  const bare = new Set<number>();
  const [labels, parts] = [label, split].map((name) => (name === null ? null : columnOf(table, name)));
  if (!labels) return bare;
  for (const row of labels.rows) if (wordAt(labels, row) === null) bare.add(row);
  for (let row = 0; row < table.count && nothing.size > 0; row++)
    if (nothing.has(wordAt(labels, row) ?? "")) bare.add(row);
  for (const row of parts?.rows ?? []) if (partNamed(wordAt(parts!, row) ?? "") === "unlabeled") bare.add(row);
  return bare;
}
