import { say } from "../../../i18n/message";
import { isTar } from "../../archives/tar";
import { type LabeledSet, type LabeledSets, NUMBERED_CLASSES } from "../../assembly/labeled";
import { type Pair, pairPieces } from "../../assembly/pair";
import { DataError } from "../../errors";
import { type Outline, outlineOfChoices, SHOWN_PICTURES } from "../../interpretation/outline";
import type { LeftFile } from "../../report/report";
import { texts as reportTexts } from "../../report/texts";
import type { LoadTools, PickedFile } from "../../types";
import type { Reader, ReaderWish } from "../types";
import { turn } from "./axes";
import { texts } from "./errors";
import { isIdx } from "./header";
import { type IdxFile, readIdxFile } from "./read";

/** Of a data set; more may be picked where some are doubles. */
const MOST_FILES = 4;
const MOST_DOUBLED = 3 * MOST_FILES;

/** IDX, as MNIST comes. A gzip file is one unless a tar archive is in it: what else it may be, the header says. */
export const idx: Reader = {
  id: "idx",
  label: "IDX as in MNIST, plain or gzip",
  recognizes: async (start) => (start.isGzip ? !isTar(await start.inflated()) : isIdx(start.bytes)),
  claims: (name) => /idx|ubyte/i.test(name),
  unpacks: { gzip: (content, path) => path === null && isIdx(content) },
  read: (files, wish, tools) => readIdx(files, wish, tools),
};

/**
 * Reads images and labels in the format of MNIST (IDX, plain or gzip): one image file, or a training and a test file, each
 * with or without a file of labels. A file that says the same as another one, such as its own gzip, counts once. EMNIST's
 * images lie on their side, and are turned.
 *
 * @throws DataError naming the file that is wrong, what was found and what was expected
 */
export async function readIdx(
  files: PickedFile[],
  wish: ReaderWish,
  { onProgress, signal }: LoadTools,
): Promise<LabeledSets> {
  if (files.length === 0) throw new DataError(texts.noFile);
  assertFew(files.length, MOST_DOUBLED);
  const read: IdxFile[] = [];
  const unused: LeftFile[] = [];
  for (const [i, { file, path }] of files.entries()) {
    signal?.throwIfAborted();
    const one = await readIdxFile(file, (share) => onProgress?.((i + share) / files.length));
    if (read.some((other) => areSame(one, other))) unused.push({ path, why: reportTexts.left.same });
    else read.push(one);
  }
  assertFew(read.length, MOST_FILES);
  const { train, test } = pairPieces(read);
  const outline = outlineOf(train.samples);
  const isTurned = wish.interpretation?.pictures?.turned ?? /emnist/i.test(train.samples.name);
  return {
    train: labeled(train, isTurned),
    test: test && labeled(test, isTurned),
    report: { unused, notes: isTurned ? [texts.turned] : [] },
    outline: outline(isTurned),
  };
}

/** Before pixels are turned where they lie. */
function outlineOf({ shape: [rows = 0, columns = 0, depth = 1], payload }: IdxFile): (turned: boolean) => Outline {
  const size = rows * columns * depth;
  const values = payload.slice(0, SHOWN_PICTURES * size);
  return (turned) => {
    const [height, width] = turned ? [columns, rows] : [rows, columns];
    const layout = { height, width, channels: depth === 3 ? 3 : 1, order: "interleaved", turned } as const;
    return { ...outlineOfChoices({}), pictures: { layout, open: ["turned"], size, values } };
  };
}

function assertFew(count: number, most: number): void {
  if (count > most) throw new DataError(say(texts.tooManyFiles, { count, most: MOST_FILES }));
}

/** By name, as MNIST's are written, packed or not, and by content: labels alone may agree by chance. */
function areSame(one: IdxFile, other: IdxFile): boolean {
  const [size, same] = [one.payload.length, other.payload];
  const key = ({ name, kind, shape }: IdxFile) =>
    [name.replace(/\.gz$/i, "").replace(/[._]/g, "-"), kind, ...shape].join();
  if (key(one) !== key(other) || size !== same.length) return false;
  for (let i = 0; i < size; i++) if (one.payload[i] !== same[i]) return false;
  return true;
}

function labeled({ samples, labels }: Pair<IdxFile>, isTurned: boolean): LabeledSet {
  const { name, count, payload } = samples;
  const shape = isTurned ? turn(payload, samples.shape) : samples.shape;
  return {
    name,
    kind: "images",
    shape: shape.length === 2 ? [...shape, 1] : shape,
    count,
    values: payload,
    labels: labels?.payload ?? null,
    classNames: NUMBERED_CLASSES,
  };
}
