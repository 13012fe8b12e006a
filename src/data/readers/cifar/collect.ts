import { say } from "../../../i18n/message";
import { assertRoom } from "../../assembly/assemble";
import { type LabeledSet, type LabeledSets, NUMBERED_CLASSES } from "../../assembly/labeled";
import { partOf } from "../../assembly/pair";
import { DataError } from "../../errors";
import { texts } from "./errors";
import { type Layout, layoutOf, readRecord, recordSize, SIDE } from "./layout";
import { CifarPart } from "./part";

/** Where a batch lies, and what messages call it. */
export interface BatchSource {
  path: string;
  title: string;
}

/** Gathers the batches of a data set, from wherever their records come, and makes it up at the end. */
export class CifarCollection {
  private readonly train = new CifarPart();
  private readonly test = new CifarPart();
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
    const part = partOf({ name: source.path }) === "test" ? this.test : this.train;
    await readBatch(source.title, part.add(source.path, count), layout, next);
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
    const labeled = (part: CifarPart): LabeledSet => ({
      name,
      kind: "images",
      shape: [SIDE, SIDE, 3],
      classNames,
      ...part.finish(),
    });
    const { train, test } = this;
    if (train.isEmpty) return { train: labeled(test), test: null };
    return { train: labeled(train), test: test.isEmpty ? null : labeled(test) };
  }
}

async function readBatch(
  path: string,
  { values, labels }: { values: Uint8Array; labels: Uint8Array },
  layout: Layout,
  next: (bytes: number) => Promise<Uint8Array>,
): Promise<void> {
  for (let i = 0; i < labels.length; i++) {
    const record = await next(recordSize(layout));
    if (record.length < recordSize(layout)) throw new DataError(say(texts.cutShort, { path, record: i + 1 }));
    const label = readRecord(record, layout, values, i);
    if (label >= layout.classes)
      throw new DataError(
        say(texts.wrongLabel, { path, title: layout.title, record: i + 1, label, most: layout.classes - 1 }),
      );
    labels[i] = label;
  }
}
