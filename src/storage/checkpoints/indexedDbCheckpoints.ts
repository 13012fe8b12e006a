import { Database } from "../database";
import { type CheckpointStore, readableHeads } from "./checkpointStore";

/** The checkpoints in the browser's IndexedDB: heads apart from the bytes, which listing need not read. */

const HEADS = "heads";
const FILES = "files";

/** Opened when first used. */
export function indexedDbCheckpoints(): CheckpointStore {
  const database = new Database({
    name: "flatnce-checkpoints",
    version: 1,
    upgrade: (db) => {
      db.createObjectStore(HEADS, { keyPath: "id" });
      db.createObjectStore(FILES);
    },
  });
  const changing = async () => {
    const change = (await database.open()).transaction([HEADS, FILES], "readwrite");
    return { heads: change.objectStore(HEADS), files: change.objectStore(FILES), done: change.done };
  };
  return {
    heads: async () => readableHeads(await (await database.open()).getAll(HEADS)),
    async read(id) {
      const bytes: unknown = await (await database.open()).get(FILES, id);
      return bytes instanceof Uint8Array ? (bytes as Uint8Array<ArrayBuffer>) : null;
    },
    async write(head, bytes) {
      const { heads, files, done } = await changing();
      await Promise.all([heads.put(head), files.put(bytes, head.id), done]);
    },
    async writeHead(head) {
      const { heads, done } = await changing();
      const change = async () => (await heads.getKey(head.id)) !== undefined && heads.put(head);
      await Promise.all([change(), done]);
    },
    async remove(id) {
      const { heads, files, done } = await changing();
      await Promise.all([heads.delete(id), files.delete(id), done]);
    },
  };
}
