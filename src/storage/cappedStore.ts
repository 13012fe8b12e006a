import { type IDBPDatabase, openDB } from "idb";
import { PlaygroundError } from "../i18n/errors";
import type { DocumentStore } from "./documentStore";
import { texts } from "./errors";

interface StoreOptions {
  database: string;
  store: string;
  /** Field of a value that tells it from the others. */
  keyPath: string;
  /** Values kept; those with the oldest `startedAt` go first. */
  capacity: number;
}

/** One store of an IndexedDB database of its own, opened when first used, and again where that has failed. */
export class CappedStore implements DocumentStore {
  private readonly options: StoreOptions;
  private opened: Promise<IDBPDatabase> | null = null;

  constructor(options: StoreOptions) {
    this.options = options;
  }

  async entries(): Promise<[IDBValidKey, unknown][]> {
    const { store } = this.options;
    const { store: documents } = (await this.database()).transaction(store);
    // Both in the order of the keys.
    const [keys, contents] = await Promise.all([documents.getAllKeys(), documents.getAll()]);
    return keys.map((key, i) => [key, contents[i]]);
  }

  async get(key: string): Promise<unknown> {
    return (await this.database()).get(this.options.store, key);
  }

  /** Puts a value in place of the one of its key, then removes what is more than the capacity. */
  async put(value: object): Promise<void> {
    const { store, capacity } = this.options;
    const database = await this.database();
    await database.put(store, value);
    const keys = await database.getAllKeysFromIndex(store, "startedAt");
    await Promise.all(keys.slice(0, Math.max(0, keys.length - capacity)).map((key) => database.delete(store, key)));
  }

  async remove(key: IDBValidKey): Promise<void> {
    await (await this.database()).delete(this.options.store, key);
  }

  private database(): Promise<IDBPDatabase> {
    this.opened ??= this.open().catch((error: unknown) => {
      this.opened = null;
      throw error;
    });
    return this.opened;
  }

  /** @throws PlaygroundError where another tab stands in the way; DOMException where the browser refuses, or the store is of a later version */
  private open(): Promise<IDBPDatabase> {
    const { database, store, keyPath } = this.options;
    return new Promise((resolve, reject) => {
      openDB(database, 1, {
        upgrade: (db) => {
          db.createObjectStore(store, { keyPath }).createIndex("startedAt", "startedAt");
        },
        blocked: () => reject(new PlaygroundError(texts.blocked)),
        // A later version in another tab: it must not wait for this one.
        blocking: (_, __, event) => {
          this.opened = null;
          (event.target as IDBDatabase).close();
        },
        terminated: () => {
          this.opened = null;
        },
      }).then(resolve, reject);
    });
  }
}
