import { readFileSync } from "node:fs";
import type { Page } from "playwright";
import { expect, test } from "vitest";
import type { PastRun } from "../../src/storage/runs/pastRun";
import { IS_THOROUGH } from "../support/thorough";
import { seriousProblems, withBrowser } from "./browser";
import { TINY_ADDRESS } from "./tiny";

/** What is broken, and what the page shows then: everything else, a reason, and a way out. */

const site = withBrowser();
const ADDRESS = `#${TINY_ADDRESS}&steps=4&backend=wasm`;

interface Seed {
  database: string;
  store: string;
  keyPath: string;
  version?: number;
  documents: object[];
}

/** Fills a store before the page reads it: whoever opens it later waits. */
function fill({ database, store, keyPath, version = 1, documents }: Seed): void {
  const opening = indexedDB.open(database, version);
  opening.onupgradeneeded = () => {
    const objects = opening.result.createObjectStore(store, { keyPath });
    objects.createIndex("startedAt", "startedAt");
    for (const document of documents) objects.put(document);
  };
  opening.onsuccess = () => opening.result.close();
}

const startedAt = "2026-03-05T14:20:00.000Z";
/** Runs of a version that is no more, and of none. */
const RUNS: Seed = {
  database: "flatnce-playground",
  store: "runs",
  keyPath: "id",
  documents: [
    { id: "old", startedAt, presetId: null, config: { arms: [{ objective: "noLonger" }] } as unknown as PastRun },
    { id: "junk", startedAt, config: null },
    { id: 7 },
  ],
};
const LABS: Seed = {
  database: "flatnce-labs",
  store: "results",
  keyPath: "key",
  documents: [{ key: "precision {}", lab: "precision", startedAt, rows: [null], environment: {} }],
};

/** The pictures of the views cannot be drawn until `mend` is dispatched. */
function breakCanvas(): void {
  const { getContext } = HTMLCanvasElement.prototype;
  HTMLCanvasElement.prototype.getContext = () => {
    throw new Error("no canvas today");
  };
  window.addEventListener("mend", () => Object.assign(HTMLCanvasElement.prototype, { getContext }));
}

/** What Mantine asks for at once. */
function breakMedia(): void {
  window.matchMedia = () => {
    throw new Error("no media today");
  };
}

async function train(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Play" }).click();
  await expect.poll(() => page.evaluate(() => window.playground.record().stepsDone)).toBe(4);
}

test("what is stored and cannot be read is listed, and a panel that breaks leaves the others", async () => {
  const [page] = await site.open(ADDRESS, {
    before: async (opened) => {
      await opened.addInitScript(fill, RUNS);
      await opened.addInitScript(fill, LABS);
      await opened.addInitScript(breakCanvas);
    },
  });
  const runs = page.getByRole("region", { name: "Runs" });
  await runs.getByText("3 runs cannot be read by this version of the page").click();
  await runs.getByText("config.arms[0].objective").waitFor();
  const saved = page.waitForEvent("download");
  await runs.getByRole("button", { name: "Download as JSON" }).first().click();
  expect((await saved).suggestedFilename()).toMatch(/^flatnce-unreadable-.*\.json$/);
  await runs.getByRole("button", { name: "Delete", exact: true }).first().click();
  await runs.getByText("2 runs cannot be read").waitFor();

  await train(page);
  const broken = page.getByRole("alert").filter({ hasText: "This part of the page broke" });
  await broken.first().waitFor();
  await broken.getByText("no canvas today").first().waitFor();
  await page.getByRole("region", { name: "Loss", exact: true }).waitFor();
  expect(await seriousProblems(page, "main")).toEqual([]);
  await page.evaluate(() => window.dispatchEvent(new Event("mend")));
  const again = broken.getByRole("button", { name: "Try again" });
  // Charts are drawn one after the other: one that broke before may say so only now.
  const mended = async () => {
    await again.evaluateAll((buttons) => {
      for (const button of buttons) (button as HTMLButtonElement).click();
    });
    return broken.count();
  };
  await expect.poll(mended).toBe(0);

  await page
    .getByRole("link", { name: "Precision" })
    .or(page.getByRole("tab", { name: "Precision" }))
    .click();
  await page.getByText("1 stored measurement of the labs cannot be read by this version of the page").waitFor();
});

