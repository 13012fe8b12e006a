import { strToU8, Zip, ZipDeflate, ZipPassThrough } from "fflate";

/** ZIP archives, packed in pieces so that no page stands still while it compresses. */

export interface PackedFile {
  /** With `/` between folders. */
  path: string;
  content: string | Uint8Array;
}

/** Bytes that are compressed at a time: some ten milliseconds' work. */
const PIECE = 256 * 1024;
/** A state of random-looking numbers hardly gets smaller. */
const STORED = /\.safetensors$/;

/**
 * @param pause lets others have their turn
 * @returns the archive
 */
export async function writeZip(files: AsyncIterable<PackedFile>, pause: () => Promise<void>): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let failure: Error | null = null;
  const zip = new Zip((error, data) => {
    if (error) failure = error;
    else parts.push(new Uint8Array(data));
  });
  for await (const { path, content } of files) {
    const bytes = typeof content === "string" ? strToU8(content) : content;
    const entry = STORED.test(path) ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 6 });
    zip.add(entry);
    for (let from = 0; from < bytes.length || from === 0; from += PIECE) {
      const isLast = from + PIECE >= bytes.length;
      entry.push(bytes.slice(from, from + PIECE), isLast);
      await pause();
    }
  }
  zip.end();
  if (failure) throw failure;
  return new Blob(parts, { type: "application/zip" });
}
