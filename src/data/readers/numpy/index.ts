import { say } from "../../../i18n/message";
import { ZipArchive } from "../../archives/zip/zip";
import { LARGEST_PART, type LabeledSet, type LabeledSets } from "../../assembly/labeled";
import { type Pair, pairPieces } from "../../assembly/pair";
import { DataError } from "../../errors";
import type { LoadTools } from "../../types";
import { bytesOf } from "../bytes";
import type { FileStart } from "../fileStart";
import { plainFiles } from "../pickedFiles";
import type { Reader } from "../types";
import { type NpyArray, readNpy } from "./array";
import { texts } from "./errors";
import { MAGIC } from "./header";
import { distinctLabels, featuresOf, imagesOf, type NumpyPiece, pieceOf } from "./pieces";

const ARRAY = /\.npy$/i;
const NPZ = /\.npz$/i;

/** NumPy's arrays, and archives of them. */
export const numpy: Reader = {
  id: "numpy",
  label: "NumPy .npy and .npz",
  recognizes: (start) => start.text.startsWith(MAGIC) || (start.isZip && holdsArrays(start)),
  unpacks: { zip: (name) => NPZ.test(name) },
  read: (files, wish, tools) => readNumpy(plainFiles(files), wish, tools),
};

/** Whether the first entry of a ZIP archive is a NumPy array (APPNOTE.TXT, 4.3.7: the name begins at byte 30). */
async function holdsArrays(start: FileStart): Promise<boolean> {
  if (NPZ.test(start.name)) return true;
  const head = await start.read(300);
  const nameLength = (head[26] ?? 0) | ((head[27] ?? 0) << 8);
  return ARRAY.test(String.fromCharCode(...head.subarray(30, 30 + nameLength)));
}

/**
 * Reads NumPy arrays: `.npy` files, and `.npz` archives of several. What an array is follows from its axes (pieces.ts),
 * and what belongs together from "train" and "test" in the names of the arrays or of their files: `x_train`, `y_test`,
 * `kmnist-train-imgs.npz`.
 *
 * @throws DataError naming the array that is wrong, what was found and what is read
 */
async function readNumpy(files: File[], _wish: unknown, { onProgress, signal }: LoadTools): Promise<LabeledSets> {
  const arrays: NpyArray[] = [];
  for (const [i, file] of files.entries()) {
    signal?.throwIfAborted();
    arrays.push(...(await arraysOf(file)));
    onProgress?.((i + 1) / files.length);
  }
  if (arrays.length === 0) throw new DataError(say(texts.nothing, { name: files[0]?.name ?? texts.archive }));
  const { train, test } = pairPieces(arrays.map(pieceOf));
  const classes = distinctLabels([train.labels, test?.labels ?? null]);
  return { train: labeled(train, classes), test: test && labeled(test, classes) };
}

async function arraysOf(file: File): Promise<NpyArray[]> {
  const { name, size } = file;
  const isArchive = (await bytesOf(file.slice(0, 1), name))[0] === 0x50;
  if (isArchive) return arraysOfArchive(await ZipArchive.open(file, name));
  if (size > LARGEST_PART) throw new DataError(say(texts.largeFile, { name, size, most: LARGEST_PART }));
  return [readNpy(await bytesOf(file, name), name)];
}

async function arraysOfArchive(archive: ZipArchive): Promise<NpyArray[]> {
  const entries = archive.entries.filter(({ path }) => ARRAY.test(path));
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > LARGEST_PART)
    throw new DataError(say(texts.largeArchive, { name: archive.name, size: total, most: LARGEST_PART }));
  const arrays: NpyArray[] = [];
  for (const entry of entries) {
    arrays.push(readNpy(await archive.read(entry), `${archive.name}/${entry.path.replace(ARRAY, "")}`));
  }
  return arrays;
}

function labeled({ samples, labels }: Pair<NumpyPiece>, classes: number[]): LabeledSet {
  const { name, kind, shape, count } = samples;
  const places = new Map(classes.map((label, place) => [label, place]));
  return {
    name,
    kind: kind === "images" ? "images" : "features",
    shape,
    count,
    values: kind === "images" ? imagesOf(samples) : featuresOf(samples),
    labels: labels && Uint8Array.from(labels.array.numbers, (label) => places.get(label)!),
    classNames: classes.map(String),
  };
}
