import { type Said, say } from "../../../i18n/message";
import { MOST_CLASSES } from "../../assembly/labeled";
import { reasonToTrain } from "../../assembly/unlabeled";
import { DataError } from "../../errors";
import { saysUnlabeled } from "../../interpretation/names";
import type { Interpretation } from "../../interpretation/schema";
import type { LeftFile } from "../../report/report";
import { texts as reportTexts } from "../../report/texts";
import { texts } from "./errors";
import type { LabelTable } from "./labelTable";

/** What is known of images before they are looked at: which part they belong to, and their class. */
export interface ImageTree {
  train: ClassifiedPaths;
  /** Images with a class that measure, where those that train have none; and why they do. */
  bank: (ClassifiedPaths & { reason: Said }) | null;
  test: ClassifiedPaths | null;
  classNames: string[];
  /** Images that neither part takes. */
  left: LeftFile[];
  notes: Said[];
  /** Where classes and parts come from; missing where there are none. */
  labels?: Said;
  split?: Said;
}

export interface ClassifiedPaths {
  paths: string[];
  /** Null without classes. */
  labels: Uint8Array | null;
}

type Part = "train" | "test" | "validation" | "unlabeled";

const PARTS: [pattern: RegExp, part: Part][] = [
  [/^(train|training)$/i, "train"],
  [/^(test|testing|t10k)$/i, "test"],
  [/^(val|valid|validation)$/i, "validation"],
];

/** Folders that say what lies in them, and not of which class it is. */
const GENERIC = /^(images?|imgs?|pictures?|photos?|jpe?g(images)?|png)$/i;

interface Place {
  path: string;
  part: Part;
  /** The name of the folder that says the part. */
  partName: string;
  /** Folders that are no part, from the outside in. */
  folders: string[];
  /** Null where nothing says it. */
  className: string | null;
}

/**
 * Sorts images by their folders: `train` and `test` (or `validation`, where there is no `test` with classes) are the parts; below
 * what all paths have in common, the outermost folder is the class. Where no folder says it, a table that names the images
 * does. Of a folder `unlabeled` no image has a class, whatever lies below; such images train, and those with a class measure
 * (unlabeled.ts).
 *
 * @param paths with `/` between folders
 * @throws DataError when there are too many classes
 */
export function sortImages(paths: readonly string[], table: LabelTable | null, wish?: Interpretation): ImageTree {
  const places = [...paths].sort().map(placeOf);
  const { byFolder, byTable } = classify(places, table);
  const classNames = [...new Set(places.map(({ className }) => className))].filter((name) => name !== null).sort();
  if (classNames.length > MOST_CLASSES)
    throw new DataError(say(texts.tooManyFolders, { count: classNames.length, most: MOST_CLASSES }));
  return { ...partsOf(places, classNames, wish), classNames, ...originOf(byFolder, byTable, table) };
}

/** Gives every place its class, where one is known; counts what said it. */
function classify(all: Place[], table: LabelTable | null): { byFolder: number; byTable: number } {
  const places = all.filter(({ part }) => part !== "unlabeled");
  const named = places.map(({ folders }) => folders.filter((folder) => !GENERIC.test(folder)));
  const depth = sharedDepth(named);
  const counts = { byFolder: 0, byTable: 0 };
  for (const [i, place] of places.entries()) {
    const folder = named[i]![depth] ?? null;
    place.className = folder ?? table?.labelOf(place.path) ?? null;
    if (folder !== null) counts.byFolder++;
    else if (place.className !== null) counts.byTable++;
  }
  return counts;
}

function originOf(byFolder: number, byTable: number, table: LabelTable | null): Pick<ImageTree, "labels"> {
  if (byFolder + byTable === 0) return {};
  if (byTable === 0 || !table) return { labels: reportTexts.labels.folders };
  const { name } = table;
  return { labels: say(reportTexts.labels[byFolder === 0 ? "table" : "foldersAndTable"], { table: name }) };
}

type Parts = Omit<ImageTree, "classNames" | "labels">;

