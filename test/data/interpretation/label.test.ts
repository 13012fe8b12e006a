import { expect, test } from "vitest";
import { loadDataset } from "../../../src/data/load";
import { english } from "../../../src/i18n/translate";
import { noise } from "../cases/tableTexts";
import { file, pick } from "../readers/idxFiles";

const line = (i: number) =>
  JSON.stringify({
    meta: { lang: ["de", "en"][i % 2] },
    topic: ["bug", "praise", "question"][i % 3],
    embedding: [noise(i), noise(i + 99), noise(i + 777)],
  });
const RECORDS = Array.from({ length: 60 }, (_, i) => line(i)).join("\n");
const OPTIONS = { id: "files", name: "", samples: 60_000, colour: "keep" } as const;

test("of several columns of words the one whose name says so is the label, wherever it stands", async () => {
  const records = file("tickets.jsonl", new TextEncoder().encode(RECORDS));
  const { classNames, report } = await loadDataset(OPTIONS, 1, pick([records]));
  expect(classNames).toEqual(["bug", "praise", "question"]);
  expect(english(report!.labels)).toBe("Column topic (its name says so).");
});

test.each(["kind", "leaf_type", "Sorte"])("a column %s before one of colors is the label", async (name) => {
  const rows = Array.from({ length: 60 }, (_, i) => `${["a", "b", "c"][i % 3]},${noise(i)},${["red", "blue"][i % 2]}`);
  const table = file("leaves.csv", new TextEncoder().encode([`${name},length,color`, ...rows].join("\n")));
  expect((await loadDataset(OPTIONS, 1, pick([table]))).classNames).toEqual(["a", "b", "c"]);
});
