import { Database } from "./database";
import type { DocumentStore } from "./documentStore";

interface StoreOptions {
  database: string;
  store: string;
  /** Field of a value that tells it from the others. */
  keyPath: string;
  /** Values kept; those with the oldest `startedAt` go first. */
  capacity: number;
}

/** One store of an IndexedDB database of its own. */
export class CappedStore implements DocumentStore {
  private readonly options: StoreOptions;
  private readonly database: Database;

  constructor(options: StoreOptions) {
    const { database, store, keyPath } = options;
    this.options = options;
    this.database = new Database({
      name: database,
      version: 1,
      upgrade: (db) => db.createObjectStore(store, { keyPath }).createIndex("startedAt", "startedAt"),
    });
  }

  async entries(): Promise<[IDBValidKey, unknown][]> {
    const { store } = this.options;
    const { store: documents } = (await this.database.open()).transaction(store);
    // Both in the order of the keys.
    const [keys, contents] = await Promise.all([documents.getAllKeys(), documents.getAll()]);
    return keys.map((key, i) => [key, contents[i]]);
  }

  async get(key: IDBValidKey): Promise<unknown> {
    return (await this.database.open()).get(this.options.store, key);
  }

  /** Puts a value in place of the one of its key, then removes what is more than the capacity. */
  async put(value: object): Promise<void> {
    const { store, capacity } = this.options;
    const database = await this.database.open();
    await database.put(store, value);
    const keys = await database.getAllKeysFromIndex(store, "startedAt");
    await Promise.all(keys.slice(0, Math.max(0, keys.length - capacity)).map((key) => database.delete(store, key)));
  }

  async remove(key: IDBValidKey): Promise<void> {
    await (await this.database.open()).delete(this.options.store, key);
  }
}
