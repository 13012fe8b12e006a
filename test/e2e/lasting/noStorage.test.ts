import { expect, test } from "vitest";
import { IS_THOROUGH } from "../../support/thorough";
import { withBrowser } from "../browser";
import { TINY_ADDRESS } from "../tiny";

/** A browser that keeps nothing: the page starts, trains, and says once what it cannot keep. */

const site = withBrowser();

/** Nothing is answered. */
function silence(): void {
  const { open } = IDBFactory.prototype;
  IDBFactory.prototype.open = function (...args) {
    const request = open.apply(this, args);
    for (const type of ["success", "error", "upgradeneeded", "blocked"])
      request.addEventListener(type, (event) => event.stopImmediatePropagation());
    return request;
  };
  CacheStorage.prototype.open = () => new Promise(() => undefined);
}

/** Everything is refused. */
function refuse(): void {
  const refused = () => {
    throw new DOMException("The operation is insecure.", "SecurityError");
  };
  IDBFactory.prototype.open = refused;
  CacheStorage.prototype.open = refused;
  for (const name of ["localStorage", "sessionStorage", "BroadcastChannel"])
    Object.defineProperty(window, name, name === "BroadcastChannel" ? { value: refused } : { get: refused });
}

/** There is none. */
function remove(): void {
  for (const name of ["indexedDB", "caches", "BroadcastChannel"]) Reflect.deleteProperty(window, name);
  Object.defineProperty(window, "localStorage", { value: null });
}

/** Junk is in it. */
function litter(): void {
  const junk = (key: string) => localStorage.setItem(key, '{"__proto__":[1e999,');
  for (const key of ["queue", "learned", "language", "notify", "awake", "colour-scheme"]) junk(`flatnce-${key}`);
}

const KINDS: [name: string, prepare: () => void, isSaid: boolean][] = [
  ["does not answer", silence, true],
  ["refuses", refuse, true],
  ["has none", remove, false],
  ["has junk", litter, false],
];

test.each(IS_THOROUGH ? KINDS : KINDS.slice(0, 1))("where the browser's storage %s", async (_, prepare, isSaid) => {
  const [page, complaints] = await site.open(`#${TINY_ADDRESS}&steps=4&backend=wasm`, {
    before: async (opened) => {
      await opened.addInitScript(prepare);
    },
  });
  await page.getByRole("button", { name: "Play" }).click();
  await expect.poll(() => page.evaluate(() => window.playground.record().stepsDone)).toBe(4);
  const notices = page.getByText("Past runs cannot be kept in this browser");
  if (isSaid) await notices.waitFor();
  expect(await notices.count()).toBe(isSaid ? 1 : 0);
  expect(complaints.list).toEqual([]);
});
