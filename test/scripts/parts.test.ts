import { expect, test } from "vitest";
import { billOf, folderOf, licencesOf, partsOf } from "../../scripts/parts";

test("a module's package is found, in whatever folder and on whatever system", () => {
  expect(folderOf("/a/node_modules/@mantine/core/esm/index.mjs")).toBe("node_modules/@mantine/core");
  expect(folderOf("C:\\a\\node_modules\\katex\\node_modules\\commander\\index.js?v=1")).toBe(
    "node_modules/katex/node_modules/commander",
  );
  expect(folderOf("/a/src/main.tsx")).toBeNull();
});

test("parts say their versions and licences, once each", () => {
  const parts = partsOf([
    "node_modules/react",
    "node_modules/@tensorflow/tfjs-core",
    "node_modules/react",
    "node_modules/none",
  ]);
  expect(parts.map(({ name, licence }) => [name, licence])).toEqual([
    ["@tensorflow/tfjs-core", "Apache-2.0"],
    ["react", "MIT"],
  ]);
  expect(licencesOf(parts)).toMatch(/FlatNCE Playground[\s\S]+react \d+\.\d+\.\d+ \(MIT\)\n\n.*MIT License/);
  expect(JSON.parse(billOf(parts)).components[0]).toMatchObject({
    purl: expect.stringMatching(/^pkg:npm\/%40tensorflow\/tfjs-core@4/),
    licenses: [{ license: { id: "Apache-2.0" } }],
  });
});
