import { isRecord } from "../config/paths";
import { type DocumentStore, memoryStore } from "./documentStore";
import { type KeptLab, readableLab, readKeptLab } from "./keptLab";
import { readAll, type Unreadable } from "./unreadable";

/** Where the labs' rows outlive the page. */
export interface LabArchive {
  /** What this version can read of a result; rows that it cannot are left out. */
  get(key: string): Promise<KeptLab | null>;
  /** All results that this version can read, the newest first. */
  all(): Promise<KeptLab[]>;
  /**
   * Puts a result in the place of the one of its key; one that cannot be read gets another key.
   * @returns whether there was such a one
   */
  put(lab: KeptLab): Promise<boolean>;
  /** What this version cannot read, in whole or in part. */
  unreadable(): Promise<Unreadable[]>;
  /** Deletes what cannot be read; a result that has taken its key meanwhile stays. */
  removeUnreadable(key: IDBValidKey): Promise<void>;
}

/** As long as the page. */
export function memoryLabs(): LabArchive {
  return labsIn(memoryStore("key"));
}

/** The labs' results of a store, in which there may be anything. */
export function labsIn(store: DocumentStore): LabArchive {
  /** Keys under which there is nothing that would be lost. */
  const own = new Set<string>();
  return {
    get: async (key) => readableLab(await store.get(key)),
    all: async () =>
      readAll(await store.entries(), readKeptLab).documents.sort((a, b) => b.startedAt.localeCompare(a.startedAt)),
    async put(lab) {
      const isSetAside = !own.has(lab.key) && (await setAside(store, lab.key));
      own.add(lab.key);
      await store.put(lab);
      return isSetAside;
    },
    unreadable: async () => readAll(await store.entries(), readKeptLab).unreadable,
    async removeUnreadable(key) {
      if (!readKeptLab(await store.get(key)).ok) await store.remove(key);
    },
  };
}

/** Puts what cannot be read under a key at which nothing is looked for, so that measuring anew does not overwrite it. Says whether there was any. */
async function setAside(store: DocumentStore, key: string): Promise<boolean> {
  const content = await store.get(key);
  if (!isRecord(content) || readKeptLab(content).ok) return false;
  await store.put({ ...content, key: `${key} before ${new Date().toISOString()}` });
  return true;
}
