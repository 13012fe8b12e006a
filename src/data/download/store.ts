import { answered } from "../answered";
import type { DataStore } from "../types";

/** Name of the cache; another name would forget what is there. */
const CACHE = "flatnce-data";
/** Longest wait for the browser to answer, in milliseconds. */
const PATIENCE = 5_000;
const SIZE = "X-Size";

/** The store of this browser; none on an address that is not secure. A frame without an origin of its own may not even look at it. */
export function browserCache(): DataStore | undefined {
  return "caches" in globalThis ? cacheStore({ open: async (name) => caches.open(name) }) : undefined;
}

/**
 * Keeps downloads in the browser's Cache Storage, which a page shares with its workers and keeps until someone deletes it.
 *
 * @param caches `globalThis.caches`; a test brings its own
 */
export function cacheStore(caches: Pick<CacheStorage, "open">): DataStore {
  const cache = () => answered(caches.open(CACHE), PATIENCE, () => new Error("the browser does not answer"));
  return {
    async read(url) {
      const kept = await (await cache()).match(url);
      return kept ? kept.blob() : null;
    },
    async write(url, content) {
      const headers = { "Content-Type": "application/octet-stream", [SIZE]: String(content.size) };
      await (await cache()).put(url, new Response(content, { headers }));
    },
    async list() {
      const own = await cache();
      const requests = await own.keys();
      return Promise.all(requests.map(async ({ url }) => ({ url, size: sizeOf(await own.match(url)) })));
    },
    async remove(url) {
      await (await cache()).delete(url);
    },
  };
}

/** In bytes, as it was written down; 0 where it was not. */
function sizeOf(kept: Response | undefined): number {
  const size = Number(kept?.headers.get(SIZE));
  return Number.isFinite(size) ? size : 0;
}
