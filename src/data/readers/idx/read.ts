import { gunzipIdx } from "../../archives/gunzip";
import type { Piece } from "../../assembly/pair";
import { DataError, type Progress } from "../../types";
import { bytesOf, isGzip } from "../bytes";
import { HEADER_SIZE, type IdxHeader, LARGEST_FILE, parseHeader } from "./header";

/** A file whose content is as its header says; `shape` is [height, width] for images. */
export interface IdxFile extends Piece {
  /** Pixels or labels, without the header. */
  payload: Uint8Array;
}

/**
 * Reads one IDX file, plain or gzip. A plain file is read whole only after its header was found to agree with its size.
 *
 * @throws DataError naming the file, what was found and what was expected
 */
export async function readIdxFile(file: File, onProgress?: Progress): Promise<IdxFile> {
  const { name, size } = file;
  if (size > LARGEST_FILE)
    throw new DataError(`${name} has ${size} bytes; files of at most ${LARGEST_FILE} bytes are read.`);
  const start = await bytesOf(file.slice(0, HEADER_SIZE), name);
  if (isGzip(start)) {
    const { header, bytes } = gunzipIdx(await bytesOf(file, name), name, onProgress);
    checkSize(header, bytes.length, name);
    return idxFile(name, header, bytes);
  }
  const header = parseHeader(start, name);
  checkSize(header, size, name);
  return idxFile(name, header, await bytesOf(file, name));
}

function idxFile(name: string, { kind, count, height, width, headerSize }: IdxHeader, bytes: Uint8Array): IdxFile {
  const shape = kind === "images" ? [height, width] : [];
  return { name, kind, count, shape, payload: bytes.subarray(headerSize) };
}

function checkSize(header: IdxHeader, found: number, name: string): void {
  if (found === header.fileSize) return;
  const problem = found < header.fileSize ? "is cut short" : "is longer than its header says";
  throw new DataError(
    `${name} ${problem}: ${found} bytes found, ${header.count} ${header.kind} take ${header.fileSize}.`,
  );
}
