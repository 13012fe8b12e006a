import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Page } from "playwright";
import { describe, expect, onTestFailed, onTestFinished, test } from "vitest";
import { storedSide } from "../../../src/data/assembly/resize";
import { datasetName } from "../../../src/data/sources/files";
import type { RunRecord } from "../../../src/record/record";
import { ARRAY_CASES } from "../../data/cases/arrays";
import { CASES, caseFiles } from "../../data/cases/folder";
import { FOLDER_ROWS, type FolderRow, REFUSED_ROWS } from "../../data/cases/folderRows";
import { PACKED_CASES, PACKED_REFUSED } from "../../data/cases/packed";
import { PARQUET_CASES } from "../../data/cases/parquetTables";
import { TABLE_CASES } from "../../data/cases/tables";
import { utf8 } from "../../data/cases/tableTexts";
import type { NamedFile } from "../../data/fuzz/doors";
import { IS_THOROUGH } from "../../support/thorough";
import { withBrowser } from "../browser";
import { drop } from "../support/bringing";
import { LONG_ADDRESS, TINY_ADDRESS } from "../tiny";

/**
 * Every kind of file that people have, through the page's own ways in: what the page says of it has to be what is right. Where the originals
 * are on this machine (../shared/cases), they are brought as well.
 */

const site = withBrowser();
const ADDRESS = `#${TINY_ADDRESS}&backend=wasm`;

type Right = Pick<FolderRow, "samples" | "classes" | "test" | "shape" | "left" | "said">;
type Case = Right & { of: string; files: NamedFile[] };

interface Made {
  of: string;
  files: Record<string, string | Uint8Array>;
  right: { count: number; test?: number; shape: number[]; classes: string[] | null };
  said?: RegExp[];
}

/** Tables and arrays that tests of their readers make (test/data/cases). What is said there is not said in the page's words. */
const made = ({ of, files, right }: Made): Case => ({
  of,
  files: Object.entries(files).map(([path, content]) => ({
    path,
    bytes: typeof content === "string" ? utf8(content) : content,
  })),
  samples: right.count + (right.test ?? 0),
  classes: right.classes ?? [],
  shape: right.shape,
});

async function originals(path: string | string[]): Promise<NamedFile[]> {
  const files = [path].flat().flatMap(caseFiles);
  return Promise.all(
    files.map(async ({ path: own, file }) => ({ path: own, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
}

/** Drops files, or chooses a folder of them. */
async function bring(page: Page, files: NamedFile[]): Promise<void> {
  if (!files.some(({ path }) => path.includes("/")))
    return drop(
      page,
      files.map(({ path, bytes }) => ({ name: path, bytes })),
    );
  const root = mkdtempSync(join(tmpdir(), "flatnce-cases-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const { path, bytes } of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), bytes);
  }
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose folder" }).click();
  await (await chooser).setFiles(join(root, files[0]!.path.split("/")[0]!));
}

const recordNow = (page: Page): Promise<RunRecord> => page.evaluate(() => window.playground.record());
const nameNow = async (page: Page) => {
  const { dataset } = (await recordNow(page)).config;
  return "name" in dataset ? dataset.name : "";
};

const FIRST = [
  { name: "first.csv", bytes: utf8(Array.from({ length: 60 }, (_, i) => `${i % 7},${i % 5},${i % 2}`).join("\n")) },
];

/** Everything that the page says of its data: the line beside the settings, and the panel. */
async function saidOf(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Look at the data" }).click();
  const dialog = page.getByRole("dialog", { name: /./ });
  await dialog.getByRole("region", { name: "What was read" }).waitFor();
  const text = (await page.locator("body").textContent()) ?? "";
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  return text;
}

async function expectSaid(page: Page, files: NamedFile[], right: Right & Pick<FolderRow, "seen">): Promise<void> {
  await bring(page, files);
  await expect.poll(() => nameNow(page), { timeout: 30_000 }).toBe(datasetName(files.map(({ path }) => path)));
  expect((await recordNow(page)).dataReport?.samples.taken).toBe(right.samples);
  const said = await saidOf(page);
  const counts = /([\d,]+) to train on(?: \(no labels\), ([\d,]+) to measure with)?, ([\d,]+) held out, (.*?)\./.exec(
    said,
  );
  const [train, bank, held] = counts!.slice(1, 4).map((count) => Number((count ?? "0").replace(",", "")));
  expect(train! + bank! + held!).toBe(right.samples);
  if (right.test !== undefined) expect(held).toBe(right.test);
  if (right.shape) {
    const [height, width, channels] = right.shape;
    if (width === undefined) expect(counts![4]).toMatch(`${height} number`);
    else
      expect(counts![4]).toBe(
        `${storedSide(height!)} \u00d7 ${storedSide(width)} pixels${channels === 3 ? " in colour" : ""}`,
      );
  }
  for (const [why, count] of Object.entries(right.left ?? {}))
    expect(said).toMatch(new RegExp(`${count} [^:]*${escaped(why)}`));
  for (const sentence of [...(right.said ?? []), ...(right.seen ?? [])]) expect(said).toMatch(sentence);
  if (typeof right.classes !== "number") for (const name of right.classes) expect(said).toContain(name);
}

function escaped(text: string): string {
  return text.replace(/[()[\]\\.*+?^$|{}]/g, "\\$&");
}

/** One page for all of them, as somebody would try one after the other. */
describe.runIf(IS_THOROUGH)("files as people have them, on the page", () => {
  const copies: Case[] = [...PACKED_CASES, ...[...TABLE_CASES, ...ARRAY_CASES, ...PARQUET_CASES].map(made)];
  const rows = CASES ? FOLDER_ROWS.map((row) => ({ ...row, of: String(row.path) })) : [];
  let [page, complaints]: Partial<Awaited<ReturnType<typeof site.open>>> = [];

  test.for([...copies, ...rows])("$of is read as is right", async (given) => {
    const files = "files" in given ? given.files : await originals(given.path);
    if (!page) {
      [page, complaints] = await site.open(`${ADDRESS}&steps=4`);
      await drop(page, FIRST);
    }
    // Many are called alike: what came before must not be taken for what comes.
    if ((await nameNow(page)) === datasetName(files.map(({ path }) => path))) await drop(page, FIRST);
    await expect.poll(() => nameNow(page!)).not.toBe(datasetName(files.map(({ path }) => path)));
    onTestFailed(() => page?.keyboard.press("Escape"));
    await expectSaid(page, files, given);
    expect(complaints!.list).toEqual([]);
  });

  test("are refused with the way out where nothing can be read, and the run goes on", async () => {
    const [page] = await site.open(`#${LONG_ADDRESS}&backend=wasm`);
    await page.getByRole("button", { name: "Play" }).click();
    const step = () => page.getByRole("progressbar", { name: "Step" }).getAttribute("aria-valuenow").then(Number);
    const notice = page.getByRole("alert").filter({ hasText: "The run could not be started" });
    const rows = await Promise.all(
      (CASES ? REFUSED_ROWS : []).map(async ([path, message]) => ({ files: await originals(path), message })),
    );
    for (const { files, message } of [...PACKED_REFUSED, ...rows]) {
      await bring(page, files);
      await expect.poll(() => notice.textContent()).toMatch(message);
      const before = await step();
      await expect.poll(step).toBeGreaterThan(before);
    }
  });
});
