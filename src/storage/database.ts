import type { IDBPDatabase } from "idb";
import { answered } from "../data/answered";
import { PlaygroundError } from "../i18n/errors";
import { texts } from "./errors";

interface DatabaseOptions {
  name: string;
  version: number;
  /** Makes the stores that a database of an earlier version lacks; `from` is 0 for a new one. */
  upgrade: (database: IDBPDatabase, from: number) => void;
}

/** Longest wait for a database to be opened, in milliseconds. */
const PATIENCE = 5_000;

/** A database of the browser's IndexedDB, opened when first used, and again where that has failed or it was closed. */
export class Database {
  private readonly options: DatabaseOptions;
  private opened: Promise<IDBPDatabase> | null = null;
  /** Set while the browser owes an answer that was waited for in vain: whoever asks meanwhile need not wait as well. */
  private isSilent = false;

  constructor(options: DatabaseOptions) {
    this.options = options;
  }

  /**
   * @throws PlaygroundError where another tab stands in the way, the database is of a later version, or the browser does not answer;
   * DOMException where it refuses
   */
  open(): Promise<IDBPDatabase> {
    if (this.isSilent) return Promise.reject(new PlaygroundError(texts.silent));
    this.opened ??= this.connectInTime().catch((error: unknown) => {
      this.opened = null;
      throw error;
    });
    return this.opened;
  }

  private connectInTime(): Promise<IDBPDatabase> {
    const connection = this.connect();
    return answered(connection, PATIENCE, () => {
      this.isSilent = true;
      const settle = () => {
        this.isSilent = false;
      };
      // One that comes late is closed, since the next call opens its own.
      void connection.then((late) => late.close()).then(settle, settle);
      return new PlaygroundError(texts.silent);
    });
  }

  private async connect(): Promise<IDBPDatabase> {
    const { name, version, upgrade } = this.options;
    const { openDB } = await import("idb");
    return new Promise((resolve, reject) => {
      let isBlocked = false;
      openDB(name, version, {
        upgrade,
        blocked: () => {
          isBlocked = true;
          reject(new PlaygroundError(texts.blocked));
        },
        // A later version in another tab: it must not wait for this one.
        blocking: (_, __, event) => {
          this.opened = null;
          (event.target as IDBDatabase).close();
        },
        terminated: () => {
          this.opened = null;
        },
      }).then(
        // Once the other tab is gone the browser opens what was given up: nobody else would close it.
        (database) => (isBlocked ? database.close() : resolve(database)),
        (error: unknown) => reject(isOfLater(error) ? new PlaygroundError(texts.later) : error),
      );
    });
  }
}

function isOfLater(error: unknown): boolean {
  return error instanceof DOMException && error.name === "VersionError";
}
