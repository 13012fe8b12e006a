import { type Said, say } from "../../i18n/message";
import { LARGEST_PART, type LabeledSet, type LabeledSets, MOST_CLASSES } from "../assembly/labeled";
import { DataError } from "../errors";
import { misread } from "./misread";
import { inOrder, partNamed } from "./names";
import { outlineOfTables, refusedOutline } from "./outlineOfTables";
import { brightnessOf, drawPictures, layoutOf } from "./pictures";
import { planOf, type TablePlan, viewsPlan } from "./plan";
import { reportOfTables, type TakenParts } from "./report";
import { columnOf, meansOf, type TakenRows, takeRows } from "./rows";
import type { Interpretation } from "./schema";
import type { Table } from "./table";
import { type ArrangedTables, arrangeTables } from "./tables";
import { texts } from "./texts";

type Parts = Pick<TakenParts, "train" | "test">;

/** Fewest rows of which some can be held out. */
const FEWEST = 12;
/** Pictures that show how their colors lie. */
const LOOKED_AT = 16;

/**
 * Makes samples of tables: which table is what (tables.ts), which column (roles.ts), and what is taken of them (rows.ts).
 *
 * @param wish what was said; the rest is guessed
 * @throws DataError naming table, row and column
 */
export function interpretTables(tables: readonly Table[], wish: Interpretation = {}): LabeledSets {
  const arranged = arrangeTables(tables, wish);
  try {
    return interpretArranged(arranged, wish);
  } catch (error) {
    throw misread(error, refusedOutline(arranged, wish));
  }
}

function interpretArranged(arranged: ArrangedTables, wish: Interpretation): LabeledSets {
  const plan = leadPlan(arranged, wish);
  const taken = takeParts(arranged, plan, wish);
  const { train, test } = taken;
  const classes = classNamesOf([...(train.labels ?? []), ...(test?.labels ?? [])], train.name);
  const sets = { train: labeled(train, classes), test: test && labeled(test, classes) };
  const isPictures = wish.rows === "pictures" || (wish.rows !== "features" && plan.arePixels);
  const areSidesSaid = wish.pictures?.height || wish.pictures?.width;
  const said = { ...(areSidesSaid ? null : plan.pictures), ...wish.pictures };
  const rows = isPictures ? "pictures" : "features";
  const outline = outlineOfTables({ arranged, plan, taken, rows }, { ...wish, pictures: said });
  const drawn = isPictures ? drawSets(sets, said) : [];
  return { ...sets, outline, report: reportOfTables({ arranged, plan, taken, notes: drawn }) };
}

function leadPlan({ train, areViews }: ArrangedTables, wish: Interpretation): TablePlan {
  const [one, other] = train as [Table, Table | undefined];
  return areViews && other ? viewsPlan(one, other, wish) : planOf(one, wish);
}

function takeParts({ train, test, areViews }: ArrangedTables, plan: TablePlan, wish: Interpretation): TakenParts {
  const sources = areViews ? [plan.table] : train;
  const means = wish.missing === "mean" ? meansOf(sources, plan) : null;
  const usable = areViews && test.length === 2 ? [viewsPlan(test[0]!, test[1]!, wish).table] : test;
  for (const table of usable) assertSameColumns(table, plan);
  const all = [sources, usable].map((tables) => tables.map((table) => takeRows(table, plan, means)));
  const [rows, held] = all.map((parts) => (parts.length > 0 ? joined(parts) : null)) as [TakenRows, TakenRows | null];
  const own = held && held.count > 0 ? held : null;
  if (plan.split) return { ...splitRows(rows, plan.split, own), all: all.flat() };
  assertEnough(rows, own);
  return { train: rows, test: own, all: all.flat() };
}

function assertEnough({ name, count, rows, leftOut }: TakenRows, held: TakenRows | null): void {
  if (held || count >= FEWEST || !leftOut) return;
  throw new DataError(say(texts.leftTooFew, { name, count, rows, row: leftOut.row, column: leftOut.column }));
}

function assertSameColumns(table: Table, { features, second, table: lead }: TablePlan): void {
  const needed = new Set([...features, ...second].map(({ column }) => column));
  const own = [...needed].filter((name) => columnOf(table, name) !== null);
  if (own.length === needed.size) return;
  throw new DataError(
    say(texts.unequalParts, {
      name: lead.name,
      columns: needed.size,
      testName: table.name,
      testColumns: own.length,
    }),
  );
}

