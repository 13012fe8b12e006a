import { say } from "../../../i18n/message";
import { LARGEST_PART, type LabeledSet, type LabeledSets } from "../../assembly/labeled";
import { type Pair, type Piece, pairPieces } from "../../assembly/pair";
import { DataError } from "../../errors";
import type { LeftFile } from "../../report/report";
import { texts as reportTexts } from "../../report/texts";
import type { LoadTools, PickedFile } from "../../types";
import { bytesOf } from "../bytes";
import type { Reader } from "../types";
import { texts } from "./errors";

const SIDE = 96;
const AREA = SIDE * SIDE;
const IMAGE_SIZE = 3 * AREA;
const NAMES = ["airplane", "bird", "car", "cat", "deer", "dog", "horse", "monkey", "ship", "truck"];

/** STL-10 (A. Coates, H. Lee, A. Ng, 2011), binary version. */
export const stl10: Reader = {
  id: "stl10",
  label: "STL-10 as _X.bin and _y.bin",
  endings: ["_x.bin", "_y.bin"],
  companions: ["fold_indices.txt", "class_names.txt"],
  read: readStl10,
};

interface Stl10Piece extends Piece {
  file: File;
}

/**
 * Reads `train_X.bin`, `test_X.bin` and their labels `_y.bin`, which count from 1. The 100,000 images without labels are left out
 * beside those that have some.
 *
 * @throws DataError naming the file, what was found and what was expected
 */
async function readStl10(files: PickedFile[], _wish: unknown, { signal, onProgress }: LoadTools): Promise<LabeledSets> {
  const isUnlabeled = ({ file }: PickedFile) => /unlabeled/i.test(file.name) && files.length > 1;
  const { train, test } = pairPieces(files.filter((one) => !isUnlabeled(one)).map(pieceOf));
  const first = await labeled(train);
  signal?.throwIfAborted();
  onProgress?.(0.5);
  const why = say(reportTexts.left.unlabeledPart, { part: "unlabeled" });
  const unused = files.filter(isUnlabeled).map(({ path }): LeftFile => ({ path, why }));
  return { train: first, test: test && (await labeled(test)), report: { unused } };
}

function pieceOf({ file }: PickedFile): Stl10Piece {
  const { name, size } = file;
  if (/_y\.bin$/i.test(name)) return { file, name, kind: "labels", count: size, shape: [] };
  if (size === 0 || size % IMAGE_SIZE !== 0)
    throw new DataError(say(texts.wrongSize, { name, size, record: IMAGE_SIZE }));
  if (size > LARGEST_PART) throw new DataError(say(texts.tooLarge, { name, size, most: LARGEST_PART }));
  return { file, name, kind: "images", count: size / IMAGE_SIZE, shape: [SIDE, SIDE] };
}

async function labeled({ samples, labels }: Pair<Stl10Piece>): Promise<LabeledSet> {
  const values = await bytesOf(samples.file, samples.name);
  const image = new Uint8Array(IMAGE_SIZE);
  for (let at = 0; at < values.length; at += IMAGE_SIZE) {
    upright(values.subarray(at, at + IMAGE_SIZE), image);
    values.set(image, at);
  }
  return {
    name: samples.name,
    kind: "images",
    shape: [SIDE, SIDE, 3],
    count: samples.count,
    values,
    labels: labels && (await labelsOf(labels)),
    classNames: NAMES,
  };
}

/** Planes, each column by column, become pixels row by row. */
function upright(planes: Uint8Array, image: Uint8Array): void {
  for (let channel = 0; channel < 3; channel++)
    for (let x = 0; x < SIDE; x++)
      for (let y = 0; y < SIDE; y++) image[3 * (y * SIDE + x) + channel] = planes[channel * AREA + x * SIDE + y]!;
}

async function labelsOf({ file, name }: Stl10Piece): Promise<Uint8Array> {
  const labels = await bytesOf(file, name);
  const wrong = labels.find((label) => !(label >= 1 && label <= NAMES.length));
  if (wrong !== undefined) throw new DataError(say(texts.wrongLabel, { name, label: wrong, most: NAMES.length }));
  return labels.map((label) => label - 1);
}
