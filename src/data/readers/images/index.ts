import { say } from "../../../i18n/message";
import { ZipArchive } from "../../archives/zip/zip";
import { samplesNeeded } from "../../assembly/assemble";
import type { DataWish, LabeledSet, LabeledSets } from "../../assembly/labeled";
import { DataError } from "../../errors";
import { heldOutCount, stratifiedOrder } from "../../split";
import type { LoadTools, PickedFile } from "../../types";
import { bytesOf, isZip } from "../bytes";
import { isStray } from "../pickedFiles";
import type { Reader } from "../types";
import { texts } from "./errors";
import { decodeImages } from "./sheet";
import { type ClassifiedPaths, sortByFolders } from "./tree";

const IMAGE = /\.(png|jpe?g|webp)$/i;

/** Where an image lies, by its path. */
type Sources = Map<string, () => Promise<Uint8Array<ArrayBuffer>>>;

/** Encoded images. Other files among them are no surprise: folders hold notes. */
export const images: Reader = {
  id: "images",
  label: "PNG, JPEG and WebP, one by one or in a folder or ZIP",
  endings: [".png", ".jpg", ".jpeg", ".webp"],
  recognizes: (start) => start.isZip || isEncodedImage(start.text),
  strangers: "ignored",
  read: readImages,
};

/** PNG, JPEG or WebP. */
function isEncodedImage(start: string): boolean {
  return (
    start.startsWith("\x89PNG\r\n\x1a\n") ||
    start.startsWith("\xff\xd8\xff") ||
    (start.startsWith("RIFF") && start.slice(8, 12) === "WEBP")
  );
}

/**
 * Reads PNG, JPEG and WebP images: picked one by one, as a folder, or packed into a ZIP. Folders are the classes (tree.ts).
 * Only the images that are taken are decoded.
 *
 * @throws DataError naming the image that is wrong
 */
async function readImages(
  files: PickedFile[],
  wish: DataWish & { seed: number },
  tools: LoadTools,
): Promise<LabeledSets> {
  const sources = await findImages(files);
  const { name: own } = files[0]!.file;
  const others = files.length - 1;
  const name = others === 0 ? own : `${own} and ${others} other ${others === 1 ? "file" : "files"}`;
  if (sources.size === 0) throw new DataError(say(texts.noImages, { name }));
  const { train, test, classNames } = sortByFolders([...sources.keys()]);
  const common = { name, kind: "images" as const, classNames };
  const [kept, heldOut] = [
    choose(train, test ? wish.samples : samplesNeeded(wish.samples), wish.seed),
    test && choose(test, heldOutCount(wish.samples), wish.seed),
  ];
  const share = kept.paths.length / (kept.paths.length + (heldOut?.paths.length ?? 0));
  const { onProgress } = tools;
  const first = await decode(kept, sources, wish, { ...tools, onProgress: (part) => onProgress?.(part * share) });
  const second =
    heldOut &&
    (await decode(
      heldOut,
      sources,
      wish,
      { ...tools, onProgress: (part) => onProgress?.(share + part * (1 - share)) },
      first.shape,
    ));
  return { train: { ...common, ...first }, test: second && { ...common, ...second } };
}

async function findImages(files: PickedFile[]): Promise<Sources> {
  const sources: Sources = new Map();
  const archives = files.filter(({ file }) => !IMAGE.test(file.name));
  for (const { file, path } of files) {
    if (IMAGE.test(file.name) || !(await startsZip(file)))
      sources.set(freePath(sources, path), () => bytesOf(file, file.name));
    else {
      // Two archives may be the training and the test set: their names stand for folders.
      const folder = archives.length > 1 ? `${file.name.replace(/\.zip$/i, "")}/` : "";
      const archive = await ZipArchive.open(file, file.name);
      for (const entry of archive.entries)
        if (IMAGE.test(entry.path) && !isStray(entry.path))
          sources.set(folder + entry.path.replaceAll("\\", "/"), () => archive.read(entry));
    }
  }
  return sources;
}

/** Files of the same name may have been picked from several folders, whose names are not told. */
function freePath(taken: Sources, path: string): string {
  let free = path;
  for (let copy = 2; taken.has(free); copy++) free = `${path} (${copy})`;
  return free;
}

async function startsZip(file: File): Promise<boolean> {
  return isZip(await bytesOf(file.slice(0, 4), file.name));
}

/** At most `limit` images, the classes in their proportions. */
function choose({ paths, labels }: ClassifiedPaths, limit: number, seed: number): ClassifiedPaths {
  const order = stratifiedOrder(labels, paths.length, seed).subarray(0, limit);
  return {
    paths: Array.from(order, (index) => paths[index]!),
    labels: labels && Uint8Array.from(order, (index) => labels[index]!),
  };
}

async function decode(
  { paths, labels }: ClassifiedPaths,
  sources: Sources,
  wish: DataWish,
  tools: LoadTools,
  shape?: number[],
): Promise<Pick<LabeledSet, "values" | "shape" | "labels" | "count">> {
  const images = {
    count: paths.length,
    nameOf: (index: number) => paths[index]!,
    read: (index: number) => sources.get(paths[index]!)!(),
  };
  return { ...(await decodeImages(images, wish, tools, shape)), labels, count: paths.length };
}
