import { say } from "../../../i18n/message";
import { LARGEST_PART } from "../../assembly/labeled";
import { fileName } from "../../download/fetchData";
import { request } from "../../download/request";
import { bodyOf } from "../../download/resumed";
import { DataError } from "../../errors";
import { texts } from "./errors";
import { MAGIC, type ParquetSource } from "./file";

/**
 * A Parquet file on a server, of which only stretches are fetched.
 *
 * @returns null when the server sends files whole only
 * @throws DataError when the file cannot be reached; the signal's reason when called off
 */
export async function remoteParquet(url: string, signal?: AbortSignal): Promise<ParquetSource | null> {
  const first = await request(url, { signal, headers: { Range: "bytes=0-3" } });
  if (first.status !== 206) {
    await first.body?.cancel();
    return null;
  }
  const start = await atMost(4, first);
  if (!start) throw notSent(url, 0, 4);
  const magic = new TextDecoder().decode(start);
  const size = await sizeOf(url, first, signal);
  if (size === null) return null;
  if (magic !== MAGIC) throw new DataError(say(texts.wrongStart, { url, start: magic }));
  return {
    name: fileName(url),
    signal,
    buffer: { byteLength: size, slice: (start, end = size) => range(url, start, end, signal) },
  };
}

/** Hosts do not show `Content-Range` to pages of other sites unless they say so; `Content-Length` they always do. */
async function sizeOf(url: string, answer: Response, signal?: AbortSignal): Promise<number | null> {
  const total = /\/(\d+)$/.exec(answer.headers.get("Content-Range") ?? "")?.[1];
  const length = total ?? (await request(url, { signal, method: "HEAD" })).headers.get("Content-Length");
  return length ? Number(length) : null;
}

async function range(url: string, start: number, end: number, signal?: AbortSignal): Promise<ArrayBuffer> {
  if (end - start > LARGEST_PART) throw new DataError(say(texts.longStretch, { url, most: LARGEST_PART }));
  const response = await request(url, { signal, headers: { Range: `bytes=${start}-${end - 1}` } });
  const bytes = response.status === 206 ? await atMost(end - start, response) : await response.body?.cancel();
  if (bytes?.length === end - start) return bytes.buffer;
  throw notSent(url, start, end);
}

function notSent(url: string, start: number, end: number): DataError {
  return new DataError(say(texts.noStretch, { url, start, end: end - 1 }));
}

/** The bytes of an answer; null where there are more, which may never end. */
async function atMost(most: number, response: Response): Promise<Uint8Array<ArrayBuffer> | null> {
  const bytes = new Uint8Array(most);
  let length = 0;
  for await (const part of bodyOf(response)) {
    if (length + part.length > most) return null;
    bytes.set(part, length);
    length += part.length;
  }
  return bytes.subarray(0, length);
}
