import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { LabResult } from "../labs/types";

/** A lab's rows so far, as they are kept: under the lab and what of its config decides what is measured. */
export interface KeptLab extends LabResult {
  key: string;
}

/** Where the labs' rows outlive the page. */
export interface LabArchive {
  get(key: string): Promise<KeptLab | undefined>;
  put(lab: KeptLab): Promise<void>;
}

interface Schema extends DBSchema {
  results: { key: string; value: KeptLab; indexes: { startedAt: string } };
}

/** Results kept; the oldest go first. */
const CAPACITY = 60;

/** In the browser's IndexedDB; opened when first used. */
export function indexedDbLabs(name = "flatnce-labs"): LabArchive {
  let opened: Promise<IDBPDatabase<Schema>> | null = null;
  const database = () => {
    opened ??= openDB<Schema>(name, 1, {
      upgrade(db) {
        db.createObjectStore("results", { keyPath: "key" }).createIndex("startedAt", "startedAt");
      },
    });
    return opened;
  };
  return {
    get: async (key) => (await database()).get("results", key),
    put: async (lab) => {
      const db = await database();
      await db.put("results", lab);
      const keys = await db.getAllKeysFromIndex("results", "startedAt");
      await Promise.all(keys.slice(0, Math.max(0, keys.length - CAPACITY)).map((key) => db.delete("results", key)));
    },
  };
}

/** As long as the page, where the browser refuses storage. */
export function memoryLabs(): LabArchive {
  const results = new Map<string, KeptLab>();
  return {
    get: async (key) => results.get(key),
    put: async (lab) => {
      results.set(lab.key, lab);
    },
  };
}
