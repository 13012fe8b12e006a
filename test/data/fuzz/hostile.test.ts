import { gzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { UniquePaths } from "../../../src/data/archives/paths";
import { loadDataset } from "../../../src/data/load";
import { unpickle } from "../../../src/data/pickle/unpickle";
import { english } from "../../../src/i18n/translate";
import { zipOf } from "../archives/zipFiles";
import { lines, twelve } from "../cases/tableTexts";
import { concatenated, pickledBatch, tarball, tarHead } from "../readers/cifarFiles";
import { file, pick } from "../readers/idxFiles";
import { npyTexts, npz } from "../readers/numpyFiles";
import { refusal } from "../refusal";

const text = (content: string) => new TextEncoder().encode(content);
const latin = (content: string) => Uint8Array.from(content, (letter) => letter.charCodeAt(0));
const load = (...files: File[]) => loadDataset({ id: "files", name: "", samples: 64 }, 1, pick(files));
const table = text(`a,b,label\n${twelve()}`);

describe("archives that would take up all memory, or all time", () => {
  test("files of a ZIP archive that lie in each other are refused", async () => {
    const bomb = zipOf(Array.from({ length: 30 }, (_, i) => ({ name: `${i}.csv`, bytes: new Uint8Array(100_000) })));
    const view = new DataView(bomb.buffer);
    const directory = view.getUint32(bomb.length - 6, true);
    // Every file begins where the first one does, and is as long as all of them.
    for (let at = directory; view.getUint32(at, true) === 0x0201_4b50; at += 46 + view.getUint16(at + 28, true)) {
      view.setUint32(at + 20, directory - 40, true);
      view.setUint32(at + 42, 0, true);
    }
    expect(await refusal(load(file("a.zip", bomb)))).toMatch(/a\.zip.*its files would take up more bytes than it has/);
  });

  test("a stored file that says another size than it has is refused", async () => {
    const zip = zipOf([{ name: "a.csv", bytes: table, method: 0 }]);
    const view = new DataView(zip.buffer);
    view.setUint32(view.getUint32(zip.length - 6, true) + 24, 30, true);
    expect(await refusal(load(file("a.zip", zip)))).toMatch(/a\.zip.*a\.csv/);
  });

  test("gzip in gzip is unpacked as archives are, to the same depth", async () => {
    const twice = gzipSync(gzipSync(table));
    expect((await load(file("a.csv.gz.gz", twice))).train.count).toBe(50);
    const deep = gzipSync(gzipSync(twice));
    expect(await refusal(load(file("a.csv.gz.gz.gz.gz", deep)))).toMatch(
      /archives in archives in archives: unpack them/,
    );
  });

  test("a gzip file of a ZIP archive is unpacked", async () => {
    expect((await load(file("a.zip.gz", gzipSync(zipSync({ "a.csv": table }))))).train.count).toBe(50);
  });

  test("a tar archive in a ZIP archive is unpacked", async () => {
    const zip = zipSync({ "set.tar": tarball([{ path: "a.csv", bytes: table }]) });
    expect((await load(file("a.zip", zip))).train.count).toBe(50);
  });

  test("a size below 0 does not lead back in a tar archive", async () => {
    const head = tarHead("a.csv", 0);
    head.set(text("-0000001000\0"), 124);
    head.set(text(" ".repeat(8)), 148);
    const sum = head.reduce((total, byte) => total + byte, 0);
    head.set(text(`${sum.toString(8).padStart(6, "0")}\0 `), 148);
    const archive = concatenated([head, new Uint8Array(1024)]);
    for (const one of [file("a.tar", archive), file("a.tar.gz", gzipSync(archive))])
      expect(await refusal(load(one))).toMatch(/a\.(tar|csv)/);
  });
});

describe("names", () => {
  test("200,000 equal ones are told apart at once", () => {
    const unique = new UniquePaths();
    const paths = new Set(Array.from({ length: 200_000 }, () => unique.add("a/1.png")));
    expect(paths.size).toBe(200_000);
  });

  test("of 10,000 letters or folders, in the bytes of any code page, are names", async () => {
    const long = [
      latin(`${"\xe4".repeat(10_000)}.csv`),
      latin(`${"a/".repeat(10_000)}a.csv`),
      latin(`${"../".repeat(10_000)}b.csv`),
      latin("\0\0.csv"),
      latin("/etc/c.csv"),
    ];
    const zip = zipOf(long.map((name) => ({ name, bytes: table })));
    const { report } = await load(file("a.zip", zip));
    // One is called .csv, which systems hide.
    expect(report!.samples.found).toBe(240);
  });

  test("of many folders beside a table that names pictures are no trouble", async () => {
    const deep = (i: number) => `${"a/".repeat(20_000)}${i}.png`;
    const zip = zipOf([
      ...Array.from({ length: 40 }, (_, i) => ({ name: deep(i), bytes: table })),
      { name: "labels.csv", bytes: text(lines(40, (i) => `${i}.png,${i % 2}`)) },
    ]);
    expect(await refusal(load(file("a.zip", zip)))).toMatch(/^.{1,1024}\.png is an encoded image/);
  });
});

describe("tables", () => {
  test.each<[string, string]>([
    ["a long run of blanks", `1 2\n1${" ".repeat(1_000_000)}2\n`],
    ["a long number that is none", `a,b\n1,${"1".repeat(1_000_000)}x\n2,3\n`],
    ["a long run of marks", `a,b\n${"1.".repeat(500_000)}x,2\n`],
    ["a long date that is none", `a,b\n${"1-".repeat(500_000)}x,2\n`],
  ])("%s ends at once", async (_, content) => {
    expect(await refusal(load(file("a.csv", text(content))))).toMatch(/a\.csv/);
  });

  test("as many columns as are read take a moment", async () => {
    const row = (i: number) => Array.from({ length: 60_000 }, (_, at) => (i * 7 + at * 3) % 11).join(",");
    const { shape } = await load(file("genes.csv", text(`${lines(13, (i) => `${i % 2}.5,${row(i)}`)}`)));
    expect(shape).toEqual([60_001]);
  });
});

describe("pickles", () => {
  /** A list of ten times a list of ten times a list ...: short as a pickle, endless as a text. */
  const nested = (depth: number) =>
    `]q\0${Array.from({ length: depth }, () => "]q\0(h\0h\0h\0h\0h\0h\0h\0h\0h\0h\0e").join("")}`;

  test.each([
    ["as a key of a dictionary", latin(`\x80\x02}U\x01a${nested(60)}\x86\x30(${nested(60)}\x85K\x01u.`)],
    ["as the name of a class", latin(`\x80\x02}(U\x0blabel_names](${nested(60)}eu.`)],
    [
      "as axes of an array",
      latin(`\x80\x02cnumpy\nndarray\n)R(K\x01(${nested(60)}tcnumpy\ndtype\nU\x02u1\x85RNU\0tb.`),
    ],
  ])("with lists in lists %s end", async (_, bytes) => {
    const message = await refusal(load(file("data_batch_1", bytes)));
    expect(message).toMatch(/data_batch_1/);
  });

  test("of labels that are no classes are refused", async () => {
    const batch = pickledBatch(13);
    // The second label becomes an empty list.
    const at = batch.length - 3 - 2 * 12;
    const broken = concatenated([batch.subarray(0, at), latin("]"), batch.subarray(at + 2)]);
    expect(await refusal(load(file("data_batch_1", broken)))).toMatch(/data_batch_1.*label/);
  });

  test("that claim what they do not hold are refused", async () => {
    expect(await refusal(unpickle(latin("\x80\x02T\xff\xff\xff\x7f."), "a"))).toMatch(/^a cannot be read as a pickle/);
    expect(await refusal(unpickle(latin("\x80\x04\x8e\xff\xff\xff\xff\xff\xff\x1f\0."), "a"))).toMatch(/^a cannot/);
  });
});

test("millions of texts in an array are left aside before they are made", async () => {
  const words = npyTexts(
    Array.from({ length: 20 }, () => "a"),
    "S",
  );
  const many = new Uint8Array(10_000_000 + 128);
  many.set(words.subarray(0, 128));
  const header = new TextDecoder("latin1").decode(words.subarray(10, 128)).replace("(20,), }      ", "(10000000,), }");
  many.set(latin(header), 10);
  expect(await refusal(load(file("a.npz", npz({ words: many }))))).toMatch(/words/);
});

test("what is left out of an archive in an archive is said", async () => {
  const deep = zipSync({ "a.csv": table, "deep.zip": zipSync({ "deeper.zip": zipSync({ "b.csv": table }) }) });
  const { report } = await load(file("a.zip", deep));
  expect(report!.sources[0]!.left.map(({ names, why }) => [names[0], english(why)])).toEqual([
    ["deep/deeper.zip", "archives in archives in archives: unpack them once"],
  ]);
});
