import { verbatim } from "../../i18n/errors";
import { say } from "../../i18n/message";
import { DataError } from "../errors";
import { reportOf } from "../report/complete";
import { heldOutCount, originOf, stratifiedOrder } from "../split";
import type { Dataset, Split } from "../types";
import { texts } from "./errors";
import { FEWEST_SAMPLES, HELD_OUT_SHARE, heldOutOf, knownOf } from "./heldOut";
import { type DataWish, type ImageWish, LARGEST_PART, type LabeledSet, type LabeledSets } from "./labeled";
import { reorderRows } from "./reorder";
import { BoxFilter, luma, storedSide } from "./resize";
import { standardize } from "./standardize";
import { withBankOfTest } from "./unlabeled";

/** Samples that make up a data set of `samples` for training, before some are held out. */
export function samplesNeeded(samples: number): number {
  return Math.ceil((samples * HELD_OUT_SHARE) / (HELD_OUT_SHARE - 1));
}

/**
 * Makes a data set of what a reader found. Data without a test set that measures something gives up a sixth of it, of the
 * labeled samples where those measure and others train. Every choice of samples keeps the proportions of the classes and follows from the seed. Images are brought to the size and color
 * that is wished for; features are standardized.
 *
 * @throws DataError when there are too few samples, or more than the memory holds
 */
export function assemble(read: LabeledSets, wish: DataWish & { id: string; title: string }, seed: number): Dataset {
  const sets = withBankOfTest(read, wish.interpretation);
  const { train, bank } = sets;
  const known = knownOf(sets);
  const heldOutFrom = heldOutOf(sets);
  const { test } = heldOutFrom;
  const classes = occurring(test ? [known, test] : [known]);
  const [kept, heldOut] = test ? [orderOf(known, seed), orderOf(test, seed)] : cutOrder(known, seed);
  const shape = storedShape(train, wish);
  const split = (set: LabeledSet, order: Int32Array) => pick(set, order, classes, shape);
  const learned = split(known, kept.subarray(0, wish.samples));
  const dataset: Dataset = {
    id: wish.id,
    title: verbatim(wish.title),
    shape,
    classNames: classes.map((label) => known.classNames[label]!),
    train: bank ? split(train, orderOf(train, seed).subarray(0, wish.samples)) : learned,
    ...(bank && { bank: learned }),
    test: split(test ?? known, heldOut.subarray(0, heldOutCount(wish.samples))),
  };
  if (train.kind === "features") standardize(dataset);
  const { outline } = sets;
  return { ...dataset, report: reportOf(dataset, sets, heldOutFrom), ...(outline && { outline }) };
}

function orderOf({ labels, count }: LabeledSet, seed: number): Int32Array {
  return stratifiedOrder(labels, count, seed);
}

/** Cuts the samples of one set 5 : 1. */
function cutOrder(set: LabeledSet, seed: number): [Int32Array, Int32Array] {
  if (set.count < FEWEST_SAMPLES)
    throw new DataError(
      say(texts.tooFew, { name: set.name, count: set.count, kind: set.kind, fewest: FEWEST_SAMPLES }),
    );
  const order = orderOf(set, seed);
  const cut = order.length - Math.ceil(order.length / HELD_OUT_SHARE);
  return [order.subarray(0, cut), order.subarray(cut)];
}

/** The labels that occur, ascending; none where there is but one class, which tells nothing apart. */
function occurring(sets: LabeledSet[]): number[] {
  const distinct = new Set<number>();
  for (const { labels } of sets) for (const label of labels ?? []) distinct.add(label);
  return distinct.size < 2 ? [] : [...distinct].sort((a, b) => a - b);
}

/** Shape of a sample as it is stored. */
export function storedShape({ kind, shape }: Pick<LabeledSet, "kind" | "shape">, wish: ImageWish): number[] {
  if (kind === "features") return shape;
  const [height = 0, width = 0, channels = 0] = shape;
  return [wish.side ?? storedSide(height), wish.side ?? storedSide(width), wish.colour === "grey" ? 1 : channels];
}

/** Refuses sets that would fill the memory, before they are made. */
export function assertRoom(name: string, count: number, shape: number[], bytesEach = 1): void {
  const bytes = shape.reduce((product, side) => product * side, count * bytesEach);
  if (bytes <= LARGEST_PART) return;
  const megabytes = Math.ceil(bytes / 2 ** 20);
  throw new DataError(
    say(texts.noRoom, { name, count, shape: shape.join(" x "), megabytes, most: LARGEST_PART / 2 ** 20 }),
  );
}

function pick(set: LabeledSet, indices: Int32Array, classes: number[], shape: number[]): Split {
  const { kind, name, labels, second } = set;
  assertRoom(name, indices.length, shape, kind === "images" ? 1 : 4);
  const places = new Map(classes.map((label, place) => [label, place]));
  const split: Split = {
    count: indices.length,
    values: kind === "images" ? chooseImages(set, indices, shape) : pickRows(set.values, indices, shape[0]!),
    labels: labels && classes.length > 0 ? Uint8Array.from(indices, (index) => places.get(labels[index]!)!) : null,
    origin: originOf(set, indices),
  };
  return second ? { ...split, second: pickRows(second, indices, shape[0]!) } : split;
}

function pickRows(values: Uint8Array | Float32Array, indices: Int32Array, size: number): Float32Array {
  const rows = new Float32Array(indices.length * size);
  indices.forEach((index, row) => {
    rows.set(values.subarray(index * size, (index + 1) * size), row * size);
  });
  return rows;
}

/** The chosen images at the shape that is stored; where that is all of them as they are, those of the set are put in order. */
function chooseImages(set: LabeledSet, indices: Int32Array, shape: number[]): Uint8Array {
  const isAll = indices.length === set.count && shape.every((side, axis) => side === set.shape[axis]);
  if (!isAll) return pickImages(set, indices, shape);
  const values = set.values as Uint8Array;
  reorderRows(values, values.length / set.count, indices);
  return values;
}

/** A copy. Of an oblong image that becomes a square one, the middle is taken. */
function pickImages({ values, shape: from }: LabeledSet, indices: Int32Array, to: number[]): Uint8Array {
  const [height = 0, width = 0, channels = 0] = to;
  const oldSize = from.reduce((product, side) => product * side, 1);
  const [area, size] = [height * width, height * width * channels];
  const filter =
    from[0] === height && from[1] === width ? null : new BoxFilter(from, [height, width], height === width);
  const picked = new Uint8Array(indices.length * size);
  const scaled = new Uint8Array(area * from[2]!);
  for (const [row, index] of indices.entries()) {
    const offset = index * oldSize;
    if (filter) filter.apply(values, offset, scaled, 0);
    const image = filter ? scaled : (values as Uint8Array).subarray(offset, offset + oldSize);
    if (channels === from[2]) picked.set(image, row * size);
    else
      for (let i = 0; i < area; i++) picked[row * size + i] = luma(image[3 * i]!, image[3 * i + 1]!, image[3 * i + 2]!);
  }
  return picked;
}
