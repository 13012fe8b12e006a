import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test, vi } from "vitest";
import { areStored } from "../../../src/data/download/addresses";
import { fetchData, fileName } from "../../../src/data/download/fetchData";
import { isAllowed } from "../../../src/data/download/request";
import { cacheStore } from "../../../src/data/download/store";
import { loadDataset } from "../../../src/data/load";
import { addressesOf } from "../../../src/data/sources";
import { PUBLIC_SETS } from "../../../src/data/sources/public/sets";
import type { LoadTools } from "../../../src/data/types";
import { english } from "../../../src/i18n/translate";
import { imageBytes } from "../readers/idxFiles";
import { imageParquet } from "../readers/parquetFiles";
import { decodePng } from "../readers/pngFiles";
import { refusal } from "../refusal";
import { serveFiles } from "./fileServer";

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  vi.unstubAllGlobals();
  for (const close of closing.splice(0)) await close();
});

async function serve(...args: Parameters<typeof serveFiles>) {
  const server = await serveFiles(...args);
  closing.push(server.close);
  return server;
}

/** A server that answers as it is told. */
async function answering(listener: Parameters<typeof createServer>[1]): Promise<string> {
  const server = createServer(listener!);
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  closing.push(async () => {
    server.closeAllConnections();
    server.close();
  });
  return `http://localhost:${(server.address() as AddressInfo).port}/data.bin`;
}

/** Cache Storage in memory. */
function memoryCaches(): Pick<CacheStorage, "open"> {
  const kept = new Map<string, Response>();
  const cache = {
    match: async (url: string) => kept.get(url)?.clone(),
    put: async (url: string, response: Response) => void kept.set(url, response),
    keys: async () => [...kept.keys()].map((url) => new Request(url)),
    delete: async (url: string) => kept.delete(url),
  };
  return { open: async () => cache as unknown as Cache };
}