/** Rows of several tables, one after the other. */
function joined(all: readonly TakenRows[]): TakenRows {
  const [first] = all as [TakenRows];
  if (all.length === 1) return first;
  const concatenated = (of: (rows: TakenRows) => Float32Array | null) => {
    const parts = all.map(of).filter((part) => part !== null);
    const values = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
    if (values.byteLength > LARGEST_PART) throw new DataError(say(texts.noRoom, { name: first.name }));
    let at = 0;
    for (const part of parts) {
      values.set(part, at);
      at += part.length;
    }
    return values;
  };
  const sum = (of: (rows: TakenRows) => number) => all.reduce((total, rows) => total + of(rows), 0);
  return {
    ...first,
    count: sum(({ count }) => count),
    rows: sum(({ rows }) => rows),
    filled: sum(({ filled }) => filled),
    values: concatenated(({ values }) => values),
    second: first.second && concatenated(({ second }) => second),
    labels: first.labels && all.flatMap(({ labels }) => labels ?? []),
    parts: first.parts && all.flatMap(({ parts }) => parts ?? []),
  };
}

/** By the words of a column; rows for validation are the test where there are none for testing. */
function splitRows(rows: TakenRows, column: string, held: TakenRows | null): Parts {
  const parts = rows.parts!.map((word) => {
    const part = partNamed(word);
    if (part === null) throw new DataError(say(texts.noPart, { name: rows.name, column, word }));
    return part;
  });
  const testing = parts.includes("test") ? "test" : "validation";
  const of = (part: string) =>
    chosen(
      rows,
      parts.flatMap((own, row) => (own === part ? [row] : [])),
    );
  const [train, test] = [of("train"), of(testing)];
  if (train.count === 0) return { train: test, test: held };
  return { train, test: test.count > 0 ? test : held };
}

function chosen(rows: TakenRows, indices: number[]): TakenRows {
  const size = rows.count > 0 ? rows.values.length / rows.count : 0;
  const pick = (values: Float32Array) => {
    const picked = new Float32Array(indices.length * size);
    for (const [at, row] of indices.entries()) picked.set(values.subarray(row * size, (row + 1) * size), at * size);
    return picked;
  };
  return {
    ...rows,
    count: indices.length,
    values: pick(rows.values),
    second: rows.second && pick(rows.second),
    labels: rows.labels && indices.map((row) => rows.labels![row]!),
  };
}

function classNamesOf(labels: string[], name: string): string[] {
  const distinct = [...new Set(labels)];
  if (distinct.length > MOST_CLASSES)
    throw new DataError(say(texts.tooManyClasses, { name, count: distinct.length, most: MOST_CLASSES }));
  return inOrder(distinct);
}

function labeled({ name, count, values, second, labels }: TakenRows, classNames: string[]): LabeledSet {
  const places = new Map(classNames.map((label, place) => [label, place]));
  const shape = [count > 0 ? values.length / count : 0];
  const own = labels && Uint8Array.from(labels, (label) => places.get(label)!);
  const set: LabeledSet = { name, kind: "features", shape, count, values, labels: own, classNames };
  return second ? { ...set, second } : set;
}

/** @throws DataError when the numbers are no brightness, or do not fill the pictures */
function drawSets({ train, test }: LabeledSets, layoutSaid: Interpretation["pictures"]): Said[] {
  const [size = 0] = train.shape;
  const values = train.values as Float32Array;
  const layout = layoutOf(train.name, size, values.subarray(0, LOOKED_AT * size), layoutSaid);
  const { height, width, channels } = layout;
  const extent = brightnessOf(values, test?.values as Float32Array | undefined);
  if (extent.factor === null)
    throw new DataError(say(texts.noBrightness, { name: train.name, low: extent.low, high: extent.high }));
  for (const set of test ? [train, test] : [train])
    Object.assign(set, {
      kind: "images",
      shape: [height, width, channels],
      values: drawPictures(set.values as Float32Array, layout, extent.factor),
    });
  const isStretched = extent.factor !== 1 && extent.high !== 1;
  return [
    say(texts.pictures, { height, width, channels: String(channels) }),
    ...(isStretched ? [say(texts.stretched, { high: extent.high })] : []),
  ];
}
