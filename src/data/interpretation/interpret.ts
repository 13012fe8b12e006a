import { type Said, say } from "../../i18n/message";
import { FEWEST_SAMPLES } from "../assembly/heldOut";
import { LARGEST_PART, type LabeledSet, type LabeledSets, MOST_CLASSES } from "../assembly/labeled";
import { reasonToTrain } from "../assembly/unlabeled";
import { DataError } from "../errors";
import { misread } from "./misread";
import { inOrder, type Part, partNamed } from "./names";
import { outlineOfTables, refusedOutline } from "./outlineOfTables";
import { type Brightness, brightnessOf, drawPictures, layoutOf } from "./pictures";
import { planOf, type TablePlan, viewsPlan } from "./plan";
import { reportOfTables, type TakenParts } from "./report";
import { meansOf, type TakenRows, takeRows } from "./rows";
import type { Interpretation } from "./schema";
import { columnOf, type Table } from "./table";
import { type ArrangedTables, arrangeTables } from "./tables";
import { texts } from "./texts";
import { wordsForNothing } from "./unlabeled";

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
  const { train, bank, test } = taken;
  const classes = classNamesOf([...((bank ?? train).labels ?? []), ...(test?.labels ?? [])], train.name);
  const sets = {
    train: labeled(train, classes),
    bank: bank && { ...labeled(bank, classes), reason: bank.reason },
    test: test && labeled(test, classes),
  };
  const isPictures = wish.rows === "pictures" || (wish.rows !== "features" && plan.arePixels);
  const areSidesSaid = wish.pictures?.height || wish.pictures?.width;
  const said = { ...(areSidesSaid ? null : plan.pictures), ...wish.pictures };
  const rows = isPictures ? "pictures" : "features";
  const brightness = onceBrightness(partsIn(sets));
  const outline = outlineOfTables({ arranged, plan, taken, rows, brightness }, { ...wish, pictures: said });
  const drawn = isPictures ? drawSets(sets, brightness(), said) : [];
  return { ...sets, outline, report: reportOfTables({ arranged, plan, taken, notes: drawn }) };
}

function leadPlan({ train, areViews }: ArrangedTables, wish: Interpretation): TablePlan {
  const [one, other] = train as [Table, Table | undefined];
  return areViews && other ? viewsPlan(one, other, wish) : planOf(one, wish);
}

function takeParts(arranged: ArrangedTables, plan: TablePlan, wish: Interpretation): TakenParts {
  const { train, test, unlabeled, areViews } = arranged;
  const sources = areViews ? [plan.table] : train;
  const means = wish.missing === "mean" ? meansOf(sources, plan) : null;
  const usable = areViews && test.length === 2 ? [viewsPlan(test[0]!, test[1]!, wish).table] : test;
  for (const table of [...usable, ...unlabeled]) assertSameColumns(table, plan);
  const nothing = wordsForNothing([...sources, ...usable], plan.label, wish);
  const all = [sources, usable].map((tables) => tables.map((table) => takeRows(table, plan, means, nothing)));
  const [rows, held] = all.map((parts) => (parts.length > 0 ? joined(parts) : null)) as [TakenRows, TakenRows | null];
  const others = unlabeled.map((table) => takeRows(table, { ...plan, label: null, split: null }, means));
  const taken = { all: all.flat(), others };
  const own = held && held.count > 0 ? held : null;
  const parts: SplitRows = plan.split ? splitRows(rows, plan.split, own) : { train: rows, bare: rows.bare, test: own };
  const bare = [...(parts.bare ? [parts.bare] : []), ...others];
  const part = unlabeled[0]?.name ?? (plan.split && partOfRows(rows, plan.split));
  const apart = takenApart(parts.train, bare.length > 0 ? joined(bare) : null, part, wish);
  if (!apart.bank && !plan.split) assertEnough(rows, own);
  return { ...apart, test: parts.test, ...taken };
}

/**
 * Rows that train, and those that measure beside them; no such ones where the rows without a label are left out.
 *
 * @param part what says that they have none, if anything does
 */
