import { expect, test } from "vitest";
import { IMAGE_SIZE } from "../../../../src/data/readers/cifar/layout";
import { CifarPart } from "../../../../src/data/readers/cifar/part";

/** Batches as they come; every byte of an image is its label. */
function partOf(batches: Record<string, number[]>): CifarPart {
  const part = new CifarPart();
  for (const [path, labels] of Object.entries(batches)) {
    const room = part.add(path, labels.length);
    room.labels.set(labels);
    for (const [i, label] of labels.entries()) room.values.fill(label, i * IMAGE_SIZE, (i + 1) * IMAGE_SIZE);
  }
  return part;
}

test("batches are in the order of their names, whatever order they came in", () => {
  const { values, labels, count } = partOf({ b3: [7], b1: [1, 2, 3], b2: [5, 4] }).finish();
  expect([count, [...labels]]).toEqual([6, [1, 2, 3, 5, 4, 7]]);
  expect(Array.from({ length: count }, (_, i) => values[(i + 1) * IMAGE_SIZE - 1])).toEqual([...labels]);
});

test("more images than are published find room, and keep what was there", () => {
  const many = Array.from({ length: 30_000 }, (_, i) => i % 10);
  const { labels, values, count } = partOf({ a: many, b: many }).finish();
  expect([count, values.length]).toEqual([60_000, 60_000 * IMAGE_SIZE]);
  expect(labels.subarray(0, 30_000)).toEqual(labels.subarray(30_000));
  expect(values[29_999 * IMAGE_SIZE]).toBe(9);
});
