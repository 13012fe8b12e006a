import { afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { cacheStore } from "../../src/data/download/store";
import { Database } from "../../src/storage/database";

/** A request of a browser that has not answered yet. */
class Request extends EventTarget {
  result = Object.assign(new EventTarget(), { close: vi.fn() });
}

let requests: Request[] = [];
// So that opening one takes no time of its own.
beforeAll(() => import("idb"));
beforeEach(() => {
  requests = [];
  vi.useFakeTimers();
  for (const name of ["IDBRequest", "IDBDatabase", "IDBTransaction", "IDBObjectStore", "IDBIndex", "IDBCursor"])
    vi.stubGlobal(name, name === "IDBRequest" ? Request : class extends EventTarget {});
  vi.stubGlobal("indexedDB", {
    open: () => {
      const request = new Request();
      requests.push(request);
      return request;
    },
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const database = () => new Database({ name: "test", version: 1, upgrade: () => undefined });
const SILENT = "The browser does not answer when it is asked for the store.";

it("is given up where the browser does not answer, at once where it still owes an answer, and opened anew afterwards", async () => {
  const store = database();
  const first = expect(store.open()).rejects.toThrow(SILENT);
  await vi.advanceTimersByTimeAsync(5_000);
  await first;
  await expect(store.open()).rejects.toThrow(SILENT);
  expect(requests).toHaveLength(1);
  requests[0]?.dispatchEvent(new Event("success"));
  await vi.advanceTimersByTimeAsync(0);
  expect(requests[0]?.result.close).toHaveBeenCalled();
  const second = store.open();
  await vi.advanceTimersByTimeAsync(0);
  requests[1]?.dispatchEvent(new Event("success"));
  expect(await second).toBe(requests[1]?.result);
});

it("closes what is opened after all once another tab stands no more in the way", async () => {
  const store = database();
  const first = expect(store.open()).rejects.toThrow("Another tab");
  await vi.advanceTimersByTimeAsync(0);
  requests[0]?.dispatchEvent(new Event("blocked"));
  await first;
  requests[0]?.dispatchEvent(new Event("success"));
  await vi.advanceTimersByTimeAsync(0);
  expect(requests[0]?.result.close).toHaveBeenCalledOnce();
  const second = store.open();
  await vi.advanceTimersByTimeAsync(0);
  requests[1]?.dispatchEvent(new Event("success"));
  expect(await second).toBe(requests[1]?.result);
  expect(requests[1]?.result.close).not.toHaveBeenCalled();
});

it("is asked for again where the browser has refused", async () => {
  const store = database();
  vi.stubGlobal("indexedDB", {
    open: () => {
      throw new DOMException("no", "SecurityError");
    },
  });
  await expect(store.open()).rejects.toThrow("no");
  await expect(store.open()).rejects.toThrow("no");
});

it("gives a Cache Storage up that does not answer", async () => {
  const store = cacheStore({ open: () => new Promise(() => undefined) });
  const listed = expect(store.list()).rejects.toThrow("does not answer");
  await vi.advanceTimersByTimeAsync(5_000);
  await listed;
});
