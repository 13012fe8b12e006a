import { CappedStore } from "./cappedStore";
import { type DocumentStore, memoryStore } from "./documentStore";

/** The stores of the page: the runs that are over, and what the labs have measured. */

export type StoreId = "runs" | "labs";

/** Under what name the browser has each, and how many documents are kept. */
const OPTIONS = {
  runs: { database: "flatnce-playground", store: "runs", keyPath: "id", capacity: 200 },
  labs: { database: "flatnce-labs", store: "results", keyPath: "key", capacity: 60 },
} as const;

export type Stores = Record<StoreId, DocumentStore>;

/** In the browser's IndexedDB; where there is none, as long as the page. */
export function browserStores(): Stores {
  const open = (id: StoreId) =>
    "indexedDB" in globalThis ? new CappedStore(OPTIONS[id]) : memoryStore(OPTIONS[id].keyPath);
  return { runs: open("runs"), labs: open("labs") };
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
