import { describe, expect, test } from "vitest";
import { readBrought } from "../../../src/data/readers/readBrought";
import type { DataReport, Tally } from "../../../src/data/report/report";
import type { PickedFile } from "../../../src/data/types";
import { english } from "../../../src/i18n/translate";
import type { NamedFile } from "../fuzz/doors";
import { expectSums } from "../fuzz/outcome";
import { file } from "../readers/idxFiles";
import { refusal } from "../refusal";
import { CASES, caseFiles, pretendToDecode } from "./folder";
import { FOLDER_ROWS, type FolderRow, REFUSED_ROWS } from "./folderRows";
import { PACKED_CASES, PACKED_REFUSED } from "./packed";
import { sentencesOf } from "./sentences";

const load = (files: PickedFile[]) =>
  readBrought(files, { id: "files", name: "", samples: 60_000 }, 1, { decodeImage: pretendToDecode });
const fromCode = (files: NamedFile[]) =>
  files.map(({ path, bytes }) => ({ path, file: file(path.split("/").at(-1)!, bytes) }));

const leftOf = ({ sources, samples }: DataReport) =>
  [...sources, samples].flatMap(({ left }: Tally) => left.map(({ count, why }) => [english(why), count] as const));

async function expectRight(files: PickedFile[], right: Omit<FolderRow, "path">): Promise<void> {
  const { samples, classes, shape: side, test: held, left = {}, said = [] } = right;
  const { report, train, test: own, classNames, shape } = await load(files);
  expect(train.count + own.count).toBe(samples);
  if (typeof classes === "number") expect(classNames).toHaveLength(classes);
  else expect(classNames).toEqual(classes);
  if (side) expect(shape).toEqual(side);
  if (held !== undefined) expect(own.count).toBe(held);
  expectSums(report!);
  for (const [why, count] of Object.entries(left))
    expect(leftOf(report!).find(([reason]) => reason.includes(why))?.[1]).toBe(count);
  for (const sentence of said) expect(sentencesOf(report!)).toMatch(sentence);
}

describe("archives as people have them, made here", () => {
  test.each(PACKED_CASES)("$of", ({ files, ...right }) => expectRight(fromCode(files), right));

  test.each(PACKED_REFUSED)("$of is refused with the way out", async ({ files, message }) => {
    expect(await refusal(load(fromCode(files)))).toMatch(message);
  });
});

if (!CASES) console.log("Skipped: the cases are not on this machine (../shared/cases)");

describe.skipIf(!CASES)("files as people have them", () => {
  test.each(FOLDER_ROWS)("$path", ({ path, ...right }) => expectRight([path].flat().flatMap(caseFiles), right));

  test.each(REFUSED_ROWS)("%s is refused with the way out", async (path, message) => {
    expect(await refusal(load(caseFiles(path)))).toMatch(message);
  });
});
