import { fnv1a, hashText, NOTHING_HASHED } from "../../data/fnv1a";
import type { DatasetFiles, PickedFile } from "../../data/types";

/** What tells files from others of the same name: a checksum of their paths and of all their bytes, in whatever order they came. */

/** A pick is read once, as long as it can be. */
const known = new WeakMap<DatasetFiles, Promise<string>>();

/**
 * Eight hexadecimal digits and the number of bytes, as in `0badf00d-1234`.
 *
 * @returns rejects where a file cannot be read
 */
export function contentOf(files: DatasetFiles): Promise<string> {
  const content = known.get(files) ?? checksum(files.files);
  known.set(files, content);
  content.catch(() => known.delete(files));
  return content;
}

async function checksum(files: readonly PickedFile[]): Promise<string> {
  const ordered = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  let [hash, size] = [NOTHING_HASHED, 0];
  for (const { file, path } of ordered) {
    hash = await hashOf(file, fnv1a(new TextEncoder().encode(`${path}\n${file.size}\n`), hash));
    size += file.size;
  }
  return `${hashText(hash)}-${size}`;
}

/** Bytes that are read at once: the page stays awake in between. */
const PART = 2 ** 20;

async function hashOf(file: Blob, start: number): Promise<number> {
  let hash = start;
  for (let at = 0; at < file.size; at += PART)
    hash = fnv1a(new Uint8Array(await file.slice(at, at + PART).arrayBuffer()), hash);
  return hash;
}
