import fc from "fast-check";
import { expect, it } from "vitest";
import { memoryStore } from "../../src/storage/documentStore";
import { type KeptLab, readableLab, readKeptLab } from "../../src/storage/keptLab";
import { labsIn } from "../../src/storage/labArchive";
import { ENVIRONMENT } from "../session/fakeService";

const row = { xi: 1, format: "float16", form: "stable", source: "device", positive: 0.1, anchor: 0.2, value: null };
const LAB: KeptLab = {
  key: "precision {}",
  lab: "precision",
  config: {},
  environment: { ...ENVIRONMENT, refused: [], kernelsRefused: null },
  startedAt: "2026-01-01T00:00:00.000Z",
  durationMs: 1,
  finished: true,
  rows: [row],
};
const JUNK = { ...LAB, rows: [row, { junk: true }] } as unknown as KeptLab;

it("reads a result as it was kept", async () => {
  const archive = labsIn(memoryStore("key"));
  await archive.put(LAB);
  expect(await archive.get(LAB.key)).toEqual(LAB);
  expect(await archive.unreadable()).toEqual([]);
});

it("reads the rows that it can, and lists the others with the reason", async () => {
  const store = memoryStore("key");
  await store.put(JUNK);
  expect(await labsIn(store).get(LAB.key)).toEqual({ ...LAB, finished: false });
  const [document] = await labsIn(store).unreadable();
  expect(document).toMatchObject({ key: LAB.key, content: JUNK });
  expect(document?.reasons[0]?.path).toBe("rows[1].xi");
});

it.each([
  ["no result at all", { key: LAB.key, rows: "junk" }],
  ["a lab that this version does not have", { ...LAB, lab: "ofTomorrow" }],
  ["rows that are none", { ...LAB, rows: 7 }],
  ["no device", { ...LAB, environment: {} }],
])("reads nothing of %s, and lists it", async (_, content) => {
  const store = memoryStore("key");
  await store.put(content);
  expect(await labsIn(store).get(LAB.key)).toBeNull();
  expect(await labsIn(store).unreadable()).toMatchObject([{ content }]);
});

it("does not overwrite what it cannot read", async () => {
  const store = memoryStore("key");
  await store.put(JUNK);
  const archive = labsIn(store);
  expect(await archive.put(LAB)).toBe(true);
  expect(await archive.put(LAB)).toBe(false);
  await archive.removeUnreadable(LAB.key);
  expect(await archive.get(LAB.key)).toEqual(LAB);
  const [document, ...others] = await archive.unreadable();
  expect(others).toEqual([]);
  expect(document?.content).toMatchObject({ rows: JUNK.rows });
  await archive.removeUnreadable(document!.key);
  expect(await archive.unreadable()).toEqual([]);
});

it("may hold anything", () => {
  fc.assert(fc.property(fc.anything(), (content) => !readKeptLab(content).ok && readableLab(content) === null));
});
