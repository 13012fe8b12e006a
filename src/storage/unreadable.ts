import type { ConfigError } from "../config/schema";

/** A document that this version cannot read. It stays where it is, to be exported or deleted, and is never shown as what it should be. */
export interface Unreadable {
  key: IDBValidKey;
  /** What is wrong with it. */
  reasons: ConfigError[];
  /** As it is stored. */
  content: unknown;
}

/** What came out of a store. */
export interface Contents<Document> {
  documents: Document[];
  unreadable: Unreadable[];
}

/** What a door says of a document. */
type Reading<Document> = { ok: true; config: Document } | { ok: false; errors: ConfigError[] };

/** Leads everything in a store through its door. */
export function readAll<Document>(
  entries: readonly [key: IDBValidKey, content: unknown][],
  read: (content: unknown) => Reading<Document>,
): Contents<Document> {
  const contents: Contents<Document> = { documents: [], unreadable: [] };
  for (const [key, content] of entries) {
    const reading = read(content);
    if (reading.ok) contents.documents.push(reading.config);
    else contents.unreadable.push({ key, reasons: reading.errors, content });
  }
  return contents;
}
