import type { IDBPDatabase } from "idb";
import { PlaygroundError } from "../i18n/errors";
import { texts } from "./errors";

interface DatabaseOptions {
  name: string;
  version: number;
  /** Makes the stores that a database of an earlier version lacks; `from` is 0 for a new one. */
  upgrade: (database: IDBPDatabase, from: number) => void;
}

/** A database of the browser's IndexedDB, opened when first used, and again where that has failed or it was closed. */
export class Database {
  private readonly options: DatabaseOptions;
  private opened: Promise<IDBPDatabase> | null = null;

  constructor(options: DatabaseOptions) {
    this.options = options;
  }

  /**
   * @throws PlaygroundError where another tab stands in the way, or the database is of a later version; DOMException where the
   * browser refuses
   */
  open(): Promise<IDBPDatabase> {
    this.opened ??= this.connect().catch((error: unknown) => {
      this.opened = null;
      throw error;
    });
    return this.opened;
  }

  private async connect(): Promise<IDBPDatabase> {
    const { name, version, upgrade } = this.options;
    const { openDB } = await import("idb");
    return new Promise((resolve, reject) => {
      openDB(name, version, {
        upgrade,
        blocked: () => reject(new PlaygroundError(texts.blocked)),
        // A later version in another tab: it must not wait for this one.
        blocking: (_, __, event) => {
          this.opened = null;
          (event.target as IDBDatabase).close();
        },
        terminated: () => {
          this.opened = null;
        },
      }).then(resolve, (error: unknown) => reject(isOfLater(error) ? new PlaygroundError(texts.later) : error));
    });
  }
}

function isOfLater(error: unknown): boolean {
  return error instanceof DOMException && error.name === "VersionError";
}
