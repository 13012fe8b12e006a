import { say } from "../../../i18n/message";
import { assertRoom } from "../../assembly/assemble";
import { type LabeledSet, type LabeledSets, NUMBERED_CLASSES } from "../../assembly/labeled";
import { partOf } from "../../assembly/pair";
import { DataError } from "../../errors";
import { texts } from "./errors";
import { IMAGE_SIZE, type Layout, layoutOf, readRecord, recordSize, SIDE } from "./layout";

/** Where a batch lies, and what messages call it. */
export interface BatchSource {
  path: string;
  title: string;
}

/** Images of one file. */
interface Batch extends BatchSource {
  values: Uint8Array;
  labels: Uint8Array;
}

/** Gathers the batches of a data set, from wherever their records come, and makes it up at the end. */
export class CifarCollection {
  private readonly batches: Batch[] = [];
  private layout: Layout | null = null;
  private names: string[] | null = null;
  private records = 0;

  /**
   * @param size bytes of the file
   * @param next its records, in turn
   * @throws DataError when the file is no batch of CIFAR, or of the other CIFAR
   */
  async addBatch(source: BatchSource, size: number, next: (bytes: number) => Promise<Uint8Array>): Promise<void> {
    const layout = layoutOf(source.title, size);
    if (this.layout && this.layout !== layout)
      throw new DataError(say(texts.mixed, { path: source.title, title: layout.title, otherTitle: this.layout.title }));
    this.layout = layout;
    const count = size / recordSize(layout);
    this.records += count;
    assertRoom(source.title, this.records, [SIDE, SIDE, 3]);
    this.batches.push(await readBatch(source, count, layout, next));
  }

  /** Class names, one a line. */
  addNames(text: string): void {
    this.setNames(
      text
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== ""),
    );
  }

  setNames(names: string[]): void {
    this.names = names;
  }

  /** @throws DataError when there is no batch, or several test sets only */
  finish(name: string): LabeledSets {
    const { layout } = this;
    if (!layout) throw new DataError(say(texts.noBatch, { name }));
    const classNames = this.names?.length === layout.classes ? this.names : NUMBERED_CLASSES.slice(0, layout.classes);
    const test = this.batches.filter(({ path }) => partOf({ name: path }) === "test");
    const train = this.batches.filter((batch) => !test.includes(batch));
    this.batches.length = 0;
    if (train.length === 0) return { train: joined(name, test, classNames), test: null };
    return {
      train: joined(name, train, classNames),
      test: test.length > 0 ? joined(name, test, classNames) : null,
    };
  }
}

async function readBatch(
  source: BatchSource,
  count: number,
  layout: Layout,
  next: (bytes: number) => Promise<Uint8Array>,
): Promise<Batch> {
  const path = source.title;
  const batch = { ...source, values: new Uint8Array(count * IMAGE_SIZE), labels: new Uint8Array(count) };
  for (let i = 0; i < count; i++) {
    const record = await next(recordSize(layout));
    if (record.length < recordSize(layout)) throw new DataError(say(texts.cutShort, { path, record: i + 1 }));
    const label = readRecord(record, layout, batch.values, i);
    if (label >= layout.classes)
      throw new DataError(
        say(texts.wrongLabel, { path, title: layout.title, record: i + 1, label, most: layout.classes - 1 }),
      );
    batch.labels[i] = label;
  }
  return batch;
}

/** Batches in the order of their names. Each is let go once it is copied, so that the images are there twice at most. */
function joined(name: string, batches: Batch[], classNames: string[]): LabeledSet {
  batches.sort((a, b) => (a.path < b.path ? -1 : 1));
  const count = batches.reduce((sum, { labels }) => sum + labels.length, 0);
  const set = { values: new Uint8Array(count * IMAGE_SIZE), labels: new Uint8Array(count) };
  let at = 0;
  for (let batch = batches.shift(); batch; batch = batches.shift()) {
    set.values.set(batch.values, at * IMAGE_SIZE);
    set.labels.set(batch.labels, at);
    at += batch.labels.length;
  }
  return { name, kind: "images", shape: [SIDE, SIDE, 3], count, classNames, ...set };
}
