import { CappedStore } from "./cappedStore";
import { type DocumentStore, memoryStore } from "./documentStore";
import { indexedDbRuns } from "./runs/indexedDbRuns";
import { memoryRuns, type RunStore } from "./runs/runStore";

/** The stores of the page: its runs, and what the labs have measured. */

export type StoreId = "runs" | "labs";

/** Under what name the browser has the labs' results, and how many are kept. */
const LABS = { database: "flatnce-labs", store: "results", keyPath: "key", capacity: 60 } as const;

export interface Stores extends Record<StoreId, DocumentStore> {
  runs: RunStore;
}

/** In the browser's IndexedDB; where there is none, as long as the page. */
export function browserStores(): Stores {
  const isThere = "indexedDB" in globalThis;
  return {
    runs: isThere ? indexedDbRuns() : memoryRuns(),
    labs: isThere ? new CappedStore(LABS) : memoryStore(LABS.keyPath),
  };
}

/** All that is stored, as it is, as one JSON document; of a store that cannot be read, why. */
export async function allStored(stores: Stores): Promise<string> {
  const ids = Object.keys(stores) as StoreId[];
  const contents = await Promise.all(
    ids.map((id) =>
      stores[id].entries().then(
        (entries) => entries.map(([, content]) => content),
        (error: unknown) => String(error),
      ),
    ),
  );
  return JSON.stringify(Object.fromEntries(ids.map((id, i) => [id, contents[i]])), null, 1);
}
