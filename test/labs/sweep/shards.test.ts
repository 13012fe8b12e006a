import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellsOf } from "../../../src/labs/sweep/grid";
import { cellsOfShard, parseShard, shardName } from "../../../src/labs/sweep/shards";
import { smallSweep } from "../../support/labs/sweep";

describe("a shard", () => {
  it("is read as it is written", () => {
    const count = fc.integer({ min: 1, max: 999_999 });
    fc.assert(
      fc.property(count, count, (one, other) => {
        const shard = { index: Math.min(one, other), count: Math.max(one, other) };
        expect(parseShard(shardName(shard))).toEqual(shard);
      }),
    );
  });

  it("is one of as many as there are, and nothing else is one", () => {
    for (const text of [
      "",
      "1",
      "0/3",
      "4/3",
      "1/0",
      "-1/3",
      "1.5/3",
      "01/3",
      "1/3 ",
      " 1/3",
      "1/3/3",
      "a/b",
      "1e1/20",
    ])
      expect(parseShard(text), text).toBeNull();
    fc.assert(
      fc.property(fc.string(), (text) => {
        const shard = parseShard(text);
        if (!shard) return;
        expect(shardName(shard)).toBe(text);
        expect(shard.index).toBeLessThanOrEqual(shard.count);
      }),
    );
  });

  it("has every n-th cell, so that all together have every cell once", () => {
    const cells = cellsOf(smallSweep());
    expect(cellsOfShard(cells, { index: 2, count: 4 })).toEqual([cells[1], cells[5]]);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 }), (count) => {
        const shards = Array.from({ length: count }, (_, i) => cellsOfShard(cells, { index: i + 1, count }));
        const sizes = shards.map(({ length }) => length);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        expect(new Set(shards.flat())).toEqual(new Set(cells));
        expect(shards.flat()).toHaveLength(cells.length);
      }),
    );
  });
});
