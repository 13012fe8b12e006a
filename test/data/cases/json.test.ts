import { describe, expect, test } from "vitest";
import { loadDataset } from "../../../src/data/load";
import { json } from "../../../src/data/readers/json";
import { areRecords } from "../../../src/session/runs/recordFiles";
import { file, pick } from "../readers/idxFiles";
import { npy } from "../readers/numpyFiles";
import { refusal } from "../refusal";
import { holdTo } from "./holdTo";
import { JSON_CASES } from "./jsonTables";
import { sentencesOf } from "./sentences";

const textFile = (name: string, content: string) => file(name, new TextEncoder().encode(content));
const filesOf = (files: Record<string, string>) => Object.entries(files).map(([name, text]) => textFile(name, text));
const load = (files: File[]) => loadDataset({ id: "files", name: "", samples: 60_000 }, 1, pick(files));

describe("JSON as people have it", () => {
  test.each(JSON_CASES)("$of", async ({ files, ...expected }) => {
    await holdTo(json, filesOf(files), expected);
    expect(await areRecords(filesOf(files))).toBe(false);
  });
});

describe("JSON that is no table", () => {
  test.each<[string, string]>([
    ["settings", '{"batchSize": 32, "layers": [1, 2]}'],
    ["settings in settings", '{"model": {"name": "clip"}}'],
    ["numbers", "[1, 2, 3]"],
    ["a list of names", '["ant", "bee"]'],
  ])("stays what it is: %s", async (_, text) => {
    expect(await refusal(load([textFile("a.json", text)]))).toMatch(/^a\.json is of no known format/);
    expect(await areRecords([textFile("a.json", text)])).toBe(true);
  });

  test("comes along with other files, and is left out", async () => {
    const array = npy(
      [24, 4],
      Array.from({ length: 96 }, (_, i) => i % 17),
    );
    const { shape, report } = await load([textFile("about.json", '[{"model": "clip"}]'), file("x.npy", array)]);
    expect(shape).toEqual([4]);
    expect(sentencesOf(report!)).toMatch(/1 of another format .*: about\.json/);
  });
});

describe("what is wrong in JSON is named", () => {
  test.each<[string, string, RegExp]>([
    ["a record", '[{"a": 1}, {"a": 2}, {"a": 03}]', /a\.json, record 3 cannot be read as JSON/],
    ["a line", '{"a": 1}\n{"a": 2}\n{"a": tru}', /a\.json, record 3 cannot be read as JSON/],
    ["the end", '[{"a": 1}, {"a": 2}', /a\.json cannot be read as JSON \(it is cut short\)/],
    ["columns of unequal length", '{"a": [1, 2], "b": [1]}', /column b is 1 long, those before it 2/],
    ["paths alone", '[{"file_name": "0.png"}, {"file_name": "1.png"}]', /bring the pictures along/],
    ["nothing", "[{}]", /a\.json holds no records/],
  ])("%s", async (_, text, message) => {
    expect(await refusal(load([textFile("a.json", text)]))).toMatch(message);
  });
});
