import { type Said, say } from "../../i18n/message";
import { Counter } from "../report/counter";
import type { ReadingReport, Tally } from "../report/report";
import { texts as reportTexts } from "../report/texts";
import type { TablePlan } from "./plan";
import type { TakenRows } from "./rows";
import { suspicionsOfTable } from "./suspicions";
import type { TableColumn } from "./table";
import type { ArrangedTables } from "./tables";
import { texts } from "./texts";

/** Rows that were taken, and of which tables. */
export interface TakenParts {
  train: TakenRows;
  /** Rows with labels that measure, where those that train have none; and why. */
  bank: (TakenRows & { reason: Said }) | null;
  test: TakenRows | null;
  /** Of each table by itself. */
  all: TakenRows[];
  /** Of each table of rows without labels. */
  others: TakenRows[];
}

/** What became of tables, and what for. */
interface Interpreted {
  arranged: ArrangedTables;
  plan: TablePlan;
  taken: TakenParts;
  notes: Said[];
}

export function reportOfTables({ arranged, plan, taken, notes }: Interpreted): ReadingReport {
  return {
    sources: [columnsOf(plan, arranged)],
    samples: rowsOf(taken, arranged),
    ...labelsOf(plan),
    ...splitOf(plan, taken),
    notes: [...tablesOf(arranged), ...filledOf(taken), ...bareOf(taken), ...notes],
    suspicions: suspicionsOfTable(plan, taken.bank ?? taken.train),
  };
}

/** Of all tables that are used: columns that several of them have count once, and so do lists. */
function columnsOf({ roles, table: lead }: TablePlan, { train, test, areViews }: ArrangedTables): Tally {
  const counter = new Counter("columns");
  const counted = new Set<string>();
  for (const { role, reason, facts } of roles) {
    const title = titleOf(facts.column);
    if (counted.has(title)) continue;
    counted.add(title);
    if (role === "identifier" || role === "ignore") counter.leave(reason, title || '""');
    else counter.take();
  }
  const others = areViews ? [] : [...train, ...test].flatMap(({ columns }) => columns.map(titleOf));
  const foreign = [...new Set(others)].filter((title) => !counted.has(title));
  counter.leave(texts.foreignColumn, foreign, foreign.length);
  const aside = new Map(
    [lead, ...train, ...test].flatMap((table) => table.aside ?? []).map(({ name, why }) => [name, why]),
  );
  for (const [name, why] of aside) counter.leave(why, name);
  return counter.tally;
}

function titleOf({ name, vector }: TableColumn): string {
  return vector?.name ?? name;
}

/** Rows of tables that are not used, and of a split's parts that are neither trained on nor tested with, are left out too. */
function rowsOf({ train, bank, test, all, others }: TakenParts, { aside }: ArrangedTables): Tally {
  const counter = new Counter("rows");
  for (const { name, count, why } of aside) counter.leave(why, name, count);
  for (const { name, count, leftOut } of [...all, ...others]) {
    counter.take(count);
    if (leftOut)
      counter.leave(leftOut.hasWords ? texts.strayWords : texts.missingCells, `${name}:${leftOut.row}`, leftOut.count);
  }
  const bare = all.flatMap((rows) => rows.bare ?? []);
  const unlabeled = countOf([...bare, ...others]) - (bank ? train.count : 0);
  const firsts = bare.map(({ name, leftOut }) => `${name}:${leftOut?.row}`);
  counter.take(countOf(bare)).drop(reportTexts.left.noClass, firsts, unlabeled);
  const unused = countOf(all) - (bank ?? train).count - (test?.count ?? 0);
  return counter.drop(texts.validation, [], unused).tally;
}

function countOf(rows: readonly TakenRows[]): number {
  return rows.reduce((sum, { count }) => sum + count, 0);
}

/** How samples without labels, of which there are some, would train. */
function bareOf({ bank, all, others }: TakenParts): Said[] {
  const some = others.length > 0 || all.some(({ bare }) => bare !== null);
  return some && !bank ? [reportTexts.unlabeledLeft] : [];
}

function labelsOf({ roles, label }: TablePlan): Pick<ReadingReport, "labels"> {
  if (label === null) return {};
  const reason = roles.find(({ role }) => role === "label")?.reason ?? texts.labelNamed;
  return { labels: say(texts.label, { column: label, reason }) };
}

function splitOf({ roles, split }: TablePlan, { test }: TakenParts): Pick<ReadingReport, "split"> {
  if (split === null || !test) return {};
  const reason = roles.find(({ role }) => role === "split")?.reason ?? texts.said;
  return { split: say(texts.splitBy, { column: split, reason }) };
}

function tablesOf({ train, areViews }: ArrangedTables): Said[] {
  const [one, other] = train;
  if (!one || !other) return [];
  const names = train.map(({ name }) => name).join(", ");
  return [areViews ? say(texts.twoViews, { name: one.name, other: other.name }) : say(texts.joined, { names })];
}

function filledOf({ all }: TakenParts): Said[] {
  return all.flatMap(({ name, filled }) => (filled > 0 ? [say(texts.filled, { name, count: filled })] : []));
}
