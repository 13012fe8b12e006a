import { type Said, say } from "../../../i18n/message";
import { ZipArchive } from "../../archives/zip/zip";
import { LARGEST_PART, type LabeledSet, type LabeledSets } from "../../assembly/labeled";
import type { Pair, Pairs } from "../../assembly/pair";
import { DataError } from "../../errors";
import { misread } from "../../interpretation/misread";
import type { Interpretation } from "../../interpretation/schema";
import { Counter } from "../../report/counter";
import type { LoadTools } from "../../types";
import { bytesOf } from "../bytes";
import type { FileStart } from "../fileStart";
import { plainFiles } from "../pickedFiles";
import type { Reader, ReaderWish } from "../types";
import { type ArrangedArrays, arrangeArrays } from "./arrange";
import { type NpyArray, readNpy } from "./array";
import { texts } from "./errors";
import { featuresOf } from "./features";
import { ForeignArrayError, MAGIC } from "./header";
import { imagesOf, layoutOfRows, levelsOf } from "./images";
import { classesOf } from "./labels";
import { outlineOfArrays } from "./outline";
import { type Aside, type NumpyPiece, pieceOf } from "./pieces";
import { stacked } from "./stack";

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
 * and what belongs together from names and numbers (arrange.ts).
 *
 * @throws DataError naming the array that is wrong, what was found and what is read
 */
async function readNumpy(
  files: File[],
  { interpretation = {} }: ReaderWish,
  { onProgress, signal }: LoadTools,
): Promise<LabeledSets> {
  const found: FoundArrays = { arrays: [], foreign: [] };
  for (const [i, file] of files.entries()) {
    signal?.throwIfAborted();
    await collect(file, found);
    onProgress?.((i + 1) / files.length);
  }
  const arrays = stacked(found.arrays);
  if (arrays.length === 0)
    throw found.foreign[0]?.error ?? new DataError(say(texts.nothing, { name: files[0]?.name ?? texts.archive }));
  return setsOf(arrays, found.foreign, interpretation);
}

/** Arrays, and those of another kind than data sets are made of. */
interface FoundArrays {
  arrays: NpyArray[];
  foreign: { name: string; error: ForeignArrayError }[];
}

function setsOf(arrays: NpyArray[], foreign: FoundArrays["foreign"], wish: Interpretation): LabeledSets {
  const made = arrays.map((array) => pieceOf(array, wish.rows));
  const pieces = made.filter((one): one is NumpyPiece => "array" in one);
  const unfit = made.filter((one): one is Aside => !("array" in one));
  if (pieces.length === 0) throw new DataError(say(texts.noneFits, { name: arrays[0]!.name, why: unfit[0]!.why }));
  const { train, test, aside } = arranged(arrays, pieces, wish);
  const counter = new Counter("arrays").take(pieces.length - aside.length);
  for (const { name, why } of [...unfit, ...aside]) counter.leave(why, name);
  for (const { name } of foreign) counter.leave(texts.left.foreign, name);
  const { sets, notes } = labeledSets({ train, test }, wish);
  const labels = train.labels ? { labels: say(texts.labels, { name: train.labels.array.title }) } : {};
  const outline = outlineOfArrays({ arrays, taken: { train, test }, aside: [...unfit, ...aside] }, wish);
  return { ...sets, outline, report: { sources: [counter.tally], notes, ...labels } };
}

function arranged(arrays: NpyArray[], pieces: NumpyPiece[], wish: Interpretation): ArrangedArrays {
  try {
    return arrangeArrays(pieces, wish);
  } catch (error) {
    const outline = outlineOfArrays({ arrays, taken: null, aside: [] }, wish);
    throw misread(error, outline);
  }
}

function labeledSets({ train, test }: Pairs<NumpyPiece>, wish: Interpretation): { sets: LabeledSets; notes: Said[] } {
  const classes = classesOf([train.labels, test?.labels ?? null]);
  const isImages = train.samples.kind === "images";
  const layout = train.samples.areRows ? layoutOfRows(train.samples, wish.pictures) : null;
  const levels = isImages ? levelsOf([train, ...(test ? [test] : [])].map(({ samples }) => samples.array)) : null;
  const labeled = ({ samples, labels }: Pair<NumpyPiece>): LabeledSet => ({
    name: samples.name,
    kind: isImages ? "images" : "features",
    shape: layout ? [layout.height, layout.width, layout.channels] : samples.shape,
    count: samples.count,
    values: levels
      ? imagesOf(samples, levels, layout)
      : featuresOf({ name: samples.name, array: samples.array, count: samples.count, size: samples.shape[0]! }),
    labels: labels && classes.indices(labels),
    classNames: classes.names,
  });
  const sets = { train: labeled(train), test: test && labeled(test) };
  return { sets, notes: levels?.note ? [levels.note] : [] };
}

/** @throws DataError when the file is damaged, or the one array in it is of a kind that is not read */
async function collect(file: File, found: FoundArrays): Promise<void> {
  const { name, size } = file;
  const isArchive = (await bytesOf(file.slice(0, 1), name))[0] === 0x50;
  if (isArchive) return collectArchive(await ZipArchive.open(file, name), found);
  if (size > LARGEST_PART) throw new DataError(say(texts.largeFile, { name, size, most: LARGEST_PART }));
  collectArray(await bytesOf(file, name), name, name.replace(ARRAY, ""), found);
}

async function collectArchive(archive: ZipArchive, found: FoundArrays): Promise<void> {
  const entries = archive.entries.filter(({ path }) => ARRAY.test(path));
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > LARGEST_PART)
    throw new DataError(say(texts.largeArchive, { name: archive.name, size: total, most: LARGEST_PART }));
  for (const entry of entries) {
    const title = entry.path.replace(ARRAY, "");
    collectArray(await archive.read(entry), `${archive.name}/${title}`, title, found);
  }
}

function collectArray(bytes: Uint8Array<ArrayBuffer>, name: string, title: string, found: FoundArrays): void {
  try {
    found.arrays.push(readNpy(bytes, name, title));
  } catch (error) {
    if (!(error instanceof ForeignArrayError)) throw error;
    found.foreign.push({ name: title, error });
  }
}
