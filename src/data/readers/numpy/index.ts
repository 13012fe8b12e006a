import { type Said, say } from "../../../i18n/message";
import { ZipArchive } from "../../archives/zip/zip";
import { LARGEST_PART, type LabeledSets } from "../../assembly/labeled";
import { reasonToTrain } from "../../assembly/unlabeled";
import { DataError } from "../../errors";
import { interpretTables } from "../../interpretation/interpret";
import { misread } from "../../interpretation/misread";
import type { Interpretation } from "../../interpretation/schema";
import type { Table } from "../../interpretation/table";
import { Counter } from "../../report/counter";
import { texts as reportTexts } from "../../report/texts";
import type { LoadTools } from "../../types";
import { bytesOf } from "../bytes";
import type { FileStart } from "../fileStart";
import { plainFiles } from "../pickedFiles";
import { byNumber } from "../tables/names";
import type { Reader, ReaderWish } from "../types";
import { type ArrayPair, arrangeArrays } from "./arrange";
import { type NpyArray, readNpy } from "./array";
import { texts } from "./errors";
import { ForeignArrayError, MAGIC } from "./header";
import { outlineOfArrays } from "./outline";
import { type Aside, type NumpyPiece, pieceOf } from "./pieces";
import { readRecords } from "./records";
import { setsOfPairs } from "./sets";
import { joinShards } from "./shards";
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
 * and what belongs together from names and numbers (shards.ts, arrange.ts). Arrays of records are tables (records.ts).
 *
 * @throws DataError naming the array that is wrong, what was found and what is read
 */
async function readNumpy(
  files: File[],
  { interpretation = {} }: ReaderWish,
  { onProgress, signal }: LoadTools,
): Promise<LabeledSets> {
  const found: FoundArrays = { arrays: [], records: [], foreign: [] };
  for (const [i, file] of files.entries()) {
    signal?.throwIfAborted();
    await collect(file, found);
    onProgress?.((i + 1) / files.length);
  }
  if (found.arrays.length === 0 && found.records.length > 0)
    return interpretTables(byNumber(found.records), interpretation);
  if (found.arrays.length === 0)
    throw found.foreign[0]?.error ?? new DataError(say(texts.nothing, { name: files[0]?.name ?? texts.archive }));
  return setsOf(found, interpretation);
}

/** Arrays, those of records, and those of another kind than data sets are made of. */
interface FoundArrays {
  arrays: NpyArray[];
  records: Table[];
  foreign: { name: string; error: ForeignArrayError }[];
}

function setsOf({ arrays, records, foreign }: FoundArrays, wish: Interpretation): LabeledSets {
  const single = stacked(arrays);
  const whole = wish.tables === "views" ? { arrays: single, notes: [] } : joinShards(single);
  const made = whole.arrays.map((array) => pieceOf(array, wish.rows));
  const pieces = made.filter((one): one is NumpyPiece => "array" in one);
  const unfit = made.filter((one): one is Aside => !("array" in one));
  if (pieces.length === 0)
    throw new DataError(say(texts.noneFits, { name: whole.arrays[0]!.name, why: unfit[0]!.why }));
  const others = [
    ...unfit,
    ...records.map(({ name }) => ({ name, why: texts.left.besideArrays })),
    ...foreign.map(({ name, error }) => ({ name, why: error.why })),
  ];
  const understood = { arrays: whole.arrays, taken: null, aside: unfit };
  try {
    const titles = others.map(({ name }) => name);
    const { train, test, unlabeled, aside } = arrangeArrays(pieces, titles, wish);
    const used = unlabeled && reasonOf(unlabeled, train, wish) ? unlabeled : null;
    if (unlabeled && !used) aside.push({ name: unlabeled.array.title, why: leftPart(unlabeled) });
    const counter = new Counter("arrays").take(pieces.length - aside.length);
    for (const { name, why } of [...others, ...aside]) counter.leave(why, name);
    const sets = setsOfPairs({ train, test, unlabeled: used }, wish);
    const outline = outlineOfArrays(
      { ...understood, taken: { train, test, unlabeled: used }, aside: [...unfit, ...aside] },
      wish,
    );
    const report = { ...sets.report, sources: [counter.tally], notes: [...whole.notes, ...sets.notes] };
    return { ...sets, outline, report };
  } catch (error) {
    throw misread(error, outlineOfArrays(understood, wish));
  }
}

function reasonOf({ array, count }: NumpyPiece, { samples, labels }: ArrayPair, wish: Interpretation): Said | null {
  return reasonToTrain({ part: array.title, count, labeled: labels ? samples.count : 0 }, wish);
}

function leftPart({ array }: NumpyPiece): Said {
  return say(reportTexts.left.unlabeledPart, { part: array.title });
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
    const records = readRecords(bytes, name);
    if (records) found.records.push(records);
    else found.arrays.push(readNpy(bytes, name, title));
  } catch (error) {
    if (!(error instanceof ForeignArrayError)) throw error;
    found.foreign.push({ name: title, error });
  }
}
