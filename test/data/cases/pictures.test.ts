import { describe, expect, test } from "vitest";
import { readBrought } from "../../../src/data/readers/readBrought";
import type { Dataset } from "../../../src/data/types";
import { file } from "../readers/idxFiles";
import { ANNOTATION_CASES } from "./pictureAnnotations";
import { PICTURE_LABEL_CASES } from "./pictureLabels";
import { PICTURE_CASES, type PictureCase } from "./pictures";
import { decodeRaw } from "./rawPictures";
import { sentencesOf } from "./sentences";

const encode = (content: string | Uint8Array) =>
  typeof content === "string" ? new TextEncoder().encode(content) : content;

function load({ files, interpretation }: Pick<PictureCase, "files" | "interpretation">): Promise<Dataset> {
  const picked = Object.entries(files).map(([path, content]) => ({
    path,
    file: file(path.split("/").at(-1)!, encode(content)),
  }));
  const wish = { id: "files", name: "", samples: 60_000, interpretation };
  return readBrought(picked, wish, 1, { decodeImage: decodeRaw });
}

/** The pixel at a place of any sample. */
function pixelsAt({ train, shape: [height = 0, width = 0, channels = 0] }: Dataset, y: number, x: number): number[][] {
  const size = height * width * channels;
  const at = (y * width + x) * channels;
  return Array.from({ length: train.count }, (_, i) => [
    ...train.values.subarray(i * size + at, i * size + at + channels),
  ]);
}

describe("pictures as people have them", () => {
  test.each([...PICTURE_CASES, ...PICTURE_LABEL_CASES, ...ANNOTATION_CASES])(
    "$of",
    async ({ right, said = [], unsaid, ...input }) => {
      const dataset = await load(input);
      const { train, test: held, classNames, shape, report } = dataset;
      expect([train.count + held.count, classNames]).toEqual([right.count ?? 12, right.classes ?? []]);
      if (right.test) expect(held.count).toBe(right.test);
      if (right.shape) expect(shape).toEqual(right.shape);
      const half = Math.floor(shape[0]! / 2);
      if (right.middle) expect(pixelsAt(dataset, half, half)).toContainEqual(right.middle);
      if (right.corner) expect(pixelsAt(dataset, shape[0]! - 1, shape[1]! - 1)).toContainEqual(right.corner);
      for (const { found, taken, left } of [...report!.sources, report!.samples])
        expect(taken + left.reduce((sum, { count }) => sum + count, 0)).toBe(found);
      for (const sentence of said) expect(sentencesOf(report!)).toMatch(sentence);
      if (unsaid) expect(sentencesOf(report!)).not.toMatch(unsaid);
    },
  );
});
