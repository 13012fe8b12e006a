import { type Said, say } from "../../../i18n/message";
import { MOST_CLASSES } from "../../assembly/labeled";
import { DataError } from "../../errors";
import type { Interpretation } from "../../interpretation/schema";
import { texts as reportTexts } from "../../report/texts";
import { texts } from "./errors";
import { classesInNames } from "./fileNames";
import type { LabelTable } from "./labelTable";
import { type Classified, type ImageTree, partsOf } from "./parts";
import { type Place, placeOf } from "./places";
import { texts as pictureTexts } from "./texts";

type By = NonNullable<Interpretation["classes"]>;

/** Classes that are given as examples. */
const MOST_NAMES = 3;

/**
 * Sorts images: folders called `train` and `test` (or `validation`, where there is no `test` with classes) are the parts, or a table
 * says them; below what all paths have in common, the outermost folder is the class. Where no folder says it, a table that names
 * the images does. By choice the names of the files do. Of a folder `unlabeled` no image has a class, whatever lies below.
 *
 * @param paths with `/` between folders
 * @param wish what was said of classes, and of images without
 * @throws DataError when there are too many classes
 */
export function sortImages(paths: readonly string[], table: LabelTable, wish: Interpretation = {}): ImageTree {
  const { classes: by } = wish;
  const places = [...paths].sort().map((path): Classified => {
    const place = placeOf(path);
    return { ...place, part: place.part ?? table.partOf(path) ?? "train", className: null };
  });
  const classified = classify(places, table, by);
  const classNames = inOrder(new Set(places.map(({ className }) => className).filter((name) => name !== null)));
  if (classNames.length > MOST_CLASSES)
    throw new DataError(say(texts.tooManyClasses, { by: classified.by, count: classNames.length, most: MOST_CLASSES }));
  const isUnsaid = by === undefined && classNames.length === 0;
  const { notes, ...parts } = partsOf(places, classNames, wish);
  const offered = isUnsaid ? offer(paths) : [];
  const used = classNames.length > 0 ? classified.by : "none";
  return { ...parts, classNames, by: used, ...classified.origin, notes: [...notes, ...offered] };
}

/** Gives every place its class, where one is known, and says what said it. */
function classify(all: Classified[], table: LabelTable, by?: By): { by: By; origin: Pick<ImageTree, "labels"> } {
  const places = all.filter(({ part }) => part !== "unlabeled");
  if (by === "none") return { by, origin: { labels: reportTexts.labels.unwanted } };
  if (by === "names") {
    const names = classesInNames(places.map(({ path }) => path));
    for (const [i, place] of places.entries()) place.className = names?.[i] ?? null;
    const named = places.find(({ className }) => className !== null);
    return {
      by,
      origin: named ? { labels: say(reportTexts.labels.names, { name: named.path, label: named.className! }) } : {},
    };
  }
  const depth = sharedDepth(places);
  const counts = { folders: 0, table: 0 };
  for (const place of places) {
    const folder = by === "table" ? null : (place.folders[depth] ?? null);
    place.className = folder ?? (by === "folders" ? null : table.labelOf(place.path));
    if (folder !== null) counts.folders++;
    else if (place.className !== null) counts.table++;
  }
  return { by: counts.folders > 0 ? "folders" : "table", origin: originOf(counts, table) };
}

/** What the names of files would say, where nothing else says classes. */
function offer(paths: readonly string[]): Said[] {
  const names = inOrder(new Set(classesInNames(paths)?.filter((name) => name !== null)));
  if (names.length === 0) return [];
  const examples = names.slice(0, MOST_NAMES).join(", ") + (names.length > MOST_NAMES ? ", \u2026" : "");
  return [say(pictureTexts.namesOffered, { count: names.length, names: examples })];
}

/** Numbers by their size, else by the alphabet. */
function inOrder(names: ReadonlySet<string>): string[] {
  const areNumbers = [...names].every((name) => Number.isFinite(Number(name)));
  return areNumbers ? [...names].sort((one, other) => Number(one) - Number(other)) : [...names].sort();
}

function originOf(counts: { folders: number; table: number }, table: LabelTable): Pick<ImageTree, "labels"> {
  if (counts.folders + counts.table === 0) return {};
  if (counts.table === 0) return { labels: reportTexts.labels.folders };
  return {
    labels: say(reportTexts.labels[counts.folders === 0 ? "table" : "foldersAndTable"], {
      table: table.saidClasses().join(", "),
    }),
  };
}

/** How many folders, from the outside in, all images have in common. */
function sharedDepth(places: readonly Place[]): number {
  const first = places[0]?.folders ?? [];
  let depth = 0;
  while (depth < first.length && places.every(({ folders }) => folders[depth] === first[depth])) depth++;
  return depth;
}
