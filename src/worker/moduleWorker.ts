/** The origin of a document without one of its own: a frame that is sandboxed, and may run scripts alone. */
const OPAQUE = "null";

/**
 * A worker of a module. A document without an origin may make none from an address, which is always another's, and in Chromium
 * no module worker at all; but a plain one of a text of its own, which imports the module where the server lets everybody read it.
 */
export function moduleWorker(address: string, name: string, origin = globalThis.origin): Worker {
  const url = new URL(address, import.meta.url).href;
  return origin === OPAQUE ? new Worker(importing(url), { name }) : new Worker(url, { type: "module", name });
}

/** What comes while the module is fetched is given to it then. */
export function importerOf(url: string): string {
  return `
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

function importing(url: string): string {
  return URL.createObjectURL(new Blob([importerOf(url)], { type: "text/javascript" }));
}
