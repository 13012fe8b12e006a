import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { ZipArchive } from "../../../src/data/archives/zip/zip";
import type { ImageWish } from "../../../src/data/assembly/labeled";
import { loadDataset } from "../../../src/data/load";
import type { DecodeImage } from "../../../src/data/types";
import { english } from "../../../src/i18n/translate";
import { refusal } from "../refusal";
import { file, pick } from "./idxFiles";
import { decodePng, png } from "./pngFiles";

const load = (files: File[], samples = 60_000, wish: ImageWish = {}, decodeImage: DecodeImage = decodePng) =>
  loadDataset({ id: "files", name: "", samples, ...wish }, 1, pick(files), { decodeImage });

/** Loads files that lie in folders. */
const loadFolder = (files: Files) => {
  const found = Object.entries(files).map(([path, bytes]) => ({ path, file: file(path.split("/").at(-1)!, bytes) }));
  return loadDataset({ id: "files", name: "", samples: 64 }, 1, { id: 0, files: found }, { decodeImage: decodePng });
};

const CLASSES = { ant: [200, 0, 0], bee: [0, 200, 0], cow: [0, 0, 200] } as const;
type Files = Record<string, Uint8Array>;

/** So many images of each class, each class in its color and in its folder. */
function folders(prefix: string, each: number, side = 32): Files {
  return Object.fromEntries(
    Object.entries(CLASSES).flatMap(([name, color]) =>
      Array.from({ length: each }, (_, i) => [`${prefix}${name}/${i}.png`, png(side, side, [...color])]),
    ),
  );
}

const zip = (files: Files) => zipSync(files, { level: 0 });

describe("images", () => {
  test("in the class folders of a ZIP", async () => {
    const dataset = await load([file("set.zip", zip(folders("set/", 6)))]);
    expect([dataset.train.count, dataset.test.count, dataset.shape]).toEqual([15, 3, [32, 32, 3]]);
    expect(dataset.classNames).toEqual(["ant", "bee", "cow"]);
    const { values, labels } = dataset.train;
    for (let i = 0; i < 15; i++) {
      const last = values.subarray((i + 1) * 3072 - 3, (i + 1) * 3072);
      expect(last.indexOf(200)).toBe(labels![i]);
    }
  });

  test("in a folder are the same as in a ZIP, whatever else lies there", async () => {
    const files = folders("set/", 6);
    const stray = [".DS_Store", ".git/1.png", "__MACOSX/2.png", "ant/Thumbs.db", "ant/notes.md", "README"];
    const others = Object.fromEntries(stray.map((path) => [`set/${path}`, Uint8Array.of(35)]));
    const { title: _, report: counted, ...found } = await loadFolder({ ...files, ...others });
    const {
      title: __,
      report: ___,
      ...packed
    } = await load([file("set.zip", zip({ ...files, "__MACOSX/._a.png": Uint8Array.of(0) }))]);
    expect(found).toEqual(packed);
    expect(counted?.sources[0]).toMatchObject({ found: 24, taken: 18 });
  });

  test.each([
    ["train", "test"],
    ["training", "val"],
  ])("%s and %s folders are used as they are", async (train, held) => {
    const dataset = await load([file("a.zip", zip({ ...folders(`${train}/`, 4), ...folders(`${held}/`, 2) }))]);
    expect([dataset.train.count, dataset.test.count, dataset.classNames.length]).toEqual([12, 6, 3]);
  });

  test("of a training and a test archive", async () => {
    const dataset = await load([file("test.zip", zip(folders("", 2))), file("train.zip", zip(folders("", 4)))]);
    expect([dataset.train.count, dataset.test.count, dataset.classNames.length]).toEqual([12, 6, 3]);
  });

  test("in one folder have no labels", async () => {
    const files = Array.from({ length: 12 }, (_, i) => file(`${i % 6}.png`, png(40, 40, [i, i, i])));
    const dataset = await load(files);
    expect([dataset.train.labels, dataset.classNames, dataset.train.count]).toEqual([null, [], 10]);
    // Grey throughout, so one channel.
    expect(dataset.shape).toEqual([40, 40, 1]);
  });

  test("only as many as wanted are decoded, each class in its share", async () => {
    let decoded = 0;
    const counting: DecodeImage = (encoded) => {
      decoded++;
      return decodePng(encoded);
    };
    const dataset = await load([file("a.zip", zip(folders("", 40, 8)))], 30, {}, counting);
    expect(decoded).toBe(36);
    expect(dataset.train.labels!.filter((label) => label === 1)).toHaveLength(10);
  });

  test("become squares from the middle of oblong ones, of the wished side and colour", async () => {
    const files = Array.from({ length: 12 }, (_, i) => file(`${i}.png`, png(90, 30, [0, 0, 0])));
    const dataset = await load(files, 10, { side: 30, colour: "grey" });
    expect(dataset.shape).toEqual([30, 30, 1]);
    // The left half of the image is white: so is that of the square from its middle.
    expect([...dataset.train.values.subarray(13, 17)]).toEqual([255, 255, 0, 0]);
  });

  test("progress ends at 1, and decoding can be called off", async () => {
    const shares: number[] = [];
    const calling = new AbortController();
    const options = { id: "files", name: "", samples: 100 } as const;
    const files = pick([file("a.zip", zip({ ...folders("train/", 8), ...folders("test/", 8) }))]);
    const tools = { decodeImage: decodePng, signal: calling.signal };
    await loadDataset(options, 1, files, { ...tools, onProgress: (share) => shares.push(share) });
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBeCloseTo(1);
    const calledOff = loadDataset(options, 1, files, {
      ...tools,
      onProgress: () => calling.abort(new Error("enough")),
    });
    await expect(calledOff).rejects.toThrow("enough");
  });
});

