import { type Said, say } from "../../../i18n/message";
import { reasonToTrain } from "../../assembly/unlabeled";
import type { Part } from "../../interpretation/names";
import type { Interpretation } from "../../interpretation/schema";
import type { LeftFile } from "../../report/report";
import { texts as reportTexts } from "../../report/texts";
import type { Place } from "./places";

/** What is known of images before they are looked at: which part they belong to, and their class. */
export interface ImageTree {
  train: ClassifiedPaths;
  /** Images with a class that measure, where those that train have none; and why they do. */
  bank: (ClassifiedPaths & { reason: Said }) | null;
  test: ClassifiedPaths | null;
  classNames: string[];
  /** Images that neither part takes. */
  left: LeftFile[];
  /** Where classes and parts come from; missing where there are none. */
  labels?: Said;
  split?: Said;
  /** What said the classes, or would have. */
  by: NonNullable<Interpretation["classes"]>;
  notes: Said[];
}

export interface ClassifiedPaths {
  paths: string[];
  /** Null without classes. */
  labels: Uint8Array | null;
}

export interface Classified extends Place {
  part: Part;
  /** Null where nothing says it. */
  className: string | null;
}

type Leave = (some: Classified[], why: Said) => void;
type Parts = Omit<ImageTree, "classNames" | "labels" | "by">;

/** Which images train, which measure beside them where those have no class (assembly/unlabeled.ts), and which are held out. */
export function partsOf(places: Classified[], classNames: string[], wish: Interpretation): Parts {
  const left: LeftFile[] = [];
  // One by one: they may be more than a call takes arguments.
  const leave: Leave = (some, why) => {
    for (const { path } of some) left.push({ path, why });
  };
  const [train, test, validation] = (["train", "test", "validation"] as const).map((part) =>
    withClass(places.filter((place) => place.part === part)),
  ) as [WithClass, WithClass, WithClass];
  for (const { without } of [test, validation]) leave(without, reportTexts.left.noClass);
  const bare = [...places.filter(isOfUnlabeledPart), ...train.without];
  const { main, heldOut } = labeledParts([train.own, validation.own, test.own], leave);
  const rest = {
    test: heldOut && classified(heldOut, classNames),
    left,
    notes: [],
    ...(heldOut && { split: splitBy(heldOut[0]!) }),
  };
  if (main.every(({ className }) => className === null))
    return { train: classified([...main, ...bare], classNames), bank: null, ...rest };
  const known = classified(main, classNames);
  const counts = { part: partNameOf(bare), count: bare.length, labeled: main.length };
  const reason = reasonToTrain(counts, wish);
  if (reason) return { train: classified(bare, classNames), bank: { ...known, reason }, ...rest };
  leaveBare(bare, leave);
  return { train: known, bank: null, ...rest, notes: bare.length > 0 ? [reportTexts.unlabeledLeft] : [] };
}

function isOfUnlabeledPart({ part }: Classified): boolean {
  return part === "unlabeled";
}

/** What says that images have no class. */
function partNameOf(bare: Classified[]): string | null {
  const place = bare.find(isOfUnlabeledPart);
  return place ? place.partName || place.part : null;
}

function leaveBare(bare: Classified[], leave: Leave): void {
  leave(bare.filter(isOfUnlabeledPart), say(reportTexts.left.unlabeledPart, { part: partNameOf(bare) ?? "" }));
  leave(
    bare.filter((place) => !isOfUnlabeledPart(place)),
    reportTexts.left.noClass,
  );
}

/** The part that is learned from, empty where all images are of a part without classes; and the one that is held out. */
function labeledParts(
  [train, validation, test]: [Classified[], Classified[], Classified[]],
  leave: Leave,
): { main: Classified[]; heldOut: Classified[] | null } {
  const main = [train, validation, test].find((part) => part.length > 0) ?? [];
  const candidates = [test, validation].filter((part) => part !== main && part.length > 0);
  const isLabeled = (part: Classified[]) => part[0]!.className !== null;
  const heldOut = candidates.find((part) => isLabeled(part) || !isLabeled(main)) ?? candidates[0] ?? null;
  for (const other of candidates)
    if (other !== heldOut)
      leave(
        other,
        isLabeled(other)
          ? reportTexts.left.otherPart
          : say(reportTexts.left.unlabeledPart, { part: other[0]!.partName || other[0]!.part }),
      );
  return { main, heldOut };
}

function splitBy({ partName, part }: Classified): Said {
  return partName === "" ? say(reportTexts.split.table, { part }) : say(reportTexts.split.folder, { part: partName });
}

interface WithClass {
  own: Classified[];
  without: Classified[];
}

/** A part has classes throughout, or none: of those without one, where others have one, nothing is known. */
function withClass(part: Classified[]): WithClass {
  const own = part.filter(({ className }) => className !== null);
  if (own.length === 0) return { own: part, without: [] };
  return { own, without: part.filter(({ className }) => className === null) };
}

function classified(places: Classified[], classNames: string[]): ClassifiedPaths {
  const numbers = new Map(classNames.map((name, label) => [name, label]));
  const hasClasses = places.some(({ className }) => className !== null);
  return {
    paths: places.map(({ path }) => path),
    labels: hasClasses ? Uint8Array.from(places, ({ className }) => numbers.get(className!)!) : null,
  };
}
