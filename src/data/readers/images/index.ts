import { say } from "../../../i18n/message";
import { samplesNeeded } from "../../assembly/assemble";
import type { DataWish, LabeledSet, LabeledSets } from "../../assembly/labeled";
import { DataError } from "../../errors";
import { Counter } from "../../report/counter";
import { texts as reportTexts } from "../../report/texts";
import { heldOutCount, stratifiedOrder } from "../../split";
import type { LoadTools, PickedFile } from "../../types";
import { bytesOf } from "../bytes";
import { hasEnding } from "../pickedFiles";
import type { Reader, ReaderWish } from "../types";
import { texts } from "./errors";
import { readLabelTables } from "./labelTable";
import { type Decoded, decodeImages } from "./sheet";
import { type ClassifiedPaths, sortImages } from "./tree";

/** What browsers decode. */
const ENDINGS = [".png", ".jpg", ".jpeg", ".jfif", ".webp", ".gif", ".bmp", ".avif"];
/** Texts that may say the classes of images. */
const TABLES = [".csv", ".tsv", ".txt"];

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
  const table = await readLabelTables(tables, paths);
  const tree = sortImages(paths, table);
  const unused = tables.filter(({ path }) => !table?.used.includes(path));
  const { train, test, classNames, left } = tree;
  const [kept, heldOut] = [
    choose(train, test ? wish.samples : samplesNeeded(wish.samples), wish.seed),
    test && choose(test, heldOutCount(wish.samples), wish.seed),
  ];
  const share = kept.paths.length / (kept.paths.length + (heldOut?.paths.length ?? 0));
  const { onProgress } = tools;
  const first = await decode(kept, sources, wish, { ...tools, onProgress: (part) => onProgress?.(part * share) });
  const onSecond = (part: number) => onProgress?.(share + part * (1 - share));
  const second = heldOut && (await decode(heldOut, sources, wish, { ...tools, onProgress: onSecond }, first.set.shape));
  const taken = first.set.count + (second?.set.count ?? 0);
  const samples = new Counter("images").take(taken);
  for (const { path, why } of left) samples.leave(why, path);
  for (const { why, path } of [...first.broken, ...(second?.broken ?? [])]) samples.leave(why, path);
  samples.leave(reportTexts.left.notNeeded, [], paths.length - samples.tally.found);
  const common = { name, kind: "images" as const, classNames };
  return {
    train: { ...common, ...first.set },
    test: second && second.set.count > 0 ? { ...common, ...second.set } : null,
    report: {
      unused: unused.map(({ path }) => ({ path, why: reportTexts.left.namesNoImages })),
      samples: samples.tally,
      ...(tree.labels && { labels: tree.labels }),
      ...(tree.split && { split: tree.split }),
    },
  };
}

function nameOf([first = "", ...others]: string[]): string {
  if (others.length === 0) return first;
  return `${first} and ${others.length} other ${others.length === 1 ? "file" : "files"}`;
}

/** At most `limit` images, the classes in their proportions. */
function choose({ paths, labels }: ClassifiedPaths, limit: number, seed: number): ClassifiedPaths {
  const order = stratifiedOrder(labels, paths.length, seed).subarray(0, limit);
  return {
    paths: Array.from(order, (index) => paths[index]!),
    labels: labels && Uint8Array.from(order, (index) => labels[index]!),
  };
}

interface DecodedPart {
  set: Pick<LabeledSet, "values" | "shape" | "labels" | "count">;
  broken: { path: string; why: Decoded["broken"][number]["why"] }[];
}

async function decode(
  { paths, labels }: ClassifiedPaths,
  sources: ReadonlyMap<string, File>,
  wish: DataWish,
  tools: LoadTools,
  shape?: number[],
): Promise<DecodedPart> {
  const images = {
    count: paths.length,
    nameOf: (index: number) => paths[index]!,
    read: (index: number) => bytesOf(sources.get(paths[index]!)!, paths[index]!),
  };
  const { kept, broken, ...decoded } = await decodeImages(images, wish, tools, shape);
  return {
    set: { ...decoded, labels: labels && Uint8Array.from(kept, (index) => labels[index]!), count: kept.length },
    broken: broken.map(({ index, why }) => ({ path: paths[index]!, why })),
  };
}
