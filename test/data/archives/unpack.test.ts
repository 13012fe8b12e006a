import { gzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { safePath, UniquePaths } from "../../../src/data/archives/paths";
import { unpack } from "../../../src/data/archives/unpack";
import { namesOf } from "../../../src/data/archives/zip/names";
import { picked } from "../../../src/data/readers/pickedFiles";
import { english } from "../../../src/i18n/translate";
import { tarGz } from "../readers/cifarFiles";
import { file } from "../readers/idxFiles";

const text = (content: string) => new TextEncoder().encode(content);
const KEPT = { zip: () => false, gzip: () => false };

/** The texts that come out, by their paths, and why others do not. */
async function unpacked(...files: File[]) {
  const { files: found, left } = await unpack(picked(files), KEPT);
  const contents = await Promise.all(found.map(async (one) => [one.path, await one.file.text()] as const));
  return { contents: Object.fromEntries(contents), left: left.map(({ path, why }) => [path, english(why)]) };
}

describe("an archive is a folder", () => {
  const inner = zipSync({ "b.csv": text("inner") });

  test("so are archives in it, and gzip files are what they hold", async () => {
    const archive = zipSync({ "set/a.csv": text("outer"), "more.zip": inner, "c.csv.gz": gzipSync(text("packed")) });
    const { contents } = await unpacked(file("a.zip", archive));
    expect(contents).toEqual({ "set/a.csv": "outer", "more/b.csv": "inner", "c.csv": "packed" });
  });

  test("but archives in those are left out and said", async () => {
    const archive = zipSync({ "x/deep.zip": zipSync({ "deeper.zip": inner }) });
    const { contents, left } = await unpacked(file("a.zip", archive));
    expect(contents).toEqual({});
    expect(left).toEqual([["x/deep/deeper.zip", expect.stringMatching(/unpack them once/)]]);
  });

  test("two archives stand for two folders", async () => {
    const { contents } = await unpacked(file("test.zip", inner), file("train.zip", inner));
    expect(Object.keys(contents)).toEqual(["test/b.csv", "train/b.csv"]);
  });

  test("tar archives as well, gzip or not", async () => {
    const packed = tarGz([{ path: "set/a.csv", bytes: text("in a tar") }]);
    const plain = new Uint8Array(
      await new Response(
        new Blob([packed as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new DecompressionStream("gzip")),
      ).arrayBuffer(),
    );
    for (const archive of [file("a.tar.gz", packed), file("a.tar", plain)])
      expect((await unpacked(archive)).contents).toEqual({ "set/a.csv": "in a tar" });
  });

  test("a file in one can be read in parts", async () => {
    const { files } = await unpack(picked([file("a.zip", zipSync({ "a.bin": text("0123456789") }))]), KEPT);
    const packed = files[0]!.file;
    expect(packed.size).toBe(10);
    expect(await packed.slice(2, -3).text()).toBe("23456");
    expect(await packed.slice(2, 8).slice(1, 3).text()).toBe("34");
    expect(await new Response(packed.stream()).text()).toBe("0123456789");
  });

  test("others are named with the way out", async () => {
    const { left } = await unpacked(file("a.rar", text("Rar!\x1a\x07\x01\0")));
    expect(left).toEqual([["a.rar", "packed as RAR: unpack it, and bring the folder or a ZIP of it"]]);
  });
});

describe("paths", () => {
  test.each([
    ["../../etc/passwd", "etc/passwd"],
    ["/root/a.png", "root/a.png"],
    ["C:\\Users\\me\\a.png", "Users/me/a.png"],
    ["a/./b//c.png", "a/b/c.png"],
    ["..", "unnamed"],
  ])("%s leads nowhere else", (path, safe) => {
    expect(safePath(path)).toBe(safe);
  });

  test("no two are the same", () => {
    const unique = new UniquePaths();
    const made = ["a/1.png", "a/1.png", "a/1 (2).png", "b", "b", ".x", ".x"].map((path) => unique.add(path));
    expect(made).toEqual(["a/1.png", "a/1 (2).png", "a/1 (2) (2).png", "b", "b (2)", ".x", ".x (2)"]);
  });
});

describe("names that do not say their code page", () => {
  const named = (...raw: number[][]) =>
    namesOf(raw.map((bytes) => ({ filename: "?", filenameUTF8: false, rawFilename: Uint8Array.from(bytes) })));
  const ascii = (letters: string) => [...text(letters)];

  test.each<[string, number[][], string[]]>([
    [
      "DOS, German",
      [
        [0x8e, ...ascii("pfel/1.png")],
        [0x99, ...ascii("fen/1.png")],
      ],
      ["\u00c4pfel/1.png", "\u00d6fen/1.png"],
    ],
    [
      "Windows, German",
      [
        [0xc4, ...ascii("pfel/1.png")],
        [0xd6, ...ascii("fen/1.png")],
      ],
      ["\u00c4pfel/1.png", "\u00d6fen/1.png"],
    ],
    [
      "Shift JIS",
      [
        [0x8c, 0xa2, ...ascii("/1.png")],
        [0x94, 0x4c, ...ascii("/1.png")],
      ],
      ["\u72ac/1.png", "\u732b/1.png"],
    ],
    [
      "DOS, Russian",
      [
        [0x8a, 0xae, 0xe2, 0xeb, ...ascii("/1.png")],
        [0x91, 0xae, 0xa1, ...ascii("/1.png")],
      ],
      ["\u041a\u043e\u0442\u044b/1.png", "\u0421\u043e\u0431/1.png"],
    ],
    [
      "GBK",
      [
        [0xc3, 0xa8, ...ascii("/1.png")],
        [0xb9, 0xb7, ...ascii("/1.png")],
      ],
      ["\u732b/1.png", "\u72d7/1.png"],
    ],
  ])("%s", async (_, raw, names) => {
    expect(await named(...raw)).toEqual(names);
  });
});
