import { say } from "../../../i18n/message";
import { DataError } from "../../errors";
import { fieldOf, PickledArray, textIn, unpickle } from "../../pickle/unpickle";
import { texts } from "./errors";
import { IMAGE_SIZE, type Layout, layoutOf, recordSize } from "./layout";

/** CIFAR's Python version: pickled dictionaries of the planes of all images, and of their labels. */

const LABELS = ["fine_labels", "labels"];
const NAMES = ["fine_label_names", "label_names"];

/** What a pickle of CIFAR's holds: images with labels, or the names of classes. */
export type PythonBatch = { names: string[] } | { records: (index: number) => Uint8Array; size: number };

/**
 * A batch as records of the binary version, which there is one way to read.
 *
 * @throws DataError when it holds neither images nor names
 */
export async function readPythonBatch(bytes: Uint8Array, name: string): Promise<PythonBatch> {
  const content = await unpickle(bytes, name);
  const names = firstOf(content, NAMES);
  if (Array.isArray(names)) return { names: names.map((one) => textIn(one) ?? "") };
  const [data, labels] = [fieldOf(content, "data"), firstOf(content, LABELS)];
  if (!(data instanceof PickledArray) || !Array.isArray(labels))
    throw new DataError(say(texts.noPythonBatch, { name }));
  const count = labels.length;
  if (!/^\|?u1$/.test(data.type) || data.bytes.length !== count * IMAGE_SIZE)
    throw new DataError(say(texts.wrongPlanes, { name, count, size: data.bytes.length, expected: count * IMAGE_SIZE }));
  const wrong = labels.findIndex((label) => !isByte(label));
  if (wrong >= 0) throw new DataError(say(texts.noLabel, { name, record: wrong + 1 }));
  const layout = layoutFor(fieldOf(content, "fine_labels") !== undefined);
  return { size: count * recordSize(layout), records: (index) => recordOf(data.bytes, labels, layout, index) };
}

function isByte(label: unknown): boolean {
  return typeof label === "number" && Number.isInteger(label) && label >= 0 && label < 256;
}

function layoutFor(isFine: boolean): Layout {
  return layoutOf("", IMAGE_SIZE + (isFine ? 2 : 1));
}

function recordOf(planes: Uint8Array, labels: unknown[], { labelBytes }: Layout, index: number): Uint8Array {
  const record = new Uint8Array(labelBytes + IMAGE_SIZE);
  record[labelBytes - 1] = Number(labels[index]);
  record.set(planes.subarray(index * IMAGE_SIZE, (index + 1) * IMAGE_SIZE), labelBytes);
  return record;
}

function firstOf(content: unknown, keys: string[]): unknown {
  return keys.map((key) => fieldOf(content, key)).find((value) => value !== undefined);
}
