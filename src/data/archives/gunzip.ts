import { Gunzip } from "fflate";
import { messageOf } from "../../engine/messageOf";
import { HEADER_SIZE, type IdxHeader, LARGEST_FILE, parseHeader } from "../readers/idx/header";
import { DataError, type Progress } from "../types";
import { crc32 } from "./crc32";

/**
 * Compressed bytes inflated at a time. Deflate expands at most about 1030 times, so a hostile file can make one slice
 * grow to 17 MB before the count is looked at.
 */
const SLICE = 16 * 1024;
/** Bytes of a gzip file without content. */
const SHORTEST = 18;

/**
 * Inflates a gzip-compressed IDX file (RFC 1952) slice by slice. Its header is checked as soon as it is there, and
 * nothing is inflated beyond what the header promises.
 *
 * @throws DataError for damaged, truncated or overlong files
 */
export function gunzipIdx(
  compressed: Uint8Array,
  name: string,
  onProgress?: Progress,
): { header: IdxHeader; bytes: Uint8Array } {
  if (compressed.length < SHORTEST) throw incomplete(name, `only ${compressed.length} bytes`);
  const chunks: Uint8Array[] = [];
  let length = 0;
  let header: IdxHeader | null = null;
  let members = 1;
  const stream = new Gunzip((chunk) => {
    chunks.push(chunk);
    length += chunk.length;
  });
  stream.onmember = () => members++;
  for (let from = 0; from < compressed.length; from += SLICE) {
    const end = from + SLICE;
    inflate(stream, compressed.subarray(from, end), end >= compressed.length, name);
    if (!header && length >= HEADER_SIZE) header = parseHeader(join(chunks, HEADER_SIZE), name);
    if (length > (header?.fileSize ?? LARGEST_FILE)) throw overlong(name, header);
    onProgress?.(Math.min(1, end / compressed.length));
  }
  const bytes = join(chunks, length);
  if (members === 1) verify(bytes, compressed, name);
  return { header: header ?? parseHeader(bytes, name), bytes };
}

function inflate(stream: Gunzip, slice: Uint8Array, final: boolean, name: string): void {
  try {
    stream.push(slice, final);
  } catch (error) {
    const reason = messageOf(error);
    throw incomplete(name, reason);
  }
}

function incomplete(name: string, reason: string): DataError {
  return new DataError(`${name} is not a complete gzip file: it is damaged or cut short (${reason}).`);
}

function overlong(name: string, header: IdxHeader | null): DataError {
  const promised = header ? `${header.fileSize} that its header promises` : `${LARGEST_FILE} that are read at most`;
  return new DataError(`${name} holds more bytes, once decompressed, than the ${promised}.`);
}

/** The first `length` bytes of the chunks, in one piece. */
function join(chunks: Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    if (at >= length) break;
    bytes.set(chunk.subarray(0, length - at), at);
    at += chunk.length;
  }
  return bytes;
}

/** Compares with the checksum at the end of the file, which the inflating itself does not look at. */
function verify(bytes: Uint8Array, compressed: Uint8Array, name: string): void {
  const trailer = new DataView(compressed.buffer, compressed.byteOffset + compressed.byteLength - 8, 8);
  if (trailer.getUint32(0, true) !== crc32(bytes))
    throw new DataError(`${name} is damaged: its content does not match the checksum at the end of the gzip file.`);
}
