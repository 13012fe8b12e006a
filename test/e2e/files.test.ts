import { zipSync } from "fflate";
import type { Page } from "playwright";
import { describe, expect, test } from "vitest";
import type { RunRecord } from "../../src/experiment/record";
import { imageBytes, labelBytes } from "../unit/data/idxFiles";
import { png } from "../unit/data/pngFiles";
import { TINY_ADDRESS, withBrowser } from "./browser";

const site = withBrowser();
const ADDRESS = `#${TINY_ADDRESS}&backend=wasm`;

interface UserFile {
  name: string;
  bytes: Uint8Array;
}

const images = (count: number): UserFile => ({ name: "digits-images.idx", bytes: imageBytes(count) });
const labels = (count: number): UserFile => ({ name: "digits-labels.idx", bytes: labelBytes(count) });

/** Picks files with the page's own file dialog. */
async function pick(page: Page, files: UserFile[]): Promise<void> {
  if ((await page.getByRole("combobox", { name: "Data set" }).inputValue()) !== "Own files") {
    await page.getByRole("combobox", { name: "Data set" }).click();
    await page.getByRole("option", { name: "Own files" }).click();
  }
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose files" }).click();
  const payload = files.map(({ name, bytes }) => ({ name, mimeType: "", buffer: Buffer.from(bytes) }));
  await (await chooser).setFiles(payload);
}

/** Drags files over the page and drops them there. */
async function drop(page: Page, files: UserFile[]): Promise<void> {
  const plain = files.map(({ name, bytes }) => ({ name, bytes: [...bytes] }));
  const data = await page.evaluateHandle((given) => {
    const transfer = new DataTransfer();
    for (const { name, bytes } of given) transfer.items.add(new File([Uint8Array.from(bytes)], name));
    return transfer;
  }, plain);
  await page.dispatchEvent("body", "dragover", { dataTransfer: data });
  await page.getByText("Drop to train on these files").waitFor();
  await page.dispatchEvent("body", "drop", { dataTransfer: data });
}

const recordOf = (page: Page): Promise<RunRecord> => page.evaluate(() => window.playground.record());
const stepsDone = (page: Page) => recordOf(page).then((record) => record.stepsDone);
const dataOf = (page: Page) => recordOf(page).then(({ config }) => config.dataset);

describe("files of the user's own", () => {
  test("are trained on when they are picked", async () => {
    const [page, complaints] = await site.open(`${ADDRESS}&steps=4`);
    await pick(page, [images(90), labels(90)]);
    await expect.poll(() => dataOf(page)).toMatchObject({ id: "files", name: "digits-images.idx, digits-labels.idx" });
    const taken = "75 to train on, 15 held out, 28 \u00d7 28 pixels. All 75 training samples of the data are taken.";
    await page.getByText(taken).waitFor();
    await page.getByRole("textbox", { name: "Samples at most" }).waitFor();
    await page.getByRole("button", { name: "Play" }).click();
    await expect.poll(() => stepsDone(page)).toBe(4);
    const { summary } = await recordOf(page);
    expect(summary.knnAccuracy?.[0]?.n).toBe(2);
    expect(complaints.list).toEqual([]);
  });

  test("are trained on when they are dropped, without labels too", async () => {
    const [page, complaints] = await site.open(`${ADDRESS}&steps=4`);
    await drop(page, [images(90)]);
    await expect.poll(() => dataOf(page)).toMatchObject({ id: "files", name: "digits-images.idx" });
    await page.getByText("No labels: accuracies cannot be measured.").waitFor();
    await page.getByRole("button", { name: "Play" }).click();
    await expect.poll(() => stepsDone(page)).toBe(4);
    expect((await recordOf(page)).summary.knnAccuracy).toBeUndefined();
    expect(complaints.list).toEqual([]);
  });

  test("may be images in a ZIP, which the browser decodes", async () => {
    const [page, complaints] = await site.open(`${ADDRESS}&steps=4`);
    const colours = { moss: [0, 90, 0], sky: [40, 80, 255], ash: [70, 70, 70] } as const;
    const entries = Object.entries(colours).flatMap(([name, colour]) =>
      Array.from({ length: 30 }, (_, i) => [`${name}/${i}.png`, png(40, 32, [...colour])] as const),
    );
    await pick(page, [{ name: "colours.zip", bytes: zipSync(Object.fromEntries(entries)) }]);
    await page.getByText("75 to train on, 15 held out, 32 \u00d7 32 pixels in 3 channels.").waitFor();
    await page.getByRole("button", { name: "Play" }).click();
    await expect.poll(() => stepsDone(page)).toBe(4);
    const { summary } = await recordOf(page);
    expect(summary.knnAccuracy?.[0]?.n).toBe(2);
    expect(complaints.list).toEqual([]);
  });

  test("may be two views of each sample, in one table", async () => {
    const [page, complaints] = await site.open(`${ADDRESS}&steps=4`);
    const rows = Array.from({ length: 90 }, (_, i) => [i % 7, i % 5, (i % 7) + 0.1, (i % 5) - 0.1, i % 3].join(","));
    const bytes = new TextEncoder().encode(["a_x,a_y,b_x,b_y,label", ...rows].join("\n"));
    await pick(page, [{ name: "pairs.csv", bytes }]);
    await page.getByText("75 to train on, 15 held out, 2 numbers each.").waitFor();
    await page.getByRole("button", { name: "Play" }).click();
    await expect.poll(() => stepsDone(page)).toBe(4);
    expect(complaints.list).toEqual([]);
  });

  const wrongMagic = { name: "digits-images.idx", bytes: imageBytes(90).fill(0x99, 0, 4) };
  const truncated = { name: "digits-images.idx", bytes: imageBytes(90).subarray(0, 5000) };

  test.each([
    ["that are no IDX", [wrongMagic], /digits-images\.idx is not an IDX file: it begins with 0x99999999, expected/],
    ["that are cut short", [truncated, labels(90)], /digits-images\.idx.*5000 bytes/],
    ["that do not fit together", [images(90), labels(80)], /90 images.*80 labels|80 labels.*90 images/],
  ])("%s are refused with the reason, and the run goes on", async (_, files, reason) => {
    const [page, complaints] = await site.open(`${ADDRESS}&steps=1000000`);
    await page.getByRole("button", { name: "Play" }).click();
    await expect.poll(() => stepsDone(page)).toBeGreaterThan(1);
    for (const bring of [pick, drop]) {
      await bring(page, files);
      const notice = page.getByRole("alert").filter({ hasText: "The run could not be started" });
      await expect.poll(() => notice.textContent()).toMatch(reason);
      const before = await stepsDone(page);
      await expect.poll(() => stepsDone(page)).toBeGreaterThan(before);
      expect((await dataOf(page)).id).toBe("points");
      await notice.getByRole("button", { name: "Dismiss" }).click();
      await notice.waitFor({ state: "detached" });
    }
    expect(complaints.list).toEqual([]);
  });
});
