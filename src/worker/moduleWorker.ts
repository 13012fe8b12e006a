import { trustOwnScripts } from "./trusted";

/**
 * A worker of a module, made of a text that imports it: such a worker inherits the policy of the page, where one of a file has what the
 * server sends with that, which is nothing on many hosts. No module worker, since a document without an origin of its own, a
 * sandboxed frame, may make none in Chromium.
 */
export function moduleWorker(address: string, name: string): Worker {
  const text = importerOf(new URL(address, import.meta.url).href);
  const url = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  return new Worker(url, { name });
}

/** What comes while the module is fetched is given to it then. */
export function importerOf(url: string): string {
  return `
(${trustOwnScripts})();
const early = [];
const keep = (event) => early.push(event);
addEventListener("message", keep);
import(${JSON.stringify(url)}).then(
  () => {
    removeEventListener("message", keep);
    for (const { data, ports } of early) dispatchEvent(new MessageEvent("message", { data, ports: [...ports] }));
  },
  (error) => setTimeout(() => { throw error; }),
);`;
}
