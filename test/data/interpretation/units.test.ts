import { expect, test } from "vitest";
import { loadDataset } from "../../../src/data/load";
import { sentencesOf } from "../cases/sentences";
import { noise } from "../cases/tableTexts";
import { file, pick } from "../readers/idxFiles";

const ROWS = Array.from({ length: 60 }, (_, i) => `${noise(i)},${noise(i + 99)},${["idle", "run"][i % 2]}`);
const OPTIONS = { id: "files", name: "", samples: 60_000, colour: "keep" } as const;
const load = (second: string) => {
  const text = ["temp,current,state", second, ...ROWS].join("\n");
  return loadDataset(OPTIONS, 1, pick([file("log.csv", new TextEncoder().encode(text))]));
};

test("a second header of units is left out, and not said to be of missing cells alone", async () => {
  const { report, classNames } = await load("mm,A,-");
  expect(sentencesOf(report!)).toMatch(/1 with words among numbers, such as units, or missing cells: log\.csv:2/);
  expect(classNames).toEqual(["idle", "run"]);
  expect(sentencesOf((await load("1.5,,idle")).report!)).toMatch(/1 with missing cells: log\.csv:2/);
});
