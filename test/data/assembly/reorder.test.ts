import fc from "fast-check";
import { expect, test } from "vitest";
import { reorderRows } from "../../../src/data/assembly/reorder";
import { stratifiedOrder } from "../../../src/data/split";

test("rows are where the order has them", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 5 }), fc.nat(), (count, size, seed) => {
      const before = Uint8Array.from({ length: count * size }, (_, i) => (i * 37) % 251);
      const order = stratifiedOrder(null, count, seed);
      const after = before.slice();
      reorderRows(after, size, order);
      const expected = [...order].flatMap((index) => [...before.subarray(index * size, (index + 1) * size)]);
      expect([...after]).toEqual(expected);
    }),
  );
});
