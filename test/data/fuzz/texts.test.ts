import fc from "fast-check";
import { expect, test } from "vitest";
import { safePath } from "../../../src/data/archives/paths";
import { textOf } from "../../../src/data/charset";
import { DataError } from "../../../src/data/errors";
import { loadDataset } from "../../../src/data/load";
import { unpickle } from "../../../src/data/pickle/unpickle";
import { zipOf } from "../archives/zipFiles";
import { twelve, utf16 } from "../cases/tableTexts";
import { file } from "../readers/idxFiles";
import { decodePng, png } from "../readers/pngFiles";
import { expectOutcome, RUNS } from "./outcome";

/** The doors at which there are no formats: names, characters, and the operations of a pickle. */

const LONG = 30 * 60_000;

/** Words that mean something to systems, to us, or to neither. */
const word = fc.oneof(
  fc.constantFrom(
    "..",
    ".",
    "",
    "C:",
    "\0",
    "train",
    "test",
    "__MACOSX",
    ".x",
    "A",
    "a",
    "CON",
    "__proto__",
    "constructor",
  ),
  fc.string({ maxLength: 8, unit: "binary" }),
  fc.nat(10_000).map((length) => "n".repeat(length)),
);
const path = fc
  .tuple(
    fc.array(word, { maxLength: 4 }),
    fc.constantFrom("/", "\\", "//"),
    fc.constantFrom(".png", ".PNG", ".csv", "", "."),
  )
  .map(([words, between, ending]) => words.join(between) + ending);
const picture = png(8, 8, [9, 99, 9]);
const table = new TextEncoder().encode(`a,b,label\n${twelve()}`);

test(
  "whatever files are called, in an archive or out of it, no two become one, and none leads out",
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(path, { minLength: 13, maxLength: 16 }), fc.boolean(), async (paths, arePacked) => {
        for (const one of paths) expect(safePath(one)).not.toMatch(/(^|\/)(\.\.?|)(\/|$)|\0|^[A-Za-z]:/);
        const files = paths.map((one) => ({ path: one, bytes: /csv$/.test(one) ? table : picture }));
        const brought = arePacked
          ? [{ path: "a.zip", file: file("a.zip", zipOf(files.map(({ path: name, bytes }) => ({ name, bytes })))) }]
          : files.map(({ path: name, bytes }) => ({ path: name, file: file(name.split("/").at(-1)!, bytes) }));
        const options = { id: "files" as const, name: "", samples: 64 };
        const loading = loadDataset(options, 1, { id: 0, files: brought }, { decodeImage: decodePng });
        await expectOutcome(loading, [""]);
        const found = (await loading.catch(() => null))?.report?.sources[0]?.found;
        if (found !== undefined && arePacked)
          expect(found).toBe(paths.length - paths.filter((one) => one.endsWith("/")).length);
      }),
      { numRuns: RUNS },
    );
  },
  LONG,
);

test(
  "whatever the bytes, there are characters, and those of a known encoding are its own",
  async () => {
    const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 255);
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 400 }),
        fc.string({ unit: "grapheme", maxLength: 40 }),
        async (bytes, text) => {
          expect(typeof (await textOf(bytes)).text).toBe("string");
          expect(typeof (await textOf(latin(text))).text).toBe("string");
          const own = text.replace(/^\ufeff/, "");
          expect((await textOf(new TextEncoder().encode(`\ufeff${own}`))).text).toBe(own);
          expect((await textOf(utf16(own, true))).text).toBe(own);
        },
      ),
      { numRuns: RUNS },
    );
  },
  LONG,
);

/** Operations of pickles with their operands, of which some make sense where they stand. */
const operation = fc.oneof(
  fc.constantFrom(..."(0123.]})tleausdbRoN\x85\x86\x87\x81\x88\x89\x8f\x90\x91\x92\x93\x94\x97\x98"),
  fc.constantFrom(
    "cnumpy\nndarray\n",
    "cnumpy\ndtype\n",
    "c_codecs\nencode\n",
    "ccollections\nOrderedDict\n",
    "cos\nsystem\n",
  ),
  fc.constantFrom(
    "cnumpy.core.multiarray\n_reconstruct\n",
    "U\x04data",
    "U\x06labels",
    "U\x0blabel_names",
    "U\x09__proto__",
  ),
  fc
    .tuple(fc.constantFrom(..."KUq\x8c\x82\x80Chh"), fc.nat(255))
    .map(([code, size]) => code + String.fromCharCode(size)),
  fc
    .tuple(
      fc.constantFrom(..."TXBJrj\x8b"),
      fc.constantFrom("\xff\xff\xff\x7f", "\xff\xff\xff\xff", "\0\0\0\0", "\x03\0\0\0abc"),
    )
    .map(([code, size]) => code + size),
  fc
    .tuple(fc.constantFrom(..."\x8d\x8e\x95\x96"), fc.constantFrom("\xff", "\0", "\x7f"))
    .map(([code, byte]) => code + byte.repeat(8)),
  fc.constantFrom("I1\n", "F1.5\n", "L9L\n", "S'x'\n", "Vx\n", "p0\n", "g0\n", "Px\n", "iNumpy\nndarray\n"),
);

test(
  "whatever a pickle does, it ends as something or as a DataError, and leaves nothing behind",
  async () => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    await fc.assert(
      fc.asyncProperty(fc.array(operation, { maxLength: 40 }), async (operations) => {
        const bytes = Uint8Array.from(`\x80\x02${operations.join("")}.`, (letter) => letter.charCodeAt(0));
        await unpickle(bytes, "any").catch((error: unknown) => expect(error).toBeInstanceOf(DataError));
        const loading = loadDataset({ id: "files", name: "", samples: 64 }, 1, {
          id: 0,
          files: [{ path: "data_batch_1", file: file("data_batch_1", bytes) }],
        });
        await expectOutcome(loading, ["data_batch_1"]);
      }),
      { numRuns: RUNS },
    );
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
  },
  LONG,
);
