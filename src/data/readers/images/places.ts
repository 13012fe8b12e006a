import { type Part, saysUnlabeled } from "../../interpretation/names";

/** Where an image lies. */
export interface Place {
  path: string;
  /** Null where no folder says it. */
  part: Part | null;
  /** The name of the folder that says the part. */
  partName: string;
  /** Folders that are no part and may be classes, from the outside in. */
  folders: string[];
}

const PARTS: [pattern: RegExp, part: Part][] = [
  [/^(train|training)([_ -]?(set|data|images|imgs))?\d*$/i, "train"],
  [/^(test|testing|t10k)([_ -]?(set|data|images|imgs))?\d*$/i, "test"],
  [/^(val|valid|validation)([_ -]?(set|data|images|imgs))?\d*$/i, "validation"],
];

/** Folders that say what lies in them, and not of which class it is. */
const GENERIC = /^(images?|imgs?|pictures?|photos?|jpe?g(images)?|png)$/i;

export function placeOf(path: string): Place {
  const folders = path.split("/").slice(0, -1);
  const partName = folders.find(saysUnlabeled) ?? folders.find((folder) => partCalled(folder) !== null) ?? "";
  return {
    path,
    part: partCalled(partName),
    partName,
    folders: folders.filter((folder) => partCalled(folder) === null && !GENERIC.test(folder)),
  };
}

function partCalled(folder: string): Part | null {
  if (saysUnlabeled(folder)) return "unlabeled";
  return PARTS.find(([pattern]) => pattern.test(folder))?.[1] ?? null;
}

/** Of a file, without folders and its ending. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/\.\w+$/, "");
}
