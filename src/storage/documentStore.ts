/**
 * A store of documents as it is found: what another version, another program or a fault left in it is there as well, so
 * nothing in it has a type until it has come through a door (`pastRun.ts`, `keptLab.ts`).
 */

/** Where documents outlive the page. Every call may fail: a browser may refuse storage. */
export interface DocumentStore {
  /** All that there is, with the key of each. */
  entries(): Promise<[key: IDBValidKey, content: unknown][]>;
  get(key: IDBValidKey): Promise<unknown>;
  /** Puts a document in the place of the one of its key. */
  put(document: object): Promise<void>;
  remove(key: IDBValidKey): Promise<void>;
}

/** Documents that last as long as the page. */
export function memoryStore(keyPath: string): DocumentStore {
  const documents = new Map<IDBValidKey, unknown>();
  return {
    entries: async () => [...documents],
    get: async (key) => documents.get(key),
    put: async (document) => {
      documents.set(String((document as Record<string, unknown>)[keyPath]), document);
    },
    remove: async (key) => {
      documents.delete(key);
    },
  };
}