test("a reload in the middle of a run leaves its curves, which can be shown, deleted and put back", async () => {
  const [page, complaints] = await site.open(`#${TINY_ADDRESS}&steps=100000&backend=wasm`);
  await page.getByRole("button", { name: "Play" }).click();
  await expect.poll(() => page.evaluate(() => window.playground.record().stepsDone)).toBeGreaterThan(2);
  await page.reload();
  await page.evaluate(() => window.playground.ready);
  const runs = page.getByRole("region", { name: "Runs" });
  await runs.getByText(/^interrupted at step/).waitFor();
  const [kept] = await page.evaluate(() => window.playground.runs());
  const { learners } = await page.evaluate((id) => window.playground.runs.get(id), kept!.id);
  expect(learners[0]?.series.step).toHaveLength(kept!.stepsDone);

  await runs.getByRole("button", { name: /^Watch|^Own settings/ }).click();
  const note = page.getByText("Showing a past run: ");
  await note.waitFor();
  await runs.getByText("shown in the charts").waitFor();
  await expect.poll(async () => ((await note.boundingBox())?.y ?? -1) / 450).toBeGreaterThan(0);
  await expect.poll(async () => ((await note.boundingBox())?.y ?? 900) / 450).toBeLessThan(1);
  expect(await seriousProblems(page, "main")).toEqual([]);
  await runs.getByRole("button", { name: /^Delete (Watch|Own settings)/ }).press("Enter");
  await note.waitFor({ state: "detached" });
  await page.getByText("1 run was deleted.").waitFor();
  await runs.getByText(/^interrupted at step/).waitFor({ state: "detached" });
  await page.keyboard.press("Enter");
  await runs.getByText(/^interrupted at step/).waitFor();
  await page.reload();
  await runs.getByText(/^interrupted at step/).waitFor();
  expect(complaints.list).toEqual([]);
});

test.runIf(IS_THOROUGH)("a record that is dropped is kept among the runs, and what is none is said", async () => {
  const [page, complaints] = await site.open(ADDRESS);
  await train(page);
  await page.evaluate(() => {
    const record = { ...window.playground.record(), startedAt: "2026-01-01T00:00:00.000Z" };
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([JSON.stringify(record)], "record.json"));
    dataTransfer.items.add(new File(["{"], "none.json"));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true }));
  });
  const runs = page.getByRole("region", { name: "Runs" });
  await runs.getByText(/1 run was imported\. 1 file could not be read: none\.json: is not JSON/).waitFor();
  expect(await page.evaluate(async () => (await window.playground.runs()).length)).toBe(2);
  await runs.getByRole("textbox", { name: "Filter the runs" }).fill("is:finished temprature < 1");
  await runs.getByText("did you mean temperature").waitFor();
  expect(await runs.locator("mark").textContent()).toBe("temprature");
  expect(complaints.list).toEqual([]);
});

test("a file that cannot be loaded says so, and is loaded when asked to", async () => {
  const [page] = await site.open(ADDRESS, {
    before: async (opened) => {
      await opened.addInitScript(fill, { ...RUNS, version: 99, documents: [] });
      await opened.route(/\/training\.worker[^/]*\.js$/, (route) => route.abort());
      await opened.route(/\/labs-bound-[^/]*\.(js|css)$/, (route) => route.abort());
      await opened.route(/\/labs-[^/]*\.css$/, (route) => route.abort());
    },
  });
  const notice = page.getByRole("alert").filter({ hasText: "The training worker could not be loaded" });
  await notice.waitFor();
  await page.getByText("Past runs cannot be kept in this browser").waitFor();
  await page.getByText("A later version of this page has used the store").waitFor();
  await page.unroute(/\/training\.worker[^/]*\.js$/);
  await notice.getByRole("button", { name: "Try again" }).click();
  await notice.waitFor({ state: "detached" });
  await train(page);

  const tab = (name: string) => page.getByRole("link", { name, exact: true });
  await tab("Bound").click();
  const missing = page.getByRole("alert").filter({ hasText: "This part of the page could not be loaded" });
  await missing.waitFor();
  await tab("Race").click();
  await page.getByRole("region", { name: "Loss", exact: true }).waitFor();
  await tab("Bound").click();
  await missing.waitFor();
  expect(await seriousProblems(page)).toEqual([]);
  await page.unroute(/\/labs-[^/]*\.css$/);
  // The worker's own file of the lab is missing still.
  await page.unroute(/\/labs-bound-[^/]*\.(js|css)$/);
  await page.context().route(/\/labs-bound-measure[^/]*\.js$/, (route) => route.abort());
  await missing.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("button", { name: "Run", exact: true }).waitFor();
  const layout = () => page.getByRole("main").evaluate((main) => getComputedStyle(main).display);
  expect(await layout()).toBe("grid");
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await page.getByText(/its file could not be loaded/).waitFor();
  await page.context().unroute(/\/labs-bound-measure[^/]*\.js$/);
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await page.getByText(/Measured on WASM/).waitFor();
});

test("a page that breaks as a whole offers a way on, and what is stored", async () => {
  const [page] = await site.open(ADDRESS, {
    before: async (opened) => {
      await opened.addInitScript(fill, RUNS);
      await opened.addInitScript(breakMedia);
    },
  });
  await page.getByRole("heading", { name: "The page broke" }).waitFor();
  await page.getByText("no media today").waitFor();
  expect(await seriousProblems(page)).toEqual([]);
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save all that is stored" }).click();
  const { runs, labs } = JSON.parse(readFileSync(await (await saved).path(), "utf8"));
  expect([runs.length, labs]).toEqual([3, []]);

  await page.route(/\/index-[^/]*\.js$/, (route) => route.abort());
  await page.getByRole("button", { name: "Reload", exact: true }).click();
  await page.getByText("This page is still loading.").waitFor({ state: "visible" });
});
