import type { IDBPDatabase, IDBPTransaction } from "idb";
import { Database } from "../database";
import type { PackedColumns, RunStore } from "./runStore";

/** The page's runs in the browser's IndexedDB. */

const NAME = "flatnce-playground";
const DOCUMENTS = "runs";
const COLUMNS = "columns";

/** What brings a database of version n (its place in the list) to version n + 1; nothing that is there is touched. */
const MIGRATIONS: readonly ((database: IDBPDatabase) => void)[] = [
  (database) => database.createObjectStore(DOCUMENTS, { keyPath: "id" }).createIndex("startedAt", "startedAt"),
  // Runs of version 1 have no columns, which their door says of them (pastRun.ts).
  (database) => database.createObjectStore(COLUMNS),
];

type Change = IDBPTransaction<unknown, string[], "readwrite">;

/** Opened when first used. */
export function indexedDbRuns(): RunStore {
  const database = new Database({
    name: NAME,
    version: MIGRATIONS.length,
    upgrade: (opened, from) => {
      for (const migrate of MIGRATIONS.slice(from)) migrate(opened);
    },
  });
  const inOne = async (work: (change: Change) => Promise<unknown>) => {
    const change: Change = (await database.open()).transaction([DOCUMENTS, COLUMNS], "readwrite");
    // Where a request fails (the disk is full), the whole transaction is undone, and `done` says so as well.
    await Promise.all([work(change), change.done]);
  };
  return {
    async entries() {
      const { store } = (await database.open()).transaction(DOCUMENTS);
      // Both in the order of the keys.
      const [keys, contents] = await Promise.all([store.getAllKeys(), store.getAll()]);
      return keys.map((key, i) => [key, contents[i]]);
    },
    get: async (key) => (await database.open()).get(DOCUMENTS, key),
    columns: async (key) => (await database.open()).get(COLUMNS, key),
    put: (document, columns) =>
      inOne(async (change) => {
        const written = putBoth(change, document, columns);
        // A page that is about to go has no time to be asked whether there is more.
        change.commit();
        await written;
      }),
    change: (key, make, columns) =>
      inOne(async (change) => {
        const document = make(await change.objectStore(DOCUMENTS).get(key));
        if (document) await putBoth(change, document, columns);
      }),
    remove: (key) =>
      inOne((change) => Promise.all([DOCUMENTS, COLUMNS].map((store) => change.objectStore(store).delete(key)))),
  };
}

function putBoth(change: Change, document: object, columns: PackedColumns | undefined): Promise<unknown> {
  const { id } = document as { id?: IDBValidKey };
  return Promise.all([
    change.objectStore(DOCUMENTS).put(document),
    columns && change.objectStore(COLUMNS).put(columns, id),
  ]);
}
