import { DataError } from "../../types";
import type { Progress } from "../progress";
import { gunzipIdx, isGzip } from "./gunzip";
import { HEADER_SIZE, type IdxHeader, LARGEST_FILE, parseHeader } from "./header";

/** A file whose content is as its header says. */
export interface IdxFile {
  name: string;
  header: IdxHeader;
  /** Pixels or labels, without the header. */
  payload: Uint8Array;
}

/**
 * Reads one IDX file, plain or gzip. A plain file is read whole only after its header was found to agree with its size.
 *
 * @throws DataError naming the file, what was found and what was expected
 */
export async function readIdx(file: File, onProgress?: Progress): Promise<IdxFile> {
  const { name, size } = file;
  if (size > LARGEST_FILE)
    throw new DataError(`${name} has ${size} bytes; files of at most ${LARGEST_FILE} bytes are read.`);
  const start = await bytesOf(file.slice(0, HEADER_SIZE), name);
  if (isGzip(start)) {
    const { header, bytes } = gunzipIdx(await bytesOf(file, name), name, onProgress);
    checkSize(header, bytes.length, name);
    return { name, header, payload: bytes.subarray(header.headerSize) };
  }
  const header = parseHeader(start, name);
  checkSize(header, size, name);
  return { name, header, payload: (await bytesOf(file, name)).subarray(header.headerSize) };
}

async function bytesOf(blob: Blob, name: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await blob.arrayBuffer());
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DataError(`${name} could not be read (${reason}). Was it moved or changed after it was picked?`);
  }
}

function checkSize(header: IdxHeader, found: number, name: string): void {
  if (found === header.fileSize) return;
  const problem = found < header.fileSize ? "is cut short" : "is longer than its header says";
  throw new DataError(
    `${name} ${problem}: ${found} bytes found, ${header.count} ${header.kind} take ${header.fileSize}.`,
  );
}
