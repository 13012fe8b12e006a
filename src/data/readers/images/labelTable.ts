import { type Said, say } from "../../../i18n/message";
import { MOST_CLASSES } from "../../assembly/labeled";
import { textOf } from "../../charset";
import { isMissing } from "../../interpretation/missing";
import { labelRank, type Part, partNamed, saysSplit } from "../../interpretation/names";
import type { Interpretation } from "../../interpretation/schema";
import type { LeftFile } from "../../report/report";
import { texts as reportTexts } from "../../report/texts";
import type { PickedFile } from "../../types";
import { bytesOf } from "../bytes";
import { type Cells, cellsOf } from "./cells";
import { ImageNames } from "./imageNames";
import { nameOf } from "./places";
import { texts } from "./texts";

/** What tables beside images say of them: `filename,label`, `metadata.jsonl`, lists of annotations. */
export interface LabelTable {
  /** Texts that say neither classes nor parts, and why. */
  unused: LeftFile[];
  /** What is to be said of those that were used. */
  notes(): Said[];
  /** The texts that were asked for classes, and knew some, those that name most images first. */
  saidClasses(): string[];
  /** Those that would have known something, and were not asked. */
  idle(): LeftFile[];
  /** The class of an image, and the part that it belongs to; null where no table says that. */
  labelOf(path: string): string | null;
  partOf(path: string): Part | null;
}

/** Bytes of a table that are read. */
const LARGEST_TABLE = 64 * 2 ** 20;
/** Of the rows, or of the images, so many have to be named. */
const NAMING = 0.5;
/** A class has so many samples on average where no name of a column says that it is one. */
const SAMPLES_OF_CLASS = 2;
const ALSO_LABELS = /^(breed|y)([_ ]?(name|id))?$/i;
const SUBMISSION = /sample[ _-]?submission/i;
/** Where Pascal VOC says which pictures hold objects of a class, and which are for training. */
const OBJECT_LISTS = /(^|\/)ImageSets\//i;

/** What one table says. */
interface Found {
  path: string;
  /** Of the images that it names: by their paths. */
  labels: Map<string, string>;
  parts: Map<string, Part>;
  rows: number;
  /** Rows that name no image, and the first of them. */
  absent: number;
  firstAbsent: string;
}

/**
 * Finds tables that name images. What two of them say of one image, the one that names more says.
 *
 * @param files texts beside the images
 * @param paths of the images
 */
export async function readLabelTables(
  files: readonly PickedFile[],
  paths: readonly string[],
  wish: Interpretation = {},
): Promise<LabelTable> {
  const images = new ImageNames(paths);
  const found: Found[] = [];
  const unused: LeftFile[] = [];
  for (const picked of files) {
    const outcome = unusable(picked, images) ?? (await readTable(picked, images, wish));
    if ("labels" in outcome) found.push(outcome);
    else unused.push({ path: picked.path, why: outcome });
  }
  found.sort((one, other) => other.labels.size - one.labels.size);
  const used = { labels: new Set<Found>(), parts: new Set<Found>() };
  const ask = (what: "labels" | "parts", path: string) => {
    const table = found.find((one) => one[what].has(path));
    if (table) used[what].add(table);
    return table ?? null;
  };
  const isUsed = (table: Found) => used.labels.has(table) || used.parts.has(table);
  return {
    unused,
    saidClasses: () => found.filter((table) => used.labels.has(table)).map(({ path }) => path),
    idle: () =>
      found.filter((table) => !isUsed(table)).map(({ path }) => ({ path, why: reportTexts.left.knownAnyway })),
    notes: () => found.filter(isUsed).flatMap(absentNote),
    labelOf: (path) => ask("labels", path)?.labels.get(path) ?? null,
    partOf: (path) => ask("parts", path)?.parts.get(path) ?? null,
  };
}

/** Why a text is not even read. */
function unusable({ path, file }: PickedFile, images: ImageNames): Said | null {
  const { left } = reportTexts;
  if (SUBMISSION.test(path)) return left.submission;
  if (OBJECT_LISTS.test(path)) return left.objects;
  if (/\.(txt|json)$/i.test(path) && images.hasStem(path)) return left.beside;
  return file.size > LARGEST_TABLE ? left.tooLarge : null;
}

