import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, inject, test } from "vitest";

/** The built chunks: what the page and what its worker load, now or later. */

const WORKER = /training\.worker/;
/** Sentences that survive minifying: of TensorFlow.js's core, and of React's. */
const TENSORFLOW = "Tensor is disposed";
const REACT = "react.transitional.element";

/** Most that a first visit may have to fetch of script before the page answers, in bytes after gzip. */
const FIRST_SCRIPT = 300_000;

/** Every chunk that can be reached from one by imports, static or lazy, by its address. */
async function reachable(from: string, chunks = new Map<string, string>()): Promise<Map<string, string>> {
  if (chunks.has(from)) return chunks;
  const text = await (await fetch(from)).text();
  chunks.set(from, text);
  const names = [...text.matchAll(/["'`](?:\.\/|assets\/)([\w.-]+\.js)["'`]/g)].map(([, name]) => name as string);
  for (const name of new Set(names)) if (!WORKER.test(name)) await reachable(new URL(name, from).href, chunks);
  return chunks;
}

/** The chunks without which the page does not begin: those that a chunk imports without `import()`. */
function imported(from: string, chunks: Map<string, string>, found = new Set<string>()): Set<string> {
  if (found.has(from)) return found;
  found.add(from);
  const text = chunks.get(from) ?? "";
  for (const [, name] of text.matchAll(/(?:\bfrom|\bimport)\s*["'`]\.\/([\w.-]+\.js)["'`]/g))
    imported(new URL(name as string, from).href, chunks, found);
  return found;
}

let entry: string;
let page: Map<string, string>;
let worker: Map<string, string>;

beforeAll(async () => {
  const site = inject("siteUrl");
  const [, main] = /src="\.\/(assets\/[^"]+\.js)"/.exec(await (await fetch(site)).text()) ?? [];
  entry = new URL(main as string, site).href;
  page = await reachable(entry);
  const names = [...page.values()].join("").match(/training\.worker[\w.-]*\.js/) ?? [];
  worker = await reachable(new URL(names[0] as string, entry).href);
});

const chunksWith = (chunks: Map<string, string>, mark: string) =>
  [...chunks].filter(([, text]) => text.includes(mark)).map(([address]) => address.replace(/.*\//, ""));

describe("the built chunks", () => {
  test("that the page begins with are small, and asked for at once", async () => {
    const first = [...imported(entry, page)];
    const html = await (await fetch(inject("siteUrl"))).text();
    const names = first.map((address) => address.replace(/.*\//, ""));
    expect(names.length).toBeGreaterThan(3);
    expect(names.filter((name) => !html.includes(name))).toEqual([]);
    const sizes = first.map((address) => gzipSync(page.get(address) as string).length);
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(FIRST_SCRIPT);
  });

  test("have what writes reports apart, to be fetched with the first of them", async () => {
    expect(chunksWith(page, "Paired differences of {run}")).toEqual([expect.stringMatching(/^reports-/)]);
    expect(await (await fetch(inject("siteUrl"))).text()).not.toContain("reports-");
  });

  test("of the page, every lab's among them, hold no TensorFlow.js", () => {
    expect([...page.keys()].filter((address) => /Lab-/.test(address)).length).toBeGreaterThanOrEqual(3);
    expect(chunksWith(page, REACT)).not.toEqual([]);
    expect(chunksWith(page, TENSORFLOW)).toEqual([]);
  });

  test("of the labs come when one is opened", async () => {
    const html = await (await fetch(inject("siteUrl"))).text();
    expect(html).toMatch(/assets\/first-/);
    expect(html).not.toMatch(/assets\/labs-/);
    expect([...page.keys()].some((address) => /assets\/labs-/.test(address))).toBe(true);
  });

  test("of the worker have the readers of all formats apart, to be fetched with the first data that are brought", () => {
    expect(chunksWith(worker, "PAR1")).toEqual([expect.stringMatching(/^data-sources-brought-/)]);
  });

  test("of the worker, every lab's measurement among them, hold no React", () => {
    expect(chunksWith(worker, TENSORFLOW)).not.toEqual([]);
    expect(chunksWith(worker, REACT)).toEqual([]);
  });
});
