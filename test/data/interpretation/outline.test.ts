import { describe, expect, test } from "vitest";
import { MisreadError } from "../../../src/data/interpretation/misread";
import type { Outline } from "../../../src/data/interpretation/outline";
import { type Interpretation, interpretation as schema } from "../../../src/data/interpretation/schema";
import { loadDataset } from "../../../src/data/load";
import { english } from "../../../src/i18n/translate";
import { classes, f4, features } from "../cases/arrays";
import { sentencesOf } from "../cases/sentences";
import { noise } from "../cases/tableTexts";
import { file, imageBytes, pick } from "../readers/idxFiles";
import { npy, npyRecords, npz } from "../readers/numpyFiles";

const csv = (text: string) => file("a.csv", new TextEncoder().encode(text));
const lines = (count: number, row: (i: number) => string) => Array.from({ length: count }, (_, i) => row(i)).join("\n");
const TABLE = `Id,a,b,island,kind\n${lines(60, (i) => `${i + 1},${noise(i)},${i === 1 ? "" : 1.5},${["Dream", "Biscoe"][i % 2]},${"xyz"[i % 3]}`)}`;

async function outlineOf(files: File[], interpretation?: Interpretation): Promise<Outline | undefined> {
  const options = { id: "files", name: "", samples: 60_000, colour: "keep", interpretation } as const;
  return (await loadDataset(options, 1, pick(files))).outline;
}

async function outlineOfRefusal(files: File[], interpretation?: Interpretation): Promise<Outline | null> {
  const error: unknown = await outlineOf(files, interpretation).catch((thrown: unknown) => thrown);
  if (error instanceof MisreadError) return error.outline;
  throw new Error("It was taken.");
}

const rolesOf = ({ fields }: Outline) => fields.map(({ name, role }) => `${name}: ${role}`);

