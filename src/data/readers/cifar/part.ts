import { reorderRows } from "../../assembly/reorder";
import { IMAGE_SIZE } from "./layout";

/** Images of the published training sets. Memory that is not written to takes no room. */
const PUBLISHED = 50_000;

/** Images of a training or test set, batch after batch in one memory, so that they are never there twice. */
export class CifarPart {
  private values = new Uint8Array(0);
  private labels = new Uint8Array(0);
  private readonly batches: { path: string; start: number; count: number }[] = [];
  private count = 0;

  get isEmpty(): boolean {
    return this.batches.length === 0;
  }

  /** Room for one more batch: [count, 32, 32, 3] and [count]. */
  add(path: string, count: number): { values: Uint8Array; labels: Uint8Array } {
    const [start, end] = [this.count, this.count + count];
    if (end > this.labels.length) this.grow(Math.max(end, this.isEmpty ? PUBLISHED : 2 * this.labels.length));
    this.batches.push({ path, start, count });
    this.count = end;
    return {
      values: this.values.subarray(start * IMAGE_SIZE, end * IMAGE_SIZE),
      labels: this.labels.subarray(start, end),
    };
  }

  /** All images, the batches in the order of their names; what was added last ends it. */
  finish(): { values: Uint8Array; labels: Uint8Array; count: number } {
    const { count, batches } = this;
    const [values, labels] = [this.values.subarray(0, count * IMAGE_SIZE), this.labels.subarray(0, count)];
    const named = [...batches].sort((a, b) => (a.path < b.path ? -1 : 1));
    if (named.some((batch, i) => batch !== batches[i])) {
      const order = Int32Array.from(
        named.flatMap((batch) => Array.from({ length: batch.count }, (_, i) => batch.start + i)),
      );
      reorderRows(values, IMAGE_SIZE, order);
      reorderRows(labels, 1, order);
    }
    return { values, labels, count };
  }

  private grow(capacity: number): void {
    const [values, labels] = [new Uint8Array(capacity * IMAGE_SIZE), new Uint8Array(capacity)];
    values.set(this.values);
    labels.set(this.labels);
    Object.assign(this, { values, labels });
  }
}
