import { type DocumentStore, memoryStore } from "../documentStore";

/** Bytes of the columns of a run, as container.ts packs them. */
export type PackedColumns = Uint8Array<ArrayBuffer>;

/** Runs as they are found: light documents, and beside each the bytes of its columns. Both are written and removed in one transaction, or neither. */
export interface RunStore extends DocumentStore {
  /** Without looking at what is there: all is on its way when it returns. Columns are left as they are where none are given. */
  put(document: object, columns?: PackedColumns): Promise<void>;
  /** Puts a document, made of the one that is there, and its columns; nothing where none is made. */
  change(key: string, make: (before: unknown) => object | null, columns?: PackedColumns): Promise<void>;
  /** undefined where there are none. */
  columns(key: IDBValidKey): Promise<unknown>;
}

/** Runs that last as long as the page. */
export function memoryRuns(): RunStore {
  const documents = memoryStore("id");
  const columns = new Map<IDBValidKey, PackedColumns>();
  const put: RunStore["put"] = async (document, packed) => {
    if (packed) columns.set(String((document as { id?: unknown }).id), packed);
    await documents.put(document);
  };
  return {
    ...documents,
    put,
    async change(key, make, packed) {
      const document = make(await documents.get(key));
      if (document) await put(document, packed);
    },
    columns: async (key) => columns.get(key),
    async remove(key) {
      columns.delete(key);
      await documents.remove(key);
    },
  };
}