function partsOf(places: Place[], classNames: string[], wish?: Interpretation): Parts {
  const left: ImageTree["left"] = [];
  const leave = (some: Place[], why: Said) => void left.push(...some.map(({ path }) => ({ path, why })));
  const [train, test, validation] = (["train", "test", "validation"] as const).map((part) =>
    withClass(places.filter((place) => place.part === part)),
  ) as [WithClass, WithClass, WithClass];
  for (const { without } of [test, validation]) leave(without, reportTexts.left.noClass);
  const bare = [...places.filter(({ part }) => part === "unlabeled"), ...train.without];
  const { main, heldOut } = labeledParts([train, validation, test].map(({ own }) => own) as PlacesOfParts, leave);
  const split = heldOut && { split: say(reportTexts.split.folder, { part: heldOut[0]!.partName }) };
  const rest = { test: heldOut && classified(heldOut, classNames), left, ...split };
  if (!main) return { train: classified(bare, classNames), bank: null, notes: [], ...rest };
  const known = classified(main, classNames);
  if (!known.labels) return { train: classified([...main, ...bare], classNames), bank: null, notes: [], ...rest };
  const counts = { part: partNameOf(bare), count: bare.length, labeled: main.length };
  const reason = reasonToTrain(counts, wish);
  if (reason) return { train: classified(bare, classNames), bank: { ...known, reason }, notes: [], ...rest };
  leaveBare(bare, leave);
  return { train: known, bank: null, notes: bare.length > 0 ? [reportTexts.unlabeledLeft] : [], ...rest };
}

/** The name of the folder that says that images have no class. */
function partNameOf(bare: Place[]): string | null {
  return bare.find(({ part }) => part === "unlabeled")?.partName ?? null;
}

type Leave = (some: Place[], why: Said) => void;

function leaveBare(bare: Place[], leave: Leave): void {
  const isOfPart = ({ part }: Place) => part === "unlabeled";
  leave(bare.filter(isOfPart), say(reportTexts.left.unlabeledPart, { part: partNameOf(bare) ?? "" }));
  leave(
    bare.filter((place) => !isOfPart(place)),
    reportTexts.left.noClass,
  );
}

type PlacesOfParts = [train: Place[], validation: Place[], test: Place[]];

/** The part that is learned from, and the one that is held out. */
function labeledParts(
  [train, validation, test]: PlacesOfParts,
  leave: Leave,
): { main: Place[] | null; heldOut: Place[] | null } {
  const main = [train, validation, test].find((part) => part.length > 0);
  if (!main) return { main: null, heldOut: null };
  const candidates = [test, validation].filter((part) => part !== main && part.length > 0);
  const isLabeled = (part: Place[]) => part[0]!.className !== null;
  const heldOut = candidates.find((part) => isLabeled(part) || !isLabeled(main)) ?? candidates[0] ?? null;
  for (const other of candidates)
    if (other !== heldOut)
      leave(
        other,
        isLabeled(other)
          ? reportTexts.left.otherPart
          : say(reportTexts.left.unlabeledPart, { part: other[0]!.partName }),
      );
  return { main, heldOut };
}

interface WithClass {
  own: Place[];
  without: Place[];
}

/** A part has classes throughout, or none: of those without one, where others have one, nothing is known. */
function withClass(part: Place[]): WithClass {
  const own = part.filter(({ className }) => className !== null);
  if (own.length === 0) return { own: part, without: [] };
  return { own, without: part.filter(({ className }) => className === null) };
}

function classified(places: Place[], classNames: string[]): ClassifiedPaths {
  const numbers = new Map(classNames.map((name, label) => [name, label]));
  const hasClasses = places.some(({ className }) => className !== null);
  return {
    paths: places.map(({ path }) => path),
    labels: hasClasses ? Uint8Array.from(places, ({ className }) => numbers.get(className!)!) : null,
  };
}

function placeOf(path: string): Place {
  const folders = path.split("/").slice(0, -1);
  const partOf = (folder: string) => PARTS.find(([pattern]) => pattern.test(folder))?.[1];
  const unlabeled = folders.find(saysUnlabeled);
  if (unlabeled !== undefined) return { path, part: "unlabeled", partName: unlabeled, folders: [], className: null };
  const partName = folders.find((folder) => partOf(folder) !== undefined) ?? "";
  return {
    path,
    part: partOf(partName) ?? "train",
    partName,
    folders: folders.filter((folder) => partOf(folder) === undefined),
    className: null,
  };
}

/** How many folders, from the outside in, all images have in common. */
function sharedDepth(folders: string[][]): number {
  const [first = []] = folders;
  let depth = 0;
  while (depth < first.length && folders.every((other) => other[depth] === first[depth])) depth++;
  return depth;
}
