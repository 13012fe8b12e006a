import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { LETTERS } from "../../../src/data/sources/glyphs/letters";
import { loadGlyphs } from "../../../src/data/sources/glyphs/load";
import { flatten } from "../../../src/data/sources/glyphs/path";
import { coverDisc, coverSegment, SIDE } from "../../../src/data/sources/glyphs/raster";

const load = (seed: number, classes = 16, samples = 64) => loadGlyphs({ id: "glyphs", classes, samples }, seed);
const digest = (values: Uint8Array | Float32Array) => createHash("sha256").update(values).digest("hex");

describe("the embedded images", () => {
  test("have the same bytes on every machine", async () => {
    const { train, test: held } = await load(1);
    expect(digest(train.values)).toBe("e6b0d743b1fe722d2f48ace796c6df4e107f70b20a77884772fce09c6ffad1b7");
    expect(digest(held.values)).toBe("dc8b900fad21d22b15bf17c28b31267546df1783bd7ec946a4fc785edb510908");
  });

  test("have the shape, the classes and the counts that were asked for", async () => {
    const dataset = await load(1, 5, 100);
    expect(dataset.shape).toEqual([32, 32, 1]);
    expect(dataset.classNames).toEqual(["A", "B", "E", "F", "G"]);
    expect([dataset.train.count, dataset.test.count]).toEqual([100, 200]);
    expect(dataset.train.values.length).toBe(100 * 1024);
    for (let label = 0; label < 5; label++)
      expect(dataset.train.labels!.filter((other) => other === label).length).toBe(20);
  });

  test("a letter's image does not depend on how many others there are", async () => {
    const [few, many] = [await load(3, 16, 64), await load(3, 16, 128)];
    expect(digest(many.train.values.slice(0, few.train.values.length))).toBe(digest(few.train.values));
    expect(digest(many.test.values)).toBe(digest(few.test.values));
  });

  test("differ between seeds, between samples, and between training and held-out", async () => {
    const [one, two] = [await load(1), await load(2)];
    const pictures = [one.train, one.test, two.train].flatMap(({ values, count }) =>
      Array.from({ length: count }, (_, i) => digest(values.slice(i * 1024, (i + 1) * 1024))),
    );
    expect(new Set(pictures).size).toBe(pictures.length);
  });

  test("every letter stands out from its ground", async () => {
    const { train } = await load(1, 16, 320);
    for (let i = 0; i < train.count; i++) {
      const sorted = [...train.values.subarray(i * 1024, (i + 1) * 1024)].toSorted((a, b) => a - b);
      const [ground, bright] = [sorted[512]!, sorted[1024 - 31]!];
      expect(bright - ground).toBeGreaterThan(35);
    }
  });

  test("pixels alone say little: nearest neighbours confuse the letters", async () => {
    const { train, test: held } = await load(1, 16, 1600);
    let right = 0;
    for (let i = 0; i < held.count; i++) {
      const query = held.values.subarray(i * 1024, (i + 1) * 1024);
      let best = { distance: Number.POSITIVE_INFINITY, label: -1 };
      for (let j = 0; j < train.count; j++) {
        let distance = 0;
        for (let p = 0; p < 1024; p++) distance += (query[p]! - train.values[j * 1024 + p]!) ** 2;
        if (distance < best.distance) best = { distance, label: train.labels![j]! };
      }
      if (best.label === held.labels![i]) right++;
    }
    expect(right / held.count).toBeGreaterThan(0.1);
    expect(right / held.count).toBeLessThan(0.6);
  });

  test("progress ends at the last chunk", async () => {
    const shares: number[] = [];
    await loadGlyphs({ id: "glyphs", classes: 16, samples: 2000 }, 1, { onProgress: (share) => shares.push(share) });
    expect(shares).toEqual([0.2, 0.4, 0.6, 0.8, 1]);
  });
});

describe("strokes", () => {
  test("every construction of the 16 letters stays near its box", () => {
    expect(LETTERS.map(({ name }) => name).join("")).toBe("ABEFGHKMNPRSTXZ4");
    for (const { constructions } of LETTERS)
      for (const value of constructions.flatMap(flatten).flat()) expect(Math.abs(value)).toBeLessThan(1.2);
  });

  test("curves are flattened through their points", () => {
    expect(flatten("M0 50 L100 50")[0]!.slice(-2)).toEqual([1, 0]);
    const half = flatten("M0 0 Q50 100 100 0")[0]!;
    for (let i = 0; i < half.length; i += 2) expect(half[i + 1]).toBeCloseTo(-half[i]! * half[i]!, 12);
    expect(flatten("M0 0 C0 100 100 100 100 0")[0]!.slice(-2)).toEqual([1, -1]);
  });

  test("an unknown command is refused", () => {
    expect(() => flatten("M0 0 A1 2 3")).toThrow(/Unknown path command A1 2 3/);
  });
});

describe("the rasteriser", () => {
  const total = (coverage: Float64Array) => coverage.reduce((sum, share) => sum + share, 0);
  const blank = () => new Float64Array(SIDE * SIDE);

  test("covers the area of a disc", () => {
    const coverage = blank();
    coverDisc(coverage, 16.3, 15.8, 6);
    expect(total(coverage) / (Math.PI * 36)).toBeCloseTo(1, 2);
  });

  test("covers the area of a stroke, with round and with straight ends", () => {
    const [round, cut] = [blank(), blank()];
    const segment = { x0: 8.2, y0: 9.1, x1: 22.7, y1: 20.4, radius: 2 };
    const area = 4 * Math.sqrt(14.5 ** 2 + 11.3 ** 2);
    coverSegment(round, segment);
    coverSegment(cut, { ...segment, cutStart: true, cutEnd: true });
    expect(total(round) / (area + Math.PI * 4)).toBeCloseTo(1, 1);
    expect(Math.abs(total(cut) / area - 1)).toBeLessThan(0.04);
  });

  test("a segment without length is a disc, and shapes outside leave no trace", () => {
    const [dot, disc] = [blank(), blank()];
    coverSegment(dot, { x0: 5, y0: 6, x1: 5, y1: 6, radius: 2 });
    coverDisc(disc, 5, 6, 2);
    expect(dot).toEqual(disc);
    coverDisc(disc.fill(0), -20, 50, 3);
    expect(total(disc)).toBe(0);
  });
});
