import type { OwnFileSet, OwnFilesStore, PickedFile } from "../data/types";
import { Database } from "./database";

const DATABASE = "flatnce-own-files";
/** What is kept, by name; and the files themselves, which listing need not read. */
const SETS = "sets";
const FILES = "files";

/**
 * Files that a user asked this device to keep, in the browser's IndexedDB, which copies a file's bytes and is there in every
 * browser; opened when first used.
 */
export function indexedDbOwnFiles(): OwnFilesStore {
  const database = new Database({
    name: DATABASE,
    version: 1,
    upgrade: (db) => {
      db.createObjectStore(SETS, { keyPath: "name" });
      db.createObjectStore(FILES);
    },
  });
  return {
    list: async () => ((await (await database.open()).getAll(SETS)) as unknown[]).filter(isSet),
    async read(name) {
      const files: unknown = await (await database.open()).get(FILES, name);
      return Array.isArray(files) && files.every(isPicked) ? files : null;
    },
    async write(set, files) {
      // Or the browser may delete it when the device runs short.
      await globalThis.navigator?.storage?.persist?.();
      const change = (await database.open()).transaction([SETS, FILES], "readwrite");
      await Promise.all([
        change.objectStore(SETS).put(set),
        change.objectStore(FILES).put(
          files.map(({ file, path }) => ({ file, path })),
          set.name,
        ),
        change.done,
      ]);
    },
    async remove(name) {
      const change = (await database.open()).transaction([SETS, FILES], "readwrite");
      await Promise.all([change.objectStore(SETS).delete(name), change.objectStore(FILES).delete(name), change.done]);
    },
  };
}

function isSet(value: unknown): value is OwnFileSet {
  const { name, count, size } = (value ?? {}) as Partial<Record<keyof OwnFileSet, unknown>>;
  return typeof name === "string" && typeof count === "number" && typeof size === "number";
}

function isPicked(value: unknown): value is PickedFile {
  const { file, path } = (value ?? {}) as Partial<Record<keyof PickedFile, unknown>>;
  return file instanceof File && typeof path === "string";
}
