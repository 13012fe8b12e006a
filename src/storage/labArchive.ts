import type { LabResult } from "../labs/types";
import { CappedStore } from "./cappedStore";

/** A lab's rows so far, as they are kept: under the lab and what of its config decides what is measured. */
export interface KeptLab extends LabResult {
  key: string;
}

/** Where the labs' rows outlive the page. */
export interface LabArchive {
  get(key: string): Promise<KeptLab | undefined>;
  put(lab: KeptLab): Promise<void>;
}

/** Results kept; the oldest go first. */
const CAPACITY = 60;

/** In the browser's IndexedDB; opened when first used. */
export function indexedDbLabs(database = "flatnce-labs"): LabArchive {
  const results = new CappedStore<KeptLab>({ database, store: "results", keyPath: "key", capacity: CAPACITY });
  return {
    get: (key) => results.get(key),
    put: (lab) => results.put(lab),
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
