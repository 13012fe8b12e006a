import { say } from "../../../i18n/message";
import { GzipReader, joined } from "../../archives/gunzip";
import type { Piece } from "../../assembly/pair";
import { DataError } from "../../errors";
import type { Progress } from "../../types";
import { bytesOf, isGzip } from "../bytes";
import { withChannelsLast } from "./axes";
import { texts } from "./errors";
import {
  COLOR_HEADER_SIZE,
  channelAxis,
  HEADER_SIZE,
  type IdxHeader,
  isInColor,
  LARGEST_FILE,
  parseHeader,
} from "./header";

/** A file whose content is as its header says; `shape` is that of an image: [height, width], and 3 where there is color. */
export interface IdxFile extends Piece {
  /** Pixels, row by row, or labels, without the header. */
  payload: Uint8Array;
}

/**
 * Reads one IDX file, plain or gzip. A plain file is read whole only after its header was found to agree with its size.
 *
 * @throws DataError naming the file, what was found and what was expected
 */
export async function readIdxFile(file: File, onProgress?: Progress): Promise<IdxFile> {
  const { name, size } = file;
  if (size > LARGEST_FILE) throw new DataError(say(texts.tooLarge, { name, size, most: LARGEST_FILE }));
  const start = await bytesOf(file.slice(0, COLOR_HEADER_SIZE), name);
  if (isGzip(start)) {
    const { header, payload } = await gunzipIdx(file, onProgress);
    checkSize(header, header.headerSize + payload.length, name);
    return idxFile(name, header, payload);
  }
  const header = parseHeader(start, name);
  checkSize(header, size, name);
  return idxFile(name, header, (await bytesOf(file, name)).subarray(header.headerSize));
}

/** The header is checked as soon as it is there, and nothing is inflated beyond what it promises. */
async function gunzipIdx(file: File, onProgress?: Progress): Promise<{ header: IdxHeader; payload: Uint8Array }> {
  const reader = new GzipReader(file, file.name, (bytes) => onProgress?.(Math.min(1, bytes / file.size)));
  try {
    const first = (await reader.read(HEADER_SIZE)).slice();
    const more = COLOR_HEADER_SIZE - HEADER_SIZE;
    const start = isInColor(first) ? joined([first, await reader.read(more)]) : first;
    const header = parseHeader(start, file.name);
    const rest = await reader.readRest(header.fileSize - start.length);
    if (!rest) throw overlong(file.name, header);
    const payload = header.headerSize === start.length ? rest : joined([start.subarray(header.headerSize), rest]);
    return { header, payload };
  } finally {
    await reader.close();
  }
}

function overlong(name: string, { fileSize }: IdxHeader): DataError {
  return new DataError(say(texts.overlong, { name, promised: fileSize }));
}

function idxFile(name: string, { kind, count, axes }: IdxHeader, payload: Uint8Array): IdxFile {
  const channels = channelAxis(axes);
  if (typeof channels !== "number") return { name, kind, count, shape: axes, payload };
  return { name, kind, count, ...withChannelsLast({ axes, channels, count, payload }) };
}

function checkSize(header: IdxHeader, found: number, name: string): void {
  if (found === header.fileSize) return;
  const text = found < header.fileSize ? texts.cutShort : texts.tooLong;
  const { count, kind, fileSize } = header;
  throw new DataError(say(text, { name, found, count, kind, expected: fileSize }));
}