describe("refusals name the image and the reason", () => {
  const good = folders("", 5);
  const damaged = good["bee/2.png"]!.slice();
  damaged[50]! ^= 1;
  const archive = zip(good);
  const flipped = archive.slice();
  flipped[100]! ^= 1;
  const cut = good["cow/3.png"]!.subarray(0, 60);

  test.each<[string, File[], RegExp]>([
    ["an archive cut short", [file("a.zip", archive.subarray(0, -30))], /a\.zip has no directory.*cut short/],
    ["an archive without images", [file("a.zip", zip({ "a.xyz": Uint8Array.of(65) }))], /a\.zip holds no file of a/],
    ["one image", [file("a.png", png(30, 30, [0, 0, 0]))], /a\.png holds 1 image; .* at least 12/],
    ["images that are none", [file("a.png", cut), file("b.png", cut)], /[ab]\.png cannot be decoded as a picture/],
    ["text", [file("notes.txt", Uint8Array.from([104, 105]))], /notes\.txt is of no known format\. What is read/],
    [
      "another format beside them",
      [file("a.png", cut), file("b.npy", Uint8Array.of(147, 78, 85, 77, 80, 89))],
      /different formats/,
    ],
  ])("%s", async (_, files, message) => {
    expect(await refusal(load(files))).toMatch(message);
  });

  test.each<[string, Uint8Array, string, RegExp]>([
    ["cannot be decoded", zip({ ...good, "bee/2.png": damaged }), "bee/2.png", /cannot be decoded/],
    ["does not match its checksum", flipped, "ant/0.png", /damaged/],
    ["is empty", zip({ ...good, "cow/1.png": new Uint8Array(0) }), "cow/1.png", /empty/],
    ["lies in no class folder", zip({ ...good, "odd.png": png(8, 8, [0, 0, 0]) }), "odd.png", /without a class/],
  ])("one that %s is left out, counted and named", async (_, bytes, path, why) => {
    const { report, train, test } = await load([file("a.zip", bytes)]);
    const { left, found, taken } = report!.samples;
    expect([found - taken, taken]).toEqual([1, train.count + test.count]);
    expect(left[0]?.names).toEqual([path]);
    expect(english(left[0]!.why)).toMatch(why);
  });

  test("where nothing decodes images", async () => {
    const loading = loadDataset({ id: "files", name: "", samples: 64 }, 1, pick([file("a.zip", archive)]));
    expect(await refusal(loading)).toMatch(/only browsers decode them/);
  });

  test("too many images for the memory", async () => {
    const files = Object.fromEntries(Array.from({ length: 52_000 }, (_, i) => [`${i}.png`, Uint8Array.of(1)]));
    const red: DecodeImage = async () => ({ width: 1, height: 1, data: Uint8Array.of(255, 0, 0, 255) });
    const loading = load([file("a.zip", zip(files))], 60_000, { side: 64 }, red);
    expect(await refusal(loading)).toMatch(/52,000 samples of 64 x 64 x 3 take up 610 MB, at most 512/);
  });
});

describe("ZIP archives", () => {
  const names = ["../../etc/passwd", "/ü.txt"];

  test("whatever their paths, are only looked into", async () => {
    const bytes = zipSync(Object.fromEntries(names.map((name, i) => [name, new Uint8Array(50).fill(i)])));
    const archive = await ZipArchive.open(file("a.zip", bytes), "a.zip");
    expect(archive.entries.map(({ path }) => path)).toEqual(["etc/passwd", "\u00fc.txt"]);
    for (const [i, entry] of archive.entries.entries())
      expect(await archive.read(entry)).toEqual(new Uint8Array(50).fill(i));
  });

  test("that are ZIP64 are read", async () => {
    const plain = zipSync({ a: Uint8Array.of(1, 2, 3) }, { level: 0 });
    const end = plain.length - 22;
    const old = new DataView(plain.buffer);
    const record = new DataView(new ArrayBuffer(56));
    record.setUint32(0, 0x0606_4b50, true);
    record.setBigUint64(32, 1n, true);
    record.setBigUint64(40, BigInt(old.getUint32(end + 12, true)), true);
    record.setBigUint64(48, BigInt(old.getUint32(end + 16, true)), true);
    const locator = new DataView(new ArrayBuffer(20));
    locator.setUint32(0, 0x0706_4b50, true);
    locator.setBigUint64(8, BigInt(end), true);
    const tail = plain.slice(end).fill(0xff, 8, 20);
    const whole = new Blob([plain.slice(0, end), record.buffer, locator.buffer, tail]);
    const archive = await ZipArchive.open(whole, "a.zip");
    expect(await archive.read(archive.entries[0]!)).toEqual(Uint8Array.of(1, 2, 3));
  });

  test("that claim more files than are read are refused", async () => {
    const bytes = zip({ "a.png": png(8, 8, [0, 0, 0]) });
    const view = new DataView(bytes.buffer);
    view.setUint16(bytes.length - 12, 0xffff, true);
    expect(await refusal(load([file("a.zip", bytes)]))).toMatch(/a\.zip has no directory of a ZIP archive/);
  });
});
