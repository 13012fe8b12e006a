import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Frame, Page } from "playwright";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { IS_THOROUGH } from "../support/thorough";
import { seriousProblems, withBrowser } from "./browser";
import { TINY_ADDRESS } from "./tiny";

/** The page in another one, which comes from elsewhere and has nothing but `embed.js`. */

const browser = withBrowser();
let server: Server;
let host: string;

beforeAll(async () => {
  const script = `<script src="${inject("siteUrl")}embed.js"></script>`;
  const html = `<!doctype html><html lang="en"><title>Host</title><div id="place"></div>${script}</html>`;
  server = createServer((_, response) => response.setHeader("Content-Type", "text/html").end(html));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  host = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const SETTINGS = Object.fromEntries(
  `${TINY_ADDRESS}&steps=4&backend=wasm`.split("&").map((entry) => entry.split("=") as [string, string]),
);

interface Mounted {
  element: HTMLIFrameElement;
  play(): Promise<object>;
  theme(theme: string): Promise<object>;
  set(config: object): Promise<object>;
  state(): Promise<{ phase: string; step: number }>;
  onMetrics(listener: (metrics: { step: number; values: object }) => void, options: object): Promise<unknown>;
}
declare global {
  interface Window {
    FlatNCE: { mount(place: string, options: object): Promise<Mounted> };
    mounted: Mounted;
    told: { step: number; values: object }[];
  }
}

/** A host with a frame that has answered. */
async function hostWith(
  options: object,
): Promise<{ page: Page; frame: Frame; requested: string[]; complaints: string[] }> {
  const requested: string[] = [];
  const before = async (page: Page) => void page.on("request", (request) => requested.push(request.url()));
  const [page, { list: complaints }] = await browser.openAt(host, { before, viewport: { width: 800, height: 600 } });
  await page.evaluate(
    async (given) => {
      window.mounted = await window.FlatNCE.mount("#place", given);
    },
    { settings: SETTINGS, panels: ["loss", "verdict"], ...options },
  );
  return { page, frame: page.frames()[1] as Frame, requested, complaints };
}

const heightOf = (page: Page) => page.evaluate(() => window.mounted.element.clientHeight);
/** Of what would have to be scrolled in the frame. */
const overflow = (frame: Frame) =>
  frame.evaluate(() => document.documentElement.scrollHeight - document.documentElement.clientHeight);

/** Plays, and gives what was told of the run's end. */
async function playToEnd(page: Page): Promise<{ step: number; values: object } | undefined> {
  await page.evaluate(async () => {
    window.told = [];
    await window.mounted.onMetrics((metrics) => window.told.push(metrics), { metrics: ["infoNce"], every: 50 });
    await window.mounted.play();
  });
  await expect.poll(() => page.evaluate(async () => (await window.mounted.state()).phase)).toBe("finished");
  await expect.poll(() => page.evaluate(() => window.told.at(-1)?.step)).toBe(4);
  return page.evaluate(() => window.told.at(-1));
}

test("a frame is a poster until its host plays it; then it trains, tells what it measures, and grows with its content", async () => {
  const { page, frame, requested, complaints } = await hostWith({});
  await frame.getByRole("button", { name: "Play" }).waitFor();
  const heavy = requested.filter((url) => /tensor|training[.]worker|[.]wasm|sw[.]js/.test(url));
  expect(heavy).toEqual([]);
  const before = await heightOf(page);
  expect(await seriousProblems(page)).toEqual([]);

  const told = await playToEnd(page);
  expect(told).toMatchObject({ values: { infoNce: { step: 3, means: [expect.any(Number), expect.any(Number)] } } });
  await expect.poll(() => heightOf(page)).toBeGreaterThan(before + 100);
  await expect.poll(() => overflow(frame)).toBe(0);
  const open = await frame.getByRole("link", { name: "Open in full" }).getAttribute("href");
  expect(open).toContain("batchSize=4");
  expect(open).not.toMatch(/embed|panels/);

  await page.evaluate(() => window.mounted.theme("dark"));
  await frame.locator("html[data-mantine-color-scheme=dark]").waitFor();
  expect(await seriousProblems(page)).toEqual([]);
  const wrong = await page.evaluate(() => window.mounted.set({ batchSize: 1 }).catch(String));
  expect(wrong).toContain("batchSize");
  expect(complaints).toEqual([]);
});

test("a sandboxed frame without origin and storage trains as well", async () => {
  const { page, complaints } = await hostWith({ sandbox: true });
  expect(await playToEnd(page)).toMatchObject({ values: { infoNce: { step: 3 } } });
  expect(complaints).toEqual([]);
});

test.runIf(IS_THOROUGH)("the page makes the text that puts it into another one", async () => {
  const [page, { list: complaints }] = await browser.open(`#${TINY_ADDRESS}&backend=wasm&panels=loss,tools`);
  await page.getByRole("button", { name: "Export" }).click();
  await page.getByRole("menuitem", { name: "Embed this" }).click();
  const dialog = page.getByRole("dialog", { name: "Embed this" });
  const text = dialog.getByRole("textbox", { name: "To be copied" });
  expect(await text.inputValue()).toContain(`<script src="${inject("siteUrl")}embed.js"></script>`);
  await dialog.getByRole("checkbox", { name: "Similarity" }).check();
  await dialog.getByText("A frame alone").click();
  expect(await text.inputValue()).toMatch(
    /<iframe src="[^"]*batchSize=4[^"]*panels=loss,variance,verdict,progress,similarity/,
  );
  expect(await seriousProblems(page, "[role=dialog]")).toEqual([]);
  expect(complaints).toEqual([]);
});

test("a frame that does not name its host tells it a refusal, and nothing else", async () => {
  const [page] = await browser.openAt(host);
  const heard = await page.evaluate(async (site) => {
    const messages: unknown[] = [];
    const frame = document.createElement("iframe");
    frame.src = `${site}#embed&embed.origins=https://example.org`;
    window.addEventListener("message", (event) => messages.push(event.data));
    document.body.append(frame);
    while (messages.length < 2) {
      frame.contentWindow?.postMessage({ flatnce: 1, type: "hello" }, "*");
      frame.contentWindow?.postMessage({ flatnce: 1, type: "state", id: 1 }, "*");
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return messages.map((message) => JSON.stringify(message));
  }, inject("siteUrl"));
  expect(new Set(heard)).toEqual(new Set(['{"flatnce":1,"type":"refused"}']));
});