function takenApart(
  own: TakenRows,
  bare: TakenRows | null,
  part: string | null,
  wish: Interpretation,
): Pick<TakenParts, "train" | "bank"> {
  const labeled = own.labels ? own.count : 0;
  const reason = reasonToTrain({ part, count: bare?.count ?? 0, labeled }, wish);
  return bare && reason ? { train: bare, bank: { ...own, reason } } : { train: own, bank: null };
}

function assertEnough({ name, count, rows, ...left }: TakenRows, held: TakenRows | null): void {
  const leftOut = left.leftOut ?? left.bare?.leftOut;
  if (held || count >= FEWEST_SAMPLES || !leftOut) return;
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
  const bare = all.flatMap((rows) => rows.bare ?? []);
  const sum = (of: (rows: TakenRows) => number) => all.reduce((total, rows) => total + of(rows), 0);
  return {
    ...first,
    count: sum(({ count }) => count),
    bare: bare.length > 0 ? joined(bare) : null,
    rows: sum(({ rows }) => rows),
    filled: sum(({ filled }) => filled),
    values: concatenated(({ values }) => values),
    second: first.second && concatenated(({ second }) => second),
    labels: first.labels && all.flatMap(({ labels }) => labels ?? []),
    parts: first.parts && all.flatMap(({ parts }) => parts ?? []),
  };
}

/** Rows with labels, those without that may train, and those held out. */
interface SplitRows {
  train: TakenRows;
  bare: TakenRows | null;
  test: TakenRows | null;
}

/** By the words of a column; rows for validation are the test where there are none for testing. */
function splitRows(rows: TakenRows, column: string, held: TakenRows | null): SplitRows {
  const parts = partsOf(rows, column);
  const testing = parts.includes("test") ? "test" : "validation";
  const ofTraining = (part: Part) => part === "train" || part === "unlabeled";
  const train = chosen(rows, placesOf(parts, ofTraining));
  const test = chosen(
    rows,
    placesOf(parts, (part) => part === testing),
  );
  const bare = rows.bare && chosen(rows.bare, placesOf(partsOf(rows.bare, column), ofTraining));
  if (train.count === 0) return { train: test, bare, test: held };
  return { train, bare, test: test.count > 0 ? test : held };
}

function partsOf({ parts, name }: TakenRows, column: string): Part[] {
  return parts!.map((word) => {
    const part = partNamed(word);
    if (part === null) throw new DataError(say(texts.noPart, { name, column, word }));
    return part;
  });
}

function placesOf(parts: readonly Part[], holds: (part: Part) => boolean): number[] {
  return parts.flatMap((part, row) => (holds(part) ? [row] : []));
}

/** The word that says of rows that they have no labels; null where none does. */
function partOfRows({ bare }: TakenRows, column: string): string | null {
  const word = bare?.parts?.find((one) => partNamed(one) === "unlabeled");
  return word === undefined ? null : `${column} = ${word}`;
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

function partsIn({ train, bank, test }: LabeledSets): LabeledSet[] {
  return [train, ...(bank ? [bank] : []), ...(test ? [test] : [])];
}

/** A look at every number, which plain features may do without. */
function onceBrightness(parts: readonly LabeledSet[]): () => Brightness {
  let found: Brightness | null = null;
  return () => {
    found ??= brightnessOf(...parts.map(({ values }) => values as Float32Array));
    return found;
  };
}

/** @throws DataError when the numbers are no brightness, or do not fill the pictures */
function drawSets(sets: LabeledSets, extent: Brightness, layoutSaid: Interpretation["pictures"]): Said[] {
  const { train } = sets;
  const [size = 0] = train.shape;
  const values = train.values as Float32Array;
  const layout = layoutOf(train.name, size, values.subarray(0, LOOKED_AT * size), layoutSaid);
  const { height, width, channels } = layout;
  if (extent.factor === null)
    throw new DataError(say(texts.noBrightness, { name: train.name, low: extent.low, high: extent.high }));
  for (const set of partsIn(sets))
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
