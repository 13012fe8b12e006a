import { say } from "../../../i18n/message";
import { DataError } from "../../errors";
import { texts } from "./errors";

/** Sides of an image in pixels, and pixels. */
export const SIDE = 32;
const AREA = SIDE * SIDE;
export const IMAGE_SIZE = 3 * AREA;

/** Of the two data sets: bytes of labels before an image, and which of them is used. */
export interface Layout {
  /** For messages. */
  title: string;
  labelBytes: 1 | 2;
  classes: number;
}

const CIFAR10: Layout = { title: "CIFAR-10", labelBytes: 1, classes: 10 };
/** A coarse label (20 classes) and a fine one (100), of which the fine one is used. */
const CIFAR100: Layout = { title: "CIFAR-100", labelBytes: 2, classes: 100 };

export function recordSize({ labelBytes }: Layout): number {
  return labelBytes + IMAGE_SIZE;
}

/**
 * The layout of a file by its size: a record of CIFAR-10 has 3073 bytes, one of CIFAR-100 3074.
 *
 * @throws DataError when the size is no multiple of either
 */
export function layoutOf(name: string, size: number): Layout {
  const layout = size > 0 && [CIFAR10, CIFAR100].find((candidate) => size % recordSize(candidate) === 0);
  if (layout) return layout;
  throw new DataError(
    say(texts.wrongSize, { name, size, recordOf10: recordSize(CIFAR10), recordOf100: recordSize(CIFAR100) }),
  );
}

/**
 * Takes a record apart (A. Krizhevsky, "The CIFAR-10 dataset", binary version): labels, then 1024 bytes of red, of green and
 * of blue.
 *
 * @param target gets the image at `index`, [count, 32, 32, 3]
 * @returns its label
 */
export function readRecord(record: Uint8Array, { labelBytes }: Layout, target: Uint8Array, index: number): number {
  const start = index * IMAGE_SIZE;
  for (let channel = 0; channel < 3; channel++) {
    const plane = labelBytes + channel * AREA;
    for (let i = 0; i < AREA; i++) target[start + 3 * i + channel] = record[plane + i]!;
  }
  return record[labelBytes - 1]!;
}
