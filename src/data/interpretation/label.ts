import type { Said } from "../../i18n/message";
import { MOST_CLASSES } from "../assembly/labeled";
import { type ColumnFacts, distinctOf } from "./facts";
import { isDate, isPicturePath, labelRank, partNamed, saysIdentifier, saysKind, saysSplit } from "./names";
import { arePixels } from "./pictures";
import type { Table } from "./table";
import { texts } from "./texts";

/** A column of labels, and why. */
interface LabelGuess {
  facts: ColumnFacts;
  reason: Said;
}

/** A class has so many samples on average, where only its few values give the column away. */
const SAMPLES_OF_CLASS = 3;
/** Most classes that are told by few whole numbers beside measurements. */
const FEW_CLASSES = 30;
const LOOKED_AT = 20;

/** Which column is the label, if any: by its name, else by what it holds. */
export function labelOf(table: Table, columns: readonly ColumnFacts[]): LabelGuess | null {
  return (
    named(table, columns) ??
    worded(columns) ??
    besidePixels(table, columns) ??
    wholeAmongMeasured(table, columns) ??
    weaklyNamed(table, columns)
  );
}

function named({ hasHeader }: Table, columns: readonly ColumnFacts[]): LabelGuess | null {
  if (!hasHeader) return null;
  const fitting = columns.filter((facts) => isClasses(facts));
  for (const rank of [3, 2]) {
    const facts = fitting.find(({ column }) => labelRank(column.name) === rank);
    if (facts) return { facts, reason: texts.labelNamed };
  }
  return null;
}

/** Words, or whole numbers; few enough. */
function isClasses(facts: ColumnFacts): boolean {
  const distinct = distinctOf(facts);
  return distinct > 0 && distinct <= MOST_CLASSES && (facts.numbers === 0 || facts.words > 0 || facts.isWhole);
}

/** Text that comes again: the column whose name says so, the last one, else the first. */
function worded(columns: readonly ColumnFacts[]): LabelGuess | null {
  const candidates = columns.filter(
    ({ column, words, numbers, distinctWords, missing }) =>
      words > numbers &&
      words > missing &&
      distinctWords <= MOST_CLASSES &&
      2 * distinctWords <= words &&
      !saysIdentifier(column.name) &&
      !isOfAnotherKind(column.name, column.words),
  );
  const kind = candidates.find(({ column }) => saysKind(column.name));
  if (kind) return { facts: kind, reason: texts.labelNamed };
  const last = candidates.find(({ place }) => place === columns.length - 1);
  const facts = last ?? candidates[0];
  return facts ? { facts, reason: texts.labelWords } : null;
}

function isOfAnotherKind(name: string, words: string[]): boolean {
  const some = words.slice(0, LOOKED_AT);
  if (saysSplit(name) && words.every((word) => partNamed(word) !== null)) return true;
  return some.filter((word) => isDate(word) || isPicturePath(word)).length > some.length / 2;
}

/**
 * One column more than pictures have pixels: of the first and the last the one whose values have no gaps, as classes that are
 * numbered, and of two such the one of fewer.
 */
function besidePixels({ hasHeader }: Table, columns: readonly ColumnFacts[]): LabelGuess | null {
  const numeric = columns.filter(({ numbers, words }) => numbers > words);
  const ends = [numeric[0], numeric.at(-1)];
  const fitting = ends.filter(
    (facts): facts is ColumnFacts =>
      facts !== undefined && !facts.column.vector && isClasses(facts) && distinctOf(facts) > 1 && facts.isWhole,
  );
  const gaps = ({ low, high, distinctNumbers }: ColumnFacts) => Number(high - low + 1 > distinctNumbers);
  fitting.sort((one, other) => gaps(one) - gaps(other) || one.distinctNumbers - other.distinctNumbers);
  const facts = fitting.find((end) =>
    arePixels(
      numeric.filter((other) => other !== end),
      hasHeader,
    ),
  );
  return facts ? { facts, reason: texts.labelBeside } : null;
}

/** Few whole numbers, each again and again, beside columns with decimals: the last column, else the first. */
function wholeAmongMeasured({ columns: all, hasHeader }: Table, columns: readonly ColumnFacts[]): LabelGuess | null {
  const fits = (facts: ColumnFacts | undefined) =>
    facts?.isWhole &&
    !facts.column.vector &&
    facts.words === 0 &&
    facts.distinctNumbers > 1 &&
    facts.distinctNumbers <= FEW_CLASSES &&
    SAMPLES_OF_CLASS * facts.distinctNumbers <= facts.numbers &&
    facts.high - facts.low < 2 * FEW_CLASSES;
  if (hasHeader && columns.some(({ column }) => labelRank(column.name) > 1)) return null;
  const measured = columns.filter(({ numbers, isWhole }) => numbers > 0 && !isWhole).length;
  if (2 * measured < all.length - 1 || measured === 0) return null;
  const facts = [columns.find(({ place }) => place === all.length - 1), columns.find(({ place }) => place === 0)].find(
    fits,
  );
  return facts ? { facts, reason: texts.labelWhole } : null;
}

function weaklyNamed({ hasHeader }: Table, columns: readonly ColumnFacts[]): LabelGuess | null {
  const facts = hasHeader ? columns.find((one) => labelRank(one.column.name) === 1 && isClasses(one)) : undefined;
  return facts ? { facts, reason: texts.labelNamed } : null;
}