describe("fetchData", () => {
  test("brings a file with its name, and tells how far it is", async () => {
    const bytes = new Uint8Array(300_000).fill(7);
    const { url } = await serve({ "train%20images.idx": bytes });
    const shares: number[] = [];
    const file = await fetchData(url("train%20images.idx"), { onProgress: (share) => shares.push(share) });
    expect([file.name, file.size]).toEqual(["train images.idx", 300_000]);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  test("stops at its limit, whether the server announces the size or not", async () => {
    const { url } = await serve({ a: new Uint8Array(2000) });
    expect(await refusal(fetchData(url("a"), { limit: 1999 }))).toMatch(/larger than 1999 bytes/);
    const endless = await answering((_, response) => {
      const more = () => response.write(new Uint8Array(1000), () => !response.destroyed && setImmediate(more));
      more();
    });
    expect(await refusal(fetchData(endless, { limit: 50_000 }))).toMatch(/larger than 50000 bytes/);
  });

  test("can be called off on its way, with the caller's own reason", async () => {
    const slow = await answering((_, response) => {
      response.writeHead(200, { "Content-Length": 1000 });
      response.write(new Uint8Array(10));
    });
    const calling = new AbortController();
    const loading = fetchData(slow, { signal: calling.signal, onProgress: () => calling.abort(new Error("enough")) });
    await expect(loading).rejects.toThrow("enough");
  });

  test("says what went wrong", async () => {
    const { url } = await serve({ empty: new Uint8Array(0) });
    expect(await refusal(fetchData(url("none")))).toMatch(/answered 404 \(there is no such file\)/);
    expect(await refusal(fetchData(url("empty")))).toMatch(/is empty/);
    expect(await refusal(fetchData("http://localhost:9/x"))).toMatch(
      /could not be fetched .*CORS.*drop it on the page/,
    );
    expect(await refusal(fetchData("ftp://example.org/x"))).toMatch(/must begin with https/);
    const page = await answering((_, response) =>
      response.setHeader("Content-Type", "text/html; charset=utf-8").end("<p>"),
    );
    expect(await refusal(fetchData(page))).toMatch(/is a web page, not a data file/);
    const broken = await answering((_, response) => {
      response.writeHead(200, { "Content-Length": 1000 });
      response.write(new Uint8Array(10), () => response.destroy());
    });
    expect(await refusal(fetchData(broken))).toMatch(/was cut off on its way/);
  });

  test("takes encrypted addresses, and this machine's own", () => {
    const urls = ["https://a.org/x", "http://localhost:80/x", "http://a.org/x", "file:///x", "x", "https://"];
    expect(urls.map(isAllowed)).toEqual([true, true, false, false, false, false]);
  });

  test("names a file by the last part of its address, whatever that spells", () => {
    const urls = ["https://a.org/b/c%20d.idx?x=1", "https://a.org/", "https://a.org/100%.csv", "https://a.org/%ff"];
    expect(urls.map(fileName)).toEqual(["c d.idx", "a.org", "100%.csv", "%ff"]);
  });
});

describe("the store of downloads", () => {
  test("keeps, lists and forgets files", async () => {
    const store = cacheStore(memoryCaches());
    expect(await store.read("https://a.org/x")).toBeNull();
    await store.write("https://a.org/x", new Blob([new Uint8Array(5)]));
    expect((await store.read("https://a.org/x"))?.size).toBe(5);
    expect(await store.list()).toEqual([{ url: "https://a.org/x", size: 5 }]);
    await store.remove("https://a.org/x");
    expect(await store.list()).toEqual([]);
  });

  test("holds a data set when it holds all of its files", () => {
    const urls = addressesOf({ id: "public", set: "mnist", samples: 64, colour: "keep" });
    const kept = urls.map((url) => ({ url, size: 1 }));
    expect([areStored(urls, kept), areStored(urls, kept.slice(1)), areStored([], [])]).toEqual([true, false, true]);
    const [url] = addressesOf({ id: "url", url: "https://A.org:443/x#part", samples: 64, colour: "keep" });
    expect(areStored([url!], [{ url: "https://a.org/x", size: 1 }])).toBe(true);
    expect(addressesOf({ id: "points", layout: "moons", classes: 2, samples: 64 })).toEqual([]);
  });
});

describe("a data set from an address", () => {
  const load = (url: string, samples = 64, tools: LoadTools = {}) =>
    loadDataset({ id: "url", url, samples }, 1, null, { decodeImage: decodePng, ...tools });

  test("is read like a file, and kept", async () => {
    const server = await serve({ "images.idx": imageBytes(60) });
    const store = cacheStore(memoryCaches());
    const shares: number[] = [];
    const url = server.url("images.idx");
    const dataset = await load(url, 64, { store, onProgress: (share) => shares.push(share) });
    expect([english(dataset.title), dataset.train.count]).toEqual(["images.idx", 50]);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    await server.close();
    expect(await load(url, 64, { store })).toEqual(dataset);
  });

  test("that does not fit into the store is read all the same", async () => {
    const { url } = await serve({ "images.idx": imageBytes(60) });
    const fail = () => Promise.reject(new Error("quota"));
    const store = { read: fail, write: fail, list: fail, remove: fail };
    expect((await load(url("images.idx"), 64, { store })).train.count).toBe(50);
  });

  const parquet = imageParquet({ count: 3000, classes: ["a", "b"], side: 8, groupSize: 50, codec: "UNCOMPRESSED" });

  test.each([true, false])(
    "of Parquet only the needed stretches are fetched (Content-Range shown: %s)",
    async (showsRange) => {
      const server = await serve({ "a.parquet": parquet }, { showsRange });
      const dataset = await load(server.url("a.parquet"), 64);
      expect([dataset.train.count, new Set(dataset.train.labels).size]).toEqual([64, 2]);
      expect(server.sent).toBeLessThan(0.7 * parquet.length);
      expect(server.requests.every((request) => request.startsWith("HEAD") || request.includes("bytes="))).toBe(true);
    },
  );

  test("of Parquet can be called off at any request, with the caller's own reason", async () => {
    const server = await serve({ "a.parquet": parquet });
    const { fetch } = globalThis;
    for (const last of [1, 2, 3, 6]) {
      const calling = new AbortController();
      let requests = 0;
      vi.stubGlobal("fetch", (url: string, init: RequestInit) => {
        if (++requests === last) calling.abort(new Error("enough"));
        return fetch(url, init);
      });
      await expect(load(server.url("a.parquet"), 64, { signal: calling.signal })).rejects.toThrow(/^enough$/);
    }
  });

  test("of Parquet is fetched whole where the server knows no stretches", async () => {
    const server = await serve({ "a.parquet": parquet }, { ranges: false });
    expect((await load(server.url("a.parquet"), 64)).train.count).toBe(64);
  });

  test("says what went wrong", async () => {
    const { url } = await serve({ "a.parquet": imageBytes(12) });
    expect(await refusal(load(url("a.parquet")))).toMatch(/is no Parquet file/);
    expect(await refusal(load(url("b.parquet")))).toMatch(/404/);
    expect(await refusal(load(""))).toMatch(/There is no address/);
  });
});

describe("published sets", () => {
  test("are all on hosts that may be read from, with a source and a licence", () => {
    for (const { train, test: held, source, license, size } of Object.values(PUBLIC_SETS)) {
      expect([train.url, held.url, source].every(isAllowed)).toBe(true);
      expect(train.count).toBeGreaterThan(held.count);
      expect(license.length * size).toBeGreaterThan(0);
    }
  });

  test("are downloaded whole, and read without a network the next time", async () => {
    const server = await serve({
      "train-00000-of-00001.parquet": imageParquet({ count: 300, classes: ["a", "b"], side: 8, groupSize: 50 }),
      "test-00000-of-00001.parquet": imageParquet({ count: 250, classes: ["a", "b"], side: 8, groupSize: 50 }),
    });
    const { fetch } = globalThis;
    // Stands in for the host: whatever is asked for comes from this machine.
    vi.stubGlobal("fetch", (url: string, init: RequestInit) => fetch(server.url(url.split("/").at(-1)!), init));
    const tools = { decodeImage: decodePng, store: cacheStore(memoryCaches()) };
    const load = (samples: number) => loadDataset({ id: "public", set: "mnist", samples }, 1, null, tools);
    const few = await load(64);
    expect([english(few.title), few.train.count, few.test.count]).toEqual(["MNIST", 64, 200]);
    await server.close();
    expect(await load(64)).toEqual(few);
    expect((await load(60_000)).train.count).toBe(300);
  });
});
