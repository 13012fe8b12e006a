import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { zipSync } from "fflate";
import type { Page, Route } from "playwright";
import { describe, expect, onTestFinished, test } from "vitest";
import type { RunRecord } from "../../src/record/record";
import { serveFiles } from "../data/download/fileServer";
import { imageBytes, labelBytes } from "../data/readers/idxFiles";
import { imageParquet } from "../data/readers/parquetFiles";
import { png } from "../data/readers/pngFiles";
import { IS_THOROUGH } from "../support/thorough";
import { seriousProblems, withBrowser } from "./browser";
import { drop, dropLink, paste, pick, type UserFile } from "./support/bringing";
import { LONG_ADDRESS, TINY_ADDRESS } from "./tiny";

const site = withBrowser();
const ADDRESS = `#${TINY_ADDRESS}&backend=wasm`;

const images = (count: number): UserFile => ({ name: "digits-images.idx", bytes: imageBytes(count) });
const labels = (count: number): UserFile => ({ name: "digits-labels.idx", bytes: labelBytes(count) });

const COLORS = { moss: [0, 90, 0], sky: [40, 80, 255], ash: [70, 70, 70] } as const;

/** So many images of each color, in a folder of its name. */
function colorImages(each: number): Record<string, Uint8Array> {
  const entries = Object.entries(COLORS).flatMap(([name, color]) =>
    Array.from({ length: each }, (_, i) => [`${name}/${i}.png`, png(40, 32, [...color])] as const),
  );
  return Object.fromEntries(entries);
}

async function train(page: Page): Promise<RunRecord> {
  await page.getByRole("button", { name: "Play" }).click();
  await expect.poll(() => stepsDone(page)).toBe(4);
  return recordOf(page);
}

const recordOf = (page: Page): Promise<RunRecord> => page.evaluate(() => window.playground.record());
const stepsDone = (page: Page) => recordOf(page).then((record) => record.stepsDone);
const dataOf = (page: Page) => recordOf(page).then(({ config }) => config.dataset);

