import { isRecord } from "../config/paths";
import { type DocumentStore, memoryStore } from "./documentStore";
import { type PastRun, readPastRun } from "./pastRun";
import { type Contents, readAll } from "./unreadable";

/** Where past runs are kept. */
export interface History {
  /** Newest first. */
  all(): Promise<Contents<PastRun>>;
  put(run: PastRun): Promise<void>;
  /** Changes the note and nothing else, not even what this version does not know of the run. */
  annotate(id: string, note: string): Promise<void>;
  remove(key: IDBValidKey): Promise<void>;
}

/** History that lasts as long as the page. */
export function memoryHistory(): History {
  return historyIn(memoryStore("id"));
}

/** The past runs of a store, in which there may be anything. */
export function historyIn(store: DocumentStore): History {
  return {
    async all() {
      const { documents, unreadable } = readAll(await store.entries(), readPastRun);
      return { documents: documents.sort((a, b) => b.startedAt.localeCompare(a.startedAt)), unreadable };
    },
    put: (run) => store.put(run),
    async annotate(id, note) {
      const run = await store.get(id);
      if (isRecord(run)) await store.put({ ...run, note });
    },
    remove: (key) => store.remove(key),
  };
}
