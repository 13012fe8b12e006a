import { type Said, say } from "../../i18n/message";
import { MOST_CLASSES } from "../assembly/labeled";
import { DataError } from "../errors";
import { type ColumnFacts, distinctOf } from "./facts";
import { labelOf } from "./label";
import { areViews, isDate, isPicturePath, labelRank, partNamed, saysIdentifier, saysSplit } from "./names";
import { arePixels } from "./pictures";
import type { Interpretation, Role } from "./schema";
import type { Table, TableColumn } from "./table";
import { texts } from "./texts";

/** What a column is taken for, and why. */
export interface Assigned {
  facts: ColumnFacts;
  role: Role;
  reason: Said;
}

/** Rows that a count of rows, which no name gives away, is as long as: shorter ones may be a measurement. */
const LONG_COUNT = 20;
/** Words that show what all words of a column are like. */
const LOOKED_AT = 20;

/**
 * What every column of a table is: as it was said, else by rules, each of which gives its reason.
 *
 * @throws DataError when what was said names columns that are not there, or makes no sense
 */
export function rolesOf(table: Table, all: readonly ColumnFacts[], wish: Interpretation = {}): Assigned[] {
  const said = saidRoles(table, wish);
  const open = all.filter(({ column }) => !said.has(column.name));
  const label = [...said.values()].includes("label") ? null : labelOf(table, open);
  const rest = open.filter((facts) => facts !== label?.facts);
  const guessed = guessRest(table, rest, wish);
  if (label) guessed.push({ facts: label.facts, role: "label", reason: label.reason });
  const guesses = new Map(guessed.map((one) => [one.facts, one]));
  const assigned = all.map((facts): Assigned => {
    const role = said.get(facts.column.name);
    return role ? { facts, role, reason: texts.said } : guesses.get(facts)!;
  });
  return withViews(withSomeFeature(assigned, said), table.name);
}

function saidRoles(table: Table, { columns = [] }: Interpretation): Map<string, Role> {
  const said = new Map(columns.flatMap(({ name, role }) => calledSo(table, name).map((column) => [column, role])));
  const labels = [...said].filter(([, role]) => role === "label").map(([column]) => column);
  const [first, second] = labels;
  if (second !== undefined)
    throw new DataError(say(texts.twoLabels, { name: table.name, column: first!, other: second }));
  return said;
}

/** A column, or all places of lists of that name. */
function calledSo(table: Table, name: string): string[] {
  const own = table.columns.filter((column) => column.name === name || column.vector?.name === name);
  if (own.length === 0) throw noColumn(table, name);
  return own.map((column) => column.name);
}

function noColumn({ name, columns: all }: Table, column: string): DataError {
  const columns = [...new Set(all.map((one) => one.vector?.name ?? one.name))];
  const listed = columns.slice(0, LOOKED_AT);
  return new DataError(
    say(texts.noColumn, {
      name,
      column,
      columns: [...listed, ...(columns.length > LOOKED_AT ? ["\u2026"] : [])].join(", "),
    }),
  );
}

function guessRest(table: Table, rest: ColumnFacts[], { texts: ofTexts, rows }: Interpretation): Assigned[] {
  const numeric = rest.filter((facts) => facts.numbers > facts.words && !isIndex(table, facts));
  const pixels = rows === "pictures" || (rows !== "features" && arePixels(numeric, table.hasHeader));
  const taken = new Set(pixels ? numeric : []);
  return rest.map((facts) => {
    if (taken.has(facts)) return { facts, role: "feature", reason: texts.pixel };
    return { facts, ...guess(table, facts, ofTexts ?? "ignore") };
  });
}

/** Whether a column is the index of a table, by its name. */
function isIndex({ hasHeader }: Table, { column, numbers, isWhole, isUnique }: ColumnFacts): boolean {
  if (hasHeader && column.name === "") return true;
  return hasHeader && saysIdentifier(column.name) && numbers > 0 && isWhole && isUnique;
}

type Guess = Pick<Assigned, "role" | "reason">;

function guess(table: Table, facts: ColumnFacts, ofTexts: "ignore" | "categories"): Guess {
  const { column, numbers, words, missing } = facts;
  if (column.vector) return { role: "feature", reason: texts.number };
  if (numbers + words === 0) return { role: "ignore", reason: texts.nothing };
  if (table.hasHeader && column.name === "") return { role: "identifier", reason: texts.nameless };
  if (2 * missing > table.count) return { role: "ignore", reason: texts.mostlyMissing };
  if (isSplit(facts)) return { role: "split", reason: texts.split };
  return words >= numbers ? guessWords(facts, ofTexts) : guessNumbers(table, facts);
}

