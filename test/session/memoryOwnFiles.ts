import type { OwnFileSet, OwnFilesStore, PickedFile } from "../../src/data/types";

/** Keeps files as long as the test. */
export function memoryOwnFiles(): OwnFilesStore {
  const kept = new Map<string, { set: OwnFileSet; files: readonly PickedFile[] }>();
  return {
    list: async () => [...kept.values()].map(({ set }) => set),
    read: async (name) => (kept.has(name) ? [...kept.get(name)!.files] : null),
    write: async (set, files) => void kept.set(set.name, { set, files }),
    remove: async (name) => void kept.delete(name),
  };
}