async function readTable({ path, file }: PickedFile, images: ImageNames, wish: Interpretation): Promise<Found | Said> {
  const { left } = reportTexts;
  const { text } = await textOf(await bytesOf(file, file.name));
  const cells = cellsOf(text, path);
  if (!cells) return left.objects;
  const { head, rows, naming, named } = lookUp(cells, path, images);
  const count = named.filter((own) => own.length > 0).length;
  if (count === 0 || (count < NAMING * rows.length && count < NAMING * images.count)) return left.namesNoImages;
  const columns = Array.from({ length: rows[0]!.length }, (_, column) => column).filter((column) => column !== naming);
  const labeling = labelColumn(head, rows, naming, wish);
  const splitting = splitColumn(head, rows, columns);
  const found: Found = { path, labels: new Map(), parts: new Map(), rows: rows.length, absent: 0, firstAbsent: "" };
  const ownPart = columns.length === 0 ? partNamed(nameOf(path)) : null;
  for (const [i, own] of named.entries()) {
    const row = rows[i]!;
    if (own.length === 0) {
      found.absent++;
      found.firstAbsent ||= row[naming] ?? "";
      continue;
    }
    const label = labeling === null ? "" : (row[labeling] ?? "");
    const part = splitting === null ? ownPart : partNamed(row[splitting] ?? "");
    for (const image of own) {
      if (!isMissing(label)) found.labels.set(image, label);
      if (part) found.parts.set(image, part);
    }
  }
  return found.labels.size + found.parts.size > 0 ? found : left.noClassesNamed;
}

interface LookedUp {
  head: string[] | null;
  rows: string[][];
  /** The column of names, and the images of each row. */
  naming: number;
  named: (readonly string[])[];
}

/** The column whose cells name most images, and what stands above it. */
function lookUp({ head, rows }: Cells, path: string, images: ImageNames): LookedUp {
  const width = rows[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, column) => rows.map((row) => images.find(row[column], path)));
  const counts = columns.map((column) => column.filter((own) => own.length > 0).length);
  const most = counts.reduce((largest, count) => Math.max(largest, count), 0);
  const naming = counts.indexOf(most);
  const named = columns[naming] ?? [];
  if (head || rows.length === 0 || named[0]!.length > 0) return { head, rows, naming, named };
  return { head: rows[0]!, rows: rows.slice(1), naming, named: named.slice(1) };
}

/** The column that is said to be the label, one that is called so, or one beside the names whose words come again. */
function labelColumn(
  head: string[] | null,
  rows: string[][],
  naming: number,
  { columns = [] }: Interpretation,
): number | null {
  const titles = head ?? rows[0]!.map((_, column) => String(column + 1));
  const said = columns.find(({ name, role }) => role === "label" && titles.includes(name));
  if (said) return titles.indexOf(said.name);
  const isOut = (column: number) => columns.some(({ name }) => name === titles[column]);
  const places = [...titles.keys()].filter((column) => column !== naming && !isOut(column));
  const rank = (column: number) => (head && ALSO_LABELS.test(titles[column]!) ? 2 : labelRank(titles[column]!));
  const called = head ? places.filter((column) => rank(column) > 0).sort((one, other) => rank(other) - rank(one)) : [];
  const beside = [naming + 1, naming - 1].filter(
    (column) => places.includes(column) && distinctIn(rows, column) * SAMPLES_OF_CLASS <= rows.length,
  );
  return [...called, ...beside].find((column) => distinctIn(rows, column) <= MOST_CLASSES) ?? null;
}

function splitColumn(head: string[] | null, rows: string[][], columns: number[]): number | null {
  const isPart = (cell = "") => cell === "" || partNamed(cell) !== null;
  return columns.find((column) => saysSplit(head?.[column] ?? "") && rows.every((row) => isPart(row[column]))) ?? null;
}

function distinctIn(rows: string[][], column: number): number {
  return new Set(rows.map((row) => row[column] ?? "")).size;
}

function absentNote({ path, rows, absent, firstAbsent }: Found): Said[] {
  return absent > 0 ? [say(texts.absent, { table: path, rows, absent, first: firstAbsent })] : [];
}
