import { describe, expect, test } from "vitest";
import { DataShelf } from "../../src/data/shelf";
import { file, imageBytes, pick } from "./readers/idxFiles";
import { refusal } from "./refusal";

const options = { id: "files", name: "", samples: 64 } as const;
const files = () => pick([file("a.idx", imageBytes(24))]);
const broken = () => pick([file("b.idx", Uint8Array.of(1, 2, 3))]);

describe("DataShelf", () => {
  test("has the last data set at hand, until options, seed or files are others", async () => {
    const shelf = new DataShelf();
    const own = files();
    const first = await shelf.load(options, 1, own);
    expect(await shelf.load({ ...options }, 1, { ...own })).toBe(first);
    for (const [other, seed, which] of [
      [{ ...options, samples: 65 }, 1, own],
      [options, 2, own],
      [options, 1, files()],
    ] as const) {
      const next = await shelf.load(other, seed, which);
      expect(await shelf.load(other, seed, which)).toBe(next);
      expect(await shelf.load(options, 1, own)).not.toBe(next);
    }
    expect(await shelf.load(options, 1, own)).toEqual(first);
  });

  test("gives the last one up before another is loaded, unless it is in use", async () => {
    const shelf = new DataShelf();
    const own = files();
    const used = await shelf.load(options, 1, own);
    await refusal(shelf.load(options, 1, broken(), {}, used));
    expect(await shelf.load(options, 1, own)).toBe(used);
    // Another one was loaded, but could not be used.
    await shelf.load(options, 2, own, {}, used);
    expect(await shelf.load(options, 1, own, {}, used)).toBe(used);
    await refusal(shelf.load(options, 1, broken()));
    expect(await shelf.load(options, 1, own)).not.toBe(used);
  });

  test("is empty once it is cleared", async () => {
    const shelf = new DataShelf();
    const own = files();
    const first = await shelf.load(options, 1, own);
    shelf.clear();
    expect(await shelf.load(options, 1, own)).not.toBe(first);
  });
});