describe("the outline of data", () => {
  test("has each column with its role, the reason and the first rows, and the choices that matter", async () => {
    const outline = (await outlineOf([csv(TABLE)]))!;
    expect(rolesOf(outline)).toEqual(["Id: identifier", "a: feature", "b: feature", "island: ignore", "kind: label"]);
    expect(outline.fields.map(({ cells }) => cells[1])).toEqual([
      "2",
      expect.stringMatching(/^-?\d/),
      "",
      "Biscoe",
      "y",
    ]);
    expect(english(outline.fields[3]!.reason)).toBe("of text");
    expect(outline).toMatchObject({
      of: "columns",
      more: 0,
      choices: { texts: "ignore", decimal: "point", missing: "leaveOut" },
      pictures: null,
    });
  });

  test("lists no column that could not be given a role", async () => {
    const names = ["q".repeat(1500), ...Array.from({ length: 4500 }, (_, i) => `pixel${i}`), "label"];
    const { fields, more } = (await outlineOf([
      csv(`${names.join()}\n${lines(12, (i) => names.map((_, at) => (i + at) % 2).join())}`),
    ]))!;
    expect(fields.length + more).toBe(names.length);
    const said = { columns: fields.map(({ name }) => ({ name, role: "feature" })) };
    expect(schema.safeParse(said).error).toBeUndefined();
  });

  test("has what was said in the place of what was guessed", async () => {
    const outline = (await outlineOf([csv(TABLE)], {
      columns: [{ name: "b", role: "feature" }],
      missing: "mean",
    }))!;
    expect(outline.fields[2]).toMatchObject({ role: "feature", reason: { id: "interpretation.said" } });
    expect(outline.choices.missing).toBe("mean");
  });

  test("shows rows of numbers as the pictures that they could be, square or not", async () => {
    const row = (size: number, i: number) => Array.from({ length: size }, (_, at) => (at * 7 + i) % 256).join(",");
    const square = (await outlineOf([csv(lines(20, (i) => `${i % 2},${row(784, i)}`))]))!;
    expect(square.choices.rows).toBe("pictures");
    expect(square.pictures).toMatchObject({ size: 784, layout: { height: 28, width: 28, channels: 1, turned: false } });
    expect([...square.pictures!.values.subarray(784, 787)]).toEqual([1, 8, 15]);
    const oblong = (await outlineOf([
      csv(
        ["label", ...Array.from({ length: 96 }, (_, i) => `f${i}`)].join(",") +
          `\n${lines(20, (i) => `${i % 2},${row(96, i)}`)}`,
      ),
    ]))!;
    expect(oblong.choices.rows).toBe("features");
    expect(oblong.pictures?.layout).toMatchObject({ height: 8, width: 12 });
  });

  test("offers to train on samples without labels, or to leave them out", async () => {
    const bytes = (length: number) => Uint8Array.from({ length }, (_, i) => (i * 31) % 251);
    const part = (name: string, count: number) => file(`${name}_X.bin`, bytes(count * 96 * 96 * 3));
    const files = [
      part("train", 14),
      file(
        "train_y.bin",
        bytes(14).map((_, i) => 1 + (i % 2)),
      ),
      part("unlabeled", 20),
    ];
    expect((await outlineOf(files))?.choices.unlabeled).toBe("train");
    expect((await outlineOf(files, { unlabeled: "leaveOut" }))?.choices.unlabeled).toBe("leaveOut");
    expect(await outlineOf(files.slice(0, 2))).toBeUndefined();
  });

  test("has arrays with their shapes", async () => {
    const entries = {
      x: npy([36, 4], features(36, 4), f4),
      y: npy([36], classes(36)),
      z: npy([9, 3], features(9, 3), f4),
    };
    const outline = (await outlineOf([file("a.npz", npz(entries))]))!;
    expect(rolesOf(outline)).toEqual(["x: feature", "y: label", "z: ignore"]);
    expect(outline.fields.map(({ cells }) => cells[0])).toEqual([
      "(36, 4) float",
      expect.stringMatching(/^\(36\) /),
      "(9, 3) float",
    ]);
  });

  test("says why a field of records that holds lists of texts is left out", async () => {
    const tags = Array.from({ length: 60 }, (_, i) => `tag${i % 2}`);
    const bytes = npyRecords(30, [
      { name: "a", descr: "<f4", values: Array.from({ length: 30 }, (_, i) => noise(i)) },
      { name: "tags", descr: "|S4", shape: [2], values: tags },
    ]);
    const dataset = await loadDataset({ id: "files", name: "", samples: 60_000 }, 1, pick([file("a.npy", bytes)]));
    expect(sentencesOf(dataset.report!)).toMatch(/columns: 1 of 2\n1 of lists that are not of numbers: tags/);
  });

  test("of IDX images says only how they lie", async () => {
    const outline = (await outlineOf([file("emnist-images.idx", imageBytes(20))]))!;
    expect(outline).toMatchObject({ fields: [], pictures: { open: ["turned"], layout: { turned: true } } });
  });
});

describe("the outline of data that is refused", () => {
  test("has the columns, so that it can be said what they are", async () => {
    const text = `when,who\n${lines(30, (i) => `2024-01-0${(i % 9) + 1},n${i}`)}`;
    const outline = (await outlineOfRefusal([csv(text)]))!;
    expect(rolesOf(outline)).toEqual(["when: ignore", "who: identifier"]);
  });

  test("has what was said in vain as well", async () => {
    const outline = (await outlineOfRefusal([csv(TABLE)], { columns: [{ name: "gone", role: "label" }] }))!;
    expect(rolesOf(outline)).toContain("kind: label");
  });

  test("has the decimal mark where that alone is open", async () => {
    const outline = await outlineOfRefusal([csv(`a;b\n${lines(30, (i) => `1,${100 + i};2,${200 + i}`)}`)]);
    expect(outline?.choices).toEqual({ decimal: "point" });
    const read = await outlineOf([csv(`a;b\n${lines(30, (i) => `1,${100 + i};2,${200 + i}`)}`)], {
      decimal: "comma",
    });
    expect(read?.choices.decimal).toBe("comma");
  });
});
