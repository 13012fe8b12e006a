import { expect, test } from "vitest";
import { loadDataset } from "../../../src/data/load";
import { columnNames } from "../../../src/ui/data/columnNames";
import { noise } from "../../data/cases/tableTexts";
import { file, pick } from "../../data/readers/idxFiles";

const TABLE = ["id,height,kind,weight,color"].concat(
  Array.from({ length: 60 }, (_, i) => `n${i},${noise(i)},${"xyz"[i % 3]},${noise(i + 99)},${["red", "blue"][i % 2]}`),
);
const OPTIONS = { id: "files", name: "", samples: 60_000, colour: "keep" } as const;
const files = () => pick([file("a.csv", new TextEncoder().encode(TABLE.join("\n")))]);

test("dimensions are called by their columns, in their order", async () => {
  const interpretation = { columns: [{ name: "kind", role: "label" as const }] };
  expect(columnNames(await loadDataset({ ...OPTIONS, interpretation }, 1, files()))).toEqual(["height", "weight"]);
});

test("dimensions have no names where a column became several of them", async () => {
  const columns = [
    { name: "kind", role: "label" as const },
    { name: "color", role: "categories" as const },
  ];
  expect(columnNames(await loadDataset({ ...OPTIONS, interpretation: { columns } }, 1, files()))).toBeNull();
});

test("dimensions of what is no table have no names", () => {
  expect(columnNames({ shape: [2] })).toBeNull();
});
