import Papa from "papaparse";
import { textOf } from "../../charset";
import type { PickedFile } from "../../types";
import { bytesOf } from "../bytes";

/** Tables beside images that name them, and say their classes: `filename,label`, or lists of annotations. */
export interface LabelTable {
  /** The texts that name images. */
  used: string[];
  /** For the report. */
  name: string;
  /** The class of an image by its path; null where the table does not name it. */
  labelOf(path: string): string | null;
}

/** Bytes of a table that are read. */
const LARGEST_TABLE = 64 * 2 ** 20;
/** Of a path that tables may call an image by: folders in folders have no end. */
const MOST_PARTS = 8;
/** Of the rows, so many have to name an image. */
const NAMING = 0.5;
const LABEL = /^(label|class|target|category|breed|species|y)(_?(name|id))?$/i;

interface Found {
  name: string;
  labels: Map<string, string>;
}

/**
 * Finds tables that name images. What two of them say of one image, the one that names more says.
 *
 * @param files texts beside the images
 * @param paths of the images
 * @returns null where none does
 */
export async function readLabelTables(
  files: readonly PickedFile[],
  paths: readonly string[],
): Promise<LabelTable | null> {
  const images = new Set(paths.flatMap(keysOf));
  const found: Found[] = [];
  for (const { file, path } of files) {
    if (file.size > LARGEST_TABLE) continue;
    const { text } = await textOf(await bytesOf(file, file.name));
    const labels = labelsIn(text, images);
    if (labels) found.push({ name: path, labels });
  }
  found.sort((a, b) => b.labels.size - a.labels.size);
  const [first] = found;
  if (!first) return null;
  const labelOf = (path: string) => {
    const keys = keysOf(path);
    for (const { labels, name } of found)
      for (const key of keys) if (labels.has(key) && isNear(name, path)) return labels.get(key)!;
    return null;
  };
  return { name: first.name, used: found.map(({ name }) => name), labelOf };
}

/** A table speaks of images in its own folder and below: `val/annotations.txt` not of `train`. */
function isNear(table: string, image: string): boolean {
  return image.startsWith(table.slice(0, table.lastIndexOf("/") + 1));
}

/** How a table may call an image: by its path, or the end of it, with its ending or without. */
function keysOf(path: string): string[] {
  const last = path.split("/").slice(-MOST_PARTS);
  const ends = last.map((_, i) => last.slice(i).join("/"));
  return [path, ...ends].flatMap((end) => [end, end.replace(/\.\w+$/, "")]);
}

function labelsIn(text: string, images: ReadonlySet<string>): Map<string, string> | null {
  const { data } = Papa.parse<string[]>(text, {
    skipEmptyLines: "greedy",
    delimitersToGuess: [",", ";", "\t", "|", " "],
  });
  const [head = []] = data;
  const naming = columnOf(head.length, (column) => data.filter((row) => images.has(keyIn(row[column]))).length);
  const count = data.filter((row) => images.has(keyIn(row[naming]))).length;
  if (count === 0 || count < NAMING * data.length) return null;
  const labeling = labelColumn(head, naming, images);
  if (labeling === null) return null;
  const rows = data.filter((row) => images.has(keyIn(row[naming])) && (row[labeling] ?? "").trim() !== "");
  return new Map(rows.map((row) => [keyIn(row[naming]), row[labeling]!.trim()]));
}

/** The column of which `count` is largest. */
function columnOf(columns: number, count: (column: number) => number): number {
  const counts = Array.from({ length: columns }, (_, column) => count(column));
  return counts.indexOf(Math.max(...counts));
}

/** A column that is called so, else the one behind the names, else the one before. */
function labelColumn(head: string[], naming: number, images: ReadonlySet<string>): number | null {
  const hasNames = !images.has(keyIn(head[naming]));
  const called = hasNames ? head.findIndex((title, column) => column !== naming && LABEL.test(title.trim())) : -1;
  const places = [called, naming + 1, naming - 1];
  return places.find((place) => place >= 0 && place < head.length) ?? null;
}

function keyIn(cell = ""): string {
  return cell
    .trim()
    .replaceAll("\\", "/")
    .replace(/^(\.?\/)+/, "");
}
