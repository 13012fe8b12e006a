import { say } from "../../../i18n/message";
import { samplesNeeded } from "../../assembly/assemble";
import type { LabeledSet, LabeledSets } from "../../assembly/labeled";
import { DataError } from "../../errors";
import { outlineOfChoices } from "../../interpretation/outline";
import { Counter } from "../../report/counter";
import { texts as reportTexts } from "../../report/texts";
import { heldOutCount, stratifiedOrder } from "../../split";
import type { LoadTools, PickedFile } from "../../types";
import { bytesOf } from "../bytes";
import { hasEnding } from "../pickedFiles";
import type { Reader, ReaderWish } from "../types";
import { type DecodedPart, decodeParts, type EncodedImages } from "./decode";
import { texts } from "./errors";
import { readLabelTables } from "./labelTable";
import type { ClassifiedPaths, ImageTree } from "./parts";
import { sortImages } from "./tree";

/** What browsers decode. */
const ENDINGS = [".png", ".jpg", ".jpeg", ".jfif", ".webp", ".gif", ".bmp", ".avif"];
/** Texts that may say the classes of images. */
const TABLES = [".csv", ".tsv", ".tab", ".txt", ".json", ".jsonl", ".ndjson"];

/** Encoded images. Other files among them are no surprise: folders hold notes. */
export const images: Reader = {
  id: "images",
  label: "PNG, JPEG, WebP, GIF, BMP and AVIF, one by one or in a folder or archive",
  endings: ENDINGS,
  recognizes: ({ text }) => isEncodedImage(text),
  reads: TABLES,
  read: readImages,
};

/** By how files begin: PNG, JPEG, GIF; WebP, BMP and AVIF have their marks behind their sizes. */
function isEncodedImage(start: string): boolean {
  return (
    ["\x89PNG\r\n\x1a\n", "\xff\xd8\xff", "GIF87a", "GIF89a"].some((mark) => start.startsWith(mark)) ||
    (start.startsWith("RIFF") && start.slice(8, 12) === "WEBP") ||
    (start.startsWith("BM") && start.slice(6, 10) === "\0\0\0\0") ||
    ["ftypavif", "ftypavis"].includes(start.slice(4, 12))
  );
}

/**
 * Reads encoded images. Folders are the classes (tree.ts), or tables beside them say those (labelTable.ts). Only the images that
 * are taken are decoded; those that cannot be are left out and counted.
 *
 * @throws DataError when there is no image, or none can be decoded
 */
async function readImages(files: PickedFile[], wish: ReaderWish, tools: LoadTools): Promise<LabeledSets> {
  const tables = files.filter(({ path }) => hasEnding(path, TABLES));
  const sources = new Map(files.filter((one) => !tables.includes(one)).map(({ path, file }) => [path, file]));
  const name = wish.title ?? nameOf([...sources.keys()]);
  if (sources.size === 0) throw new DataError(say(texts.noImages, { name }));
  const paths = [...sources.keys()];
  const table = await readLabelTables(tables, paths, wish.interpretation);
  const tree = sortImages(paths, table, wish.interpretation);
  const { classNames, left } = tree;
  const parts = chosenParts(tree, wish);
  const {
    shape,
    parts: decoded,
    notes,
    suspicions,
    choices,
  } = await decodeParts(
    parts.map((part) => encoded(part, sources)),
    wish,
    tools,
  );
  const read = decoded.map((part, i) => labeled(parts[i]!, part));
  const samples = new Counter("images").take(read.reduce((sum, { count }) => sum + count, 0));
  for (const { path, why } of left) samples.leave(why, path);
  for (const [i, { broken }] of decoded.entries())
    for (const { index, why } of broken) samples.leave(why, parts[i]!.paths[index]!);
  samples.leave(reportTexts.left.notNeeded, [], paths.length - samples.tally.found);
  const common = { name, kind: "images" as const, classNames, shape };
  const setOf = (role: Role) => {
    const part = read[parts.findIndex((one) => one.role === role)];
    return part && part.count > 0 ? { ...common, ...part } : null;
  };
  const bank = setOf("bank");
  return {
    train: { ...common, ...read[0]! },
    bank: bank && tree.bank && { ...bank, reason: tree.bank.reason },
    test: setOf("test"),
    outline: outlineOfChoices({ classes: tree.by, ...choices }),
    report: {
      unused: [...table.unused, ...table.idle()],
      samples: samples.tally,
      notes: [...tree.notes, ...table.notes(), ...notes],
      suspicions,
      ...(tree.labels && { labels: tree.labels }),
      ...(tree.split && { split: tree.split }),
    },
  };
}

function nameOf([first = "", ...others]: string[]): string {
  if (others.length === 0) return first;
  return `${first} and ${others.length} other ${others.length === 1 ? "file" : "files"}`;
}

type Role = "train" | "bank" | "test";

/** The images that are taken of each part, those that train first. */
function chosenParts({ train, bank, test }: ImageTree, { samples, seed }: ReaderWish): ChosenPart[] {
  const known = test ? samples : samplesNeeded(samples);
  const part = (role: Role, paths: ClassifiedPaths | null, limit: number) =>
    paths ? [{ role, ...choose(paths, limit, seed) }] : [];
  return [
    ...part("train", train, bank ? samples : known),
    ...part("bank", bank, known),
    ...part("test", test, heldOutCount(samples)),
  ];
}

type ChosenPart = ClassifiedPaths & { role: Role };

/** At most `limit` images, the classes in their proportions. */
function choose({ paths, labels }: ClassifiedPaths, limit: number, seed: number): ClassifiedPaths {
  const order = stratifiedOrder(labels, paths.length, seed).subarray(0, limit);
  return {
    paths: Array.from(order, (index) => paths[index]!),
    labels: labels && Uint8Array.from(order, (index) => labels[index]!),
  };
}

type Part = Pick<LabeledSet, "values" | "labels" | "count">;

function encoded({ paths }: ClassifiedPaths, sources: ReadonlyMap<string, File>): EncodedImages {
  return {
    count: paths.length,
    nameOf: (index) => paths[index]!,
    read: (index) => bytesOf(sources.get(paths[index]!)!, paths[index]!),
  };
}

function labeled({ labels }: ClassifiedPaths, { values, kept }: DecodedPart): Part {
  return { values, labels: labels && Uint8Array.from(kept, (index) => labels[index]!), count: kept.length };
}
