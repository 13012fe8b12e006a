import { say } from "../../../i18n/message";
import { MOST_CLASSES } from "../../assembly/labeled";
import { DataError } from "../../errors";
import { texts } from "./errors";

/** What the folders say of images: which part they belong to, and their class. */
export interface ImageTree {
  train: ClassifiedPaths;
  test: ClassifiedPaths | null;
  classNames: string[];
}

export interface ClassifiedPaths {
  paths: string[];
  /** Null without class folders. */
  labels: Uint8Array | null;
}

type Part = "train" | "test" | "validation";

const PARTS: [pattern: RegExp, part: Part][] = [
  [/^(train|training)$/i, "train"],
  [/^(test|testing|t10k)$/i, "test"],
  [/^(val|valid|validation)$/i, "validation"],
];

interface Place {
  path: string;
  part: Part;
  /** Folders that are no part, from the outside in. */
  folders: string[];
}

/**
 * Sorts images by their folders: `train` and `test` (or `validation`, where there is no `test`) are the parts; below what all
 * paths have in common, the outermost folder is the class. Images in one folder have no classes.
 *
 * @param paths with `/` between folders
 * @throws DataError when some images have a class and others none, or there are too many classes
 */
export function sortByFolders(paths: string[]): ImageTree {
  const places = [...paths].sort().map(placeOf);
  const depth = sharedDepth(places);
  const classOf = ({ folders }: Place) => folders[depth] ?? null;
  const classNames = [...new Set(places.map(classOf))].filter((name) => name !== null).sort();
  if (classNames.length > MOST_CLASSES)
    throw new DataError(say(texts.tooManyFolders, { count: classNames.length, most: MOST_CLASSES }));
  const astray = classNames.length > 0 && places.find((place) => classOf(place) === null);
  if (astray)
    throw new DataError(say(texts.noFolder, { path: astray.path, folders: classNames.slice(0, 3).join(", ") }));
  const of = (part: Part) =>
    classified(
      places.filter((place) => place.part === part),
      classOf,
      classNames,
    );
  const [train, test, validation] = [of("train"), of("test"), of("validation")];
  const heldOut = [test, validation].find((set) => set.paths.length > 0) ?? null;
  return train.paths.length > 0 ? { train, test: heldOut, classNames } : { train: heldOut!, test: null, classNames };
}

function classified(places: Place[], classOf: (place: Place) => string | null, classNames: string[]): ClassifiedPaths {
  return {
    paths: places.map(({ path }) => path),
    labels: classNames.length > 0 ? Uint8Array.from(places, (place) => classNames.indexOf(classOf(place)!)) : null,
  };
}

function placeOf(path: string): Place {
  const folders = path.split("/").slice(0, -1);
  const partOf = (folder: string) => PARTS.find(([pattern]) => pattern.test(folder))?.[1];
  const part = folders.map(partOf).find((found) => found !== undefined) ?? "train";
  return { path, part, folders: folders.filter((folder) => partOf(folder) === undefined) };
}

/** How many folders, from the outside in, all images have in common. */
function sharedDepth(places: Place[]): number {
  const [first] = places;
  const { folders } = first!;
  let depth = 0;
  while (depth < folders.length && places.every((place) => place.folders[depth] === folders[depth])) depth++;
  return depth;
}
