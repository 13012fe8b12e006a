import { strToU8, Zip, ZipDeflate, ZipPassThrough } from "fflate";
import { Parts } from "../parts";

/** ZIP archives, packed in pieces so that no page stands still while it compresses. */

export interface PackedFile {
  /** With `/` between folders. */
  path: string;
  /** A blob is read piece by piece. */
  content: string | Uint8Array | Blob;
}

/** Bytes that are compressed at a time: some ten milliseconds' work. */
const PIECE = 256 * 1024;
/** Random-looking numbers hardly get smaller. */
const STORED = /\.(safetensors|npy)$/;

/**
 * @param pause lets others have their turn
 * @returns the archive
 */
export async function writeZip(files: AsyncIterable<PackedFile>, pause: () => Promise<void>): Promise<Blob> {
  const parts = new Parts();
  let failure: Error | null = null;
  const zip = new Zip((error, data) => {
    if (error) failure = error;
    else parts.add(new Uint8Array(data));
  });
  for await (const { path, content } of files) {
    const bytes = typeof content === "string" ? strToU8(content) : content;
    const size = bytes instanceof Blob ? bytes.size : bytes.length;
    const entry = STORED.test(path) ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 6 });
    zip.add(entry);
    for (let from = 0; from < size || from === 0; from += PIECE) {
      const piece = bytes.slice(from, from + PIECE);
      entry.push(piece instanceof Blob ? new Uint8Array(await piece.arrayBuffer()) : piece, from + PIECE >= size);
      await pause();
    }
  }
  zip.end();
  if (failure) throw failure;
  return parts.toBlob("application/zip");
}
