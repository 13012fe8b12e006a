import { describe, expect, test } from "vitest";
import { fieldOf, isPickle, PickledArray, unpickle } from "../../src/data/pickle/unpickle";
import { refusal } from "./refusal";

const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** `{"data": array([[1, 2], [3, 200]], dtype=uint8), "labels": [7, 8]}` as Python 2 writes it. */
const BATCH = latin(
  [
    "\x80\x02}(U\x04data",
    "cnumpy.core.multiarray\n_reconstruct\ncnumpy\nndarray\nK\0\x85U\x01b\x87R",
    "(K\x01K\x02K\x02\x86cnumpy\ndtype\nU\x02u1K\0K\x01\x87R",
    "(K\x03U\x01|NNNJ\xff\xff\xff\xffJ\xff\xff\xff\xffK\0tb",
    "\x89U\x04\x01\x02\x03\x9ctb",
    "U\x06labels](K\x07K\x08eu.",
  ].join(""),
);

describe("a pickle", () => {
  test("of Python 2 gives its arrays and lists", async () => {
    expect(isPickle(BATCH)).toBe(true);
    const content = await unpickle(BATCH, "batch");
    const data = fieldOf(content, "data");
    expect(data).toBeInstanceOf(PickledArray);
    const { shape, type, bytes } = data as PickledArray;
    expect([shape, type, [...bytes]]).toEqual([[2, 2], "u1", [1, 2, 3, 0x9c]]);
    expect(fieldOf(content, "labels")).toEqual([7, 8]);
  });

  test.each([
    ["os system", "\x80\x02cos\nsystem\nU\x06rm -rf\x85R."],
    ["builtins eval", "\x80\x02cbuiltins\neval\nU\x011\x85R."],
    ["a property of objects", "\x80\x02cconstructor\nconstructor\nU\x011\x85R."],
  ])("that calls %s is refused by that name", async (_, content) => {
    expect(await refusal(unpickle(latin(content), "bad.pkl"))).toMatch(
      /^bad\.pkl names [\w.]+, .*nothing in a pickle is run/,
    );
  });

  test("whose lengths lead back ends", async () => {
    expect(await refusal(unpickle(latin("\x80\x02B\xfb\xff\xff\xff."), "bad.pkl"))).toMatch(/a length is below 0/);
  });
});
