import { heldOutCount, stratifiedOrder } from "../../split";
import { DataError, type Dataset, type DatasetFiles, type Split } from "../../types";
import type { Progress } from "../progress";
import { type LabelledImages, pairFiles } from "./pair";
import { type IdxFile, readIdx } from "./read";
import { resizeImages, storedSide } from "./resize";

export interface FilesOptions {
  id: "files";
  /** For display; the name of the images' file when empty. */
  name: string;
  /** Most training images; a quarter as many are held out at most. */
  samples: number;
}

const MOST_FILES = 4;
/** Fewest images of which some can be held out. */
const FEWEST_IMAGES = 12;

/**
 * Reads images and labels in the format of MNIST (IDX, plain or gzip). With one image file, a sixth of it is held out;
 * with a training and a test file, they are used as they are. Every choice of samples keeps the proportions of the
 * classes and follows from the seed. Labels may be missing. Images with sides outside 28..64 are resized.
 *
 * @throws DataError naming the file that is wrong, what was found and what was expected
 */
export async function loadIdx(
  options: FilesOptions,
  seed: number,
  { files }: DatasetFiles,
  onProgress?: Progress,
): Promise<Dataset> {
  if (files.length > MOST_FILES)
    throw new DataError(
      `${files.length} files were picked; at most ${MOST_FILES} belong to a data set: images and labels, for training and for testing.`,
    );
  const read: IdxFile[] = [];
  for (const [i, file] of files.entries()) {
    read.push(await readIdx(file, (share) => onProgress?.((i + share) / files.length)));
  }
  const { train, test } = pairFiles(read);
  const classes = distinctLabels([train, test]);
  const [kept, heldOut] = test ? bothOrders(train, test, seed) : cutOrder(train, seed);
  const take = (set: LabelledImages, order: Int32Array, limit: number) => pick(set, order.subarray(0, limit), classes);
  const { height, width } = train.images.header;
  return {
    id: "files",
    title: options.name || train.images.name,
    shape: [storedSide(height), storedSide(width), 1],
    classNames: classes.map(String),
    train: take(train, kept, options.samples),
    test: take(test ?? train, heldOut, heldOutCount(options.samples)),
  };
}

function bothOrders(train: LabelledImages, test: LabelledImages, seed: number): [Int32Array, Int32Array] {
  return [orderOf(train, seed), orderOf(test, seed)];
}

/** Cuts the samples of one set 5 : 1. */
function cutOrder(set: LabelledImages, seed: number): [Int32Array, Int32Array] {
  const { name, header } = set.images;
  if (header.count < FEWEST_IMAGES)
    throw new DataError(
      `${name} holds ${header.count} images; to hold some out, at least ${FEWEST_IMAGES} are needed.`,
    );
  const order = orderOf(set, seed);
  const cut = order.length - Math.ceil(order.length / 6);
  return [order.subarray(0, cut), order.subarray(cut)];
}

function orderOf({ images, labels }: LabelledImages, seed: number): Int32Array {
  return stratifiedOrder(labels?.payload ?? null, images.header.count, seed);
}

/** The labels that occur, ascending: they name the classes. */
function distinctLabels(sets: (LabelledImages | null)[]): number[] {
  const distinct = new Set<number>();
  for (const set of sets) for (const label of set?.labels?.payload ?? []) distinct.add(label);
  return [...distinct].sort((a, b) => a - b);
}

function pick({ images, labels }: LabelledImages, indices: Int32Array, classes: number[]): Split {
  const { height, width } = images.header;
  const size = height * width;
  const values = new Uint8Array(indices.length * size);
  for (const [row, index] of indices.entries()) {
    values.set(images.payload.subarray(index * size, (index + 1) * size), row * size);
  }
  return {
    count: indices.length,
    values: resizeImages(values, indices.length, [height, width], [storedSide(height), storedSide(width)]),
    labels: labels && Uint8Array.from(indices, (index) => classes.indexOf(labels.payload[index]!)),
  };
}