function isSplit({ column, words, numbers }: ColumnFacts): boolean {
  return words > 0 && numbers === 0 && saysSplit(column.name) && column.words.every((word) => partNamed(word) !== null);
}

function guessWords({ column, words, distinctWords }: ColumnFacts, ofTexts: "ignore" | "categories"): Guess {
  const some = column.words.slice(0, LOOKED_AT);
  if (some.filter(isDate).length > some.length / 2) return { role: "ignore", reason: texts.dates };
  if (some.every(isPicturePath)) return { role: "identifier", reason: texts.picturePaths };
  if (distinctWords === words && words > 2) return { role: "identifier", reason: texts.identifierWords };
  return {
    role: ofTexts === "categories" ? "categories" : "ignore",
    reason: texts.words,
  };
}

function guessNumbers(table: Table, facts: ColumnFacts): Guess {
  if (table.hasHeader && labelRank(facts.column.name) > 1) return { role: "ignore", reason: notTheLabel(facts) };
  if (isIndex(table, facts)) return { role: "identifier", reason: texts.identifierNamed };
  if (countsRows(table, facts)) return { role: "identifier", reason: texts.counter };
  if (distinctOf(facts) === 1 && facts.missing === 0) return { role: "ignore", reason: texts.constant };
  return { role: "feature", reason: texts.number };
}

/** What is called a label, and was not taken for it, would give the label away. */
function notTheLabel(facts: ColumnFacts): Said {
  const isContinuous = !facts.isWhole || !fitsLabels(facts);
  return isContinuous ? texts.continuous : texts.otherLabel;
}

/** From 0 or 1 on, in the first or last column, where programs write it. */
function countsRows({ columns, count }: Table, { place, counts, low }: ColumnFacts): boolean {
  const isOutside = place === 0 || place === columns.length - 1;
  return isOutside && counts && count >= LONG_COUNT && (low === 0 || low === 1);
}

/** Rather a doubtful feature than none: what was left out for what its numbers look like is taken where nothing else is there. */
function withSomeFeature(assigned: Assigned[], said: Map<string, Role>): Assigned[] {
  const isFeature = ({ role }: Assigned) => role === "feature" || role === "categories" || role.startsWith("view");
  if (assigned.some(isFeature)) return assigned;
  const doubtful = new Set<Said>([texts.counter, texts.constant]);
  return assigned.map((one) =>
    doubtful.has(one.reason) && !said.has(one.facts.column.name)
      ? { ...one, role: "feature", reason: texts.number }
      : one,
  );
}

const VIEW_PREFIX = { viewA: /^a_/i, viewB: /^b_/i } as const;

/** Columns `a_...` and `b_...` are two views of each row, where there are no other features. */
function withViews(assigned: Assigned[], name: string): Assigned[] {
  const features = assigned.filter(({ role }) => role === "feature");
  const [one, other, ...rest] = new Set(features.map(({ facts }) => facts.column.vector));
  if (one && other && rest.length === 0 && areViews(one.name, other.name) && String(one.shape) === String(other.shape))
    return assigned.map((own) => viewOf(own, one, other));
  const views = (["viewA", "viewB"] as const).map((view) =>
    features.filter(({ facts }) => VIEW_PREFIX[view].test(facts.column.name)),
  );
  const [first, second] = views as [Assigned[], Assigned[]];
  const [ofFirst, ofSecond] = [new Set(first), new Set(second)];
  const isWhole = first.length > 0 && second.length > 0 && first.length + second.length === features.length;
  if (!isWhole) return assigned;
  if (first.length !== second.length)
    throw new DataError(say(texts.unequalColumns, { name, first: first.length, second: second.length }));
  return assigned.map((one) => {
    if (ofFirst.has(one)) return { ...one, role: "viewA", reason: say(texts.view, { prefix: "a_" }) };
    return ofSecond.has(one) ? { ...one, role: "viewB", reason: say(texts.view, { prefix: "b_" }) } : one;
  });
}

/** Two lists of one length, by their names. */
function viewOf(own: Assigned, one: NonNullable<TableColumn["vector"]>, other: typeof one): Assigned {
  const { vector } = own.facts.column;
  if (own.role !== "feature" || !vector) return own;
  const role = vector === one ? "viewA" : "viewB";
  return { ...own, role, reason: say(texts.twin, { other: vector === one ? other.name : one.name }) };
}

/** Whether there are few enough different values to be classes. */
function fitsLabels(facts: ColumnFacts): boolean {
  const distinct = distinctOf(facts);
  return distinct > 0 && distinct <= MOST_CLASSES;
}