describe("files of the user's own", () => {
  test("are trained on when they are picked", async () => {
    const [page, complaints] = await site.open(`${ADDRESS}&steps=4`);
    await pick(page, [images(90), labels(90)]);
    await expect.poll(() => dataOf(page)).toMatchObject({ id: "files", name: "digits-images.idx, digits-labels.idx" });
    const taken = "75 to train on, 15 held out, 28 \u00d7 28 pixels. All that the data holds is used.";
    await page.getByText(taken).waitFor();
    await page.getByRole("textbox", { name: "Samples at most", exact: true }).waitFor();
    await page.getByRole("button", { name: "Play" }).click();
    await expect.poll(() => stepsDone(page)).toBe(4);
    const { summary } = await recordOf(page);
    expect(summary.knnAccuracy?.[0]?.n).toBe(2);
    expect(complaints.list).toEqual([]);
  });

  test.runIf(IS_THOROUGH)("are trained on when they are dropped, without labels too", async () => {
    const [page, complaints] = await site.open(`${ADDRESS}&steps=4`);
    await drop(page, [images(90)]);
    await expect.poll(() => dataOf(page)).toMatchObject({ id: "files", name: "digits-images.idx" });
    await page.getByText("No labels: accuracies cannot be measured.").waitFor();
    await page.getByRole("button", { name: "Play" }).click();
    await expect.poll(() => stepsDone(page)).toBe(4);
    expect((await recordOf(page)).summary.knnAccuracy).toBeUndefined();
    expect(complaints.list).toEqual([]);
  });

  test.runIf(IS_THOROUGH)(
    "bring settings of their kind, are kept when asked for, and asked for again once they are deleted",
    async () => {
      const [page, complaints] = await site.open(`${ADDRESS}&preset=points&steps=4`);
      await drop(page, [images(90), labels(90)]);
      await page.getByRole("button", { name: "Set up for images" }).click();
      await expect.poll(() => recordOf(page).then(({ config }) => config.encoder.id)).toBe("convnet");
      await page.getByRole("button", { name: "Undo" }).click();
      await expect.poll(() => recordOf(page).then(({ config }) => config.encoder.id)).toBe("mlp");
      await page.getByText("Keep these 2 files (71 kB) on this device?").waitFor();
      await page.getByRole("button", { name: "Keep on this device" }).click();
      await page.getByText("Own files kept on this device").waitFor();
      await expect.poll(() => page.evaluate(() => location.hash)).toContain("dataset.id=files");
      await page.reload();
      await page.evaluate(() => window.playground.ready);
      const name = "digits-images.idx, digits-labels.idx";
      expect(await dataOf(page)).toMatchObject({ id: "files", name });
      await train(page);
      await page.getByRole("button", { name: `Delete ${name}` }).click();
      await page.getByText("Own files kept on this device").waitFor({ state: "hidden" });
      await page.reload();
      await page.getByText(`These settings are of your own files: ${name}`).waitFor();
      await drop(page, [images(90), labels(90)]);
      await page.getByRole("region", { name: "Files to drop again" }).waitFor({ state: "hidden" });
      await expect.poll(() => dataOf(page)).toMatchObject({ id: "files", name });
      expect(complaints.list).toEqual([]);
    },
  );

  // Readers and archives have tests of their own (test/data).
  test.runIf(IS_THOROUGH)("may be images in a ZIP or a folder, whose own folders are the classes", async () => {
    const [page, complaints] = await site.open(`${ADDRESS}&steps=4`);
    const summary = page.getByText("75 to train on, 15 held out, 32 \u00d7 32 pixels in colour.");
    await pick(page, [{ name: "colours.zip", bytes: zipSync(colorImages(30)) }]);
    await expect.poll(() => dataOf(page)).toMatchObject({ name: "colours.zip" });
    await summary.waitFor();

    const folder = join(mkdtempSync(join(tmpdir(), "flatnce-")), "colours");
    for (const [path, bytes] of Object.entries({ ...colorImages(30), ".DS_Store": Uint8Array.of(1) })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Choose folder" }).click();
    await (await chooser).setFiles(folder);
    await expect.poll(() => dataOf(page)).toMatchObject({ id: "files", name: "colours" });
    await summary.waitFor();
    expect((await train(page)).summary.knnAccuracy?.[0]?.n).toBe(2);
    expect(complaints.list).toEqual([]);
    rmSync(dirname(folder), { recursive: true });
  });

  test.runIf(IS_THOROUGH)(
    "train without labels and are measured by the few that have one, and the record says so",
    async () => {
      const [page, complaints] = await site.open(`${ADDRESS}&steps=4`);
      const rows = Array.from(
        { length: 120 },
        (_, i) => `${i % 7}.5,${i % 5}.25,${i < 36 ? ["ash", "oak"][i % 2] : ""}`,
      );
      await pick(page, [{ name: "few.csv", bytes: new TextEncoder().encode(["a,b,label", ...rows].join("\n")) }]);
      await page.getByText("84 to train on (no labels), 30 to measure with, 6 held out, 2 numbers each.").waitFor();
      const { summary, config } = await train(page);
      expect([summary.knnAccuracy?.[0]?.n, summary.probeAccuracy?.[0]?.n]).toEqual([2, 2]);
      expect(config.dataset).toMatchObject({ id: "files", name: "few.csv" });
      await page.getByRole("button", { name: "Look at the data" }).click();
      await page.getByText(/^30 labelled samples, .*84 samples without labels train/).waitFor();
      expect(complaints.list).toEqual([]);
    },
  );

  test.runIf(IS_THOROUGH)("may be two views of each sample, in one table", async () => {
    const [page, complaints] = await site.open(`${ADDRESS}&steps=4`);
    const rows = Array.from({ length: 90 }, (_, i) => [i % 7, i % 5, (i % 7) + 0.1, (i % 5) - 0.1, i % 3].join(","));
    const bytes = new TextEncoder().encode(["a_x,a_y,b_x,b_y,label", ...rows].join("\n"));
    await pick(page, [{ name: "pairs.csv", bytes }]);
    await page.getByText("75 to train on, 15 held out, 2 numbers each.").waitFor();
    await page.getByRole("button", { name: "Play" }).click();
    await expect.poll(() => stepsDone(page)).toBe(4);
    expect(complaints.list).toEqual([]);
  });
});

describe("data from elsewhere", () => {
  const classes = ["ant", "bee", "cow"];
  const parquet = Buffer.from(imageParquet({ count: 300, classes, groupSize: 30 }));

  test.runIf(IS_THOROUGH)(
    "is fetched from an address that is pasted, of Parquet in stretches, and trained on",
    async () => {
      const server = await serveFiles({ "flowers.parquet": parquet });
      const [page, complaints] = await site.open(`${ADDRESS}&steps=4`);
      await paste(page, server.url("other.parquet"), "Batch size");
      await paste(page, server.url("flowers.parquet"));
      await expect.poll(() => dataOf(page)).toMatchObject({ id: "url", url: server.url("flowers.parquet") });
      await page.getByText("250 to train on, 50 held out, 28 \u00d7 28 pixels in colour.").waitFor();
      expect(server.requests.filter((request) => !/^(HEAD|GET flowers.parquet bytes=)/.test(request))).toEqual([]);
      expect((await train(page)).summary.knnAccuracy?.[0]?.n).toBe(2);
      expect(complaints.list).toEqual([]);
      await server.close();
    },
  );

  test.runIf(IS_THOROUGH)(
    "of a published set is fetched when it is asked for, and is there without a network from then on",
    async () => {
      const tiny = TINY_ADDRESS.split("&").filter((field) => !field.startsWith("dataset."));
      const address = `#${tiny.join("&")}&backend=wasm&dataset.id=public&dataset.samples=64`;
      const [page, complaints] = await site.open(address, { serviceWorkers: "allow" });
      await page.getByText("MNIST is not on this device yet.").waitFor();
      expect(await page.getByText("no run").isVisible()).toBe(true);
      await page.context().route("https://huggingface.co/**", (route) => route.fulfill({ body: parquet }));
      await page.getByRole("button", { name: "Download and use (18 MB)" }).first().click();
      await page.getByText("64 to train on, 200 held out").waitFor();
      const kept = page.getByText(/^Kept on this device: 2 files/);
      await kept.waitFor();
      expect(complaints.list).toEqual([]);

      await page.evaluate(() => navigator.serviceWorker.ready);
      await page.context().unrouteAll();
      await page.context().setOffline(true);
      await page.reload();
      await page.getByText("64 to train on, 200 held out").waitFor();
      await kept.click();
      await page.getByRole("button", { name: "Delete MNIST, test" }).click();
      await page.getByText(/^Kept on this device: 1 file,/).waitFor();
      await page.getByRole("button", { name: "Delete all" }).click();
      await page.getByText(/^Kept on this device/).waitFor({ state: "detached" });
    },
  );
});

describe("data that cannot be used", () => {
  const wrongMagic = { name: "digits-images.idx", bytes: imageBytes(90).fill(0x99, 0, 4) };
  const truncated = { name: "digits-images.idx", bytes: imageBytes(90).subarray(0, 5000) };
  /** Brings an address whose server answers in a certain way. */
  const ask = async (page: Page, name: string, answer: (route: Route) => Promise<void>, bring = paste) => {
    await page.context().route(`https://data.example/${name}`, answer);
    await bring(page, `https://data.example/${name}`);
  };
  const other = { "Access-Control-Allow-Origin": "https://other.example" };
  /** One for each way in; the reasons have unit tests (test/data). */
  const cases: [bring: (page: Page) => Promise<void>, reason: RegExp][] = [
    [(page) => pick(page, [wrongMagic]), /digits-images\.idx is not an IDX file: it begins with 0x99999999, expected/],
    [(page) => drop(page, [truncated, labels(90)]), /digits-images\.idx.*5000 bytes/],
    [
      (page) => ask(page, "a.csv", (route) => route.fulfill({ headers: other, body: "1" })),
      /\(CORS\): download .* drop it/,
    ],
    [
      (page) => ask(page, "none.csv", (route) => route.fulfill({ status: 404 }), dropLink),
      /404 \(there is no such file\)/,
    ],
  ];

  test("is refused with the reason, and the run goes on", async () => {
    const [page] = await site.open(`#${LONG_ADDRESS}&backend=wasm`);
    await page.getByRole("button", { name: "Play" }).click();
    const step = () => page.getByRole("progressbar", { name: "Step" }).getAttribute("aria-valuenow").then(Number);
    const notice = page.getByRole("alert").filter({ hasText: "The run could not be started" });
    await expect.poll(step).toBeGreaterThan(1);
    for (const [bring, reason] of IS_THOROUGH ? cases : [cases[0]!, cases[2]!]) {
      await bring(page);
      await expect.poll(() => notice.textContent()).toMatch(reason);
      const before = await step();
      await expect.poll(step).toBeGreaterThan(before);
    }
    expect((await dataOf(page)).id).toBe("points");
    await notice.getByRole("button", { name: "Dismiss" }).click();
    await notice.waitFor({ state: "detached" });
  });
});

test.runIf(IS_THOROUGH)(
  "leaves as a report that has no script and asks for nothing, and as an archive that is kept again when it is dropped",
  async () => {
    const [page, complaints] = await site.open(ADDRESS);
    await page.evaluate(() => window.playground.step(2));
    const report = await saved(page, "h");
    const reader = await page.context().newPage();
    const requests: string[] = [];
    reader.on("request", (request) => requests.push(request.url()));
    await reader.goto(`file://${report}`);
    expect(requests).toEqual([`file://${report}`]);
    expect(await reader.locator("script").count()).toBe(0);
    expect(await reader.locator("figure > svg[role=img] path[stroke-width]").count()).toBeGreaterThan(10);
    expect(await seriousProblems(reader)).toEqual([]);
    await reader.close();
    const archive = await saved(page, "a");
    await page.evaluate(async () => {
      for (const { id } of await window.playground.runs()) await window.playground.runs.delete(id);
    });
    await drop(page, [{ name: "runs.zip", bytes: readFileSync(archive) }]);
    await page.getByText("1 run was imported.").waitFor();
    expect(await page.evaluate(async () => (await window.playground.runs()).length)).toBe(1);
    expect(complaints.list).toEqual([]);
  },
);

/** Where the file is that a key saves. */
async function saved(page: Page, key: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent("download"), page.keyboard.press(key)]);
  const folder = mkdtempSync(join(tmpdir(), "flatnce-saved-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const place = join(folder, file.suggestedFilename());
  await file.saveAs(place);
  return place;
}
