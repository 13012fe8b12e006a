import { type IDBPDatabase, openDB } from "idb";

/** What a store holds: ordered by when it began. */
interface Dated {
  /** ISO 8601. */
  startedAt: string;
}

interface StoreOptions {
  database: string;
  store: string;
  /** Field of a value that tells it from the others. */
  keyPath: string;
  /** Values kept; the oldest go first. */
  capacity: number;
}

/** One store of an IndexedDB database of its own, opened when first used. */
export class CappedStore<Value extends Dated> {
  private readonly options: StoreOptions;
  private opened: Promise<IDBPDatabase> | null = null;

  constructor(options: StoreOptions) {
    this.options = options;
  }

  /** Oldest first. */
  async all(): Promise<Value[]> {
    return (await this.database()).getAllFromIndex(this.options.store, "startedAt");
  }

  async get(key: string): Promise<Value | undefined> {
    return (await this.database()).get(this.options.store, key);
  }

  /** Puts a value in place of the one of its key, then removes what is more than the capacity. */
  async put(value: Value): Promise<void> {
    const { store, capacity } = this.options;
    const database = await this.database();
    await database.put(store, value);
    const keys = await database.getAllKeysFromIndex(store, "startedAt");
    await Promise.all(keys.slice(0, Math.max(0, keys.length - capacity)).map((key) => database.delete(store, key)));
  }

  async remove(key: string): Promise<void> {
    await (await this.database()).delete(this.options.store, key);
  }

  private database(): Promise<IDBPDatabase> {
    const { database, store, keyPath } = this.options;
    this.opened ??= openDB(database, 1, {
      upgrade: (db) => {
        db.createObjectStore(store, { keyPath }).createIndex("startedAt", "startedAt");
      },
    });
    return this.opened;
  }
}
