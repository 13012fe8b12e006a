import { crc32 } from "../../src/data/archives/crc32";

/** What every PNG file is made of: a signature, and chunks with their checksums. */

export const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10);

/** What the bytes of a row mean, as the header has it. */
const KINDS = { palette: 3, rgba: 6 };

/** IHDR of a picture of 8 bits a value, not interlaced. */
export function header(width: number, height: number, kind: keyof typeof KINDS): Uint8Array {
  const content = new Uint8Array(13);
  const view = new DataView(content.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  content.set([8, KINDS[kind], 0, 0, 0], 8);
  return chunk("IHDR", content);
}

export function chunk(type: string, content = new Uint8Array(0)): Uint8Array {
  const bytes = new Uint8Array(12 + content.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, content.length);
  bytes.set(new TextEncoder().encode(type), 4);
  bytes.set(content, 8);
  view.setUint32(8 + content.length, crc32(bytes.subarray(4, 8 + content.length)));
  return bytes;
}
