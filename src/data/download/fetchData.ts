import { say } from "../../i18n/message";
import { DataError } from "../errors";
import type { Progress } from "../types";
import { texts } from "./errors";
import { request } from "./request";
import { lengthOf, wholeOf } from "./resumed";

export interface FetchOptions {
  signal?: AbortSignal;
  /** Told the share of the bytes that has come, where the server says how many there are. */
  onProgress?: Progress;
  /** Most bytes. */
  limit?: number;
}

/** Most bytes of a download: 1 GiB. */
const LIMIT = 2 ** 30;

/**
 * Downloads a file. It is counted as it comes, so that the limit holds whatever the server announced.
 *
 * @param url `https:`, or `http:` on this machine
 * @throws DataError for people: unreachable or not shared with other sites, silent, not found, a web page instead of data, too large;
 * the signal's reason when called off
 */
export async function fetchData(url: string, { signal, onProgress, limit = LIMIT }: FetchOptions = {}): Promise<File> {
  const first = await request(url, { signal });
  const announced = lengthOf(first);
  if (announced > limit) {
    await first.body?.cancel();
    throw tooLarge(url, limit);
  }
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for await (const part of wholeOf(url, first, signal)) {
    parts.push(part);
    length += part.length;
    if (length > limit) throw tooLarge(url, limit);
    // A compressed answer grows beyond what was announced.
    if (announced > 0) onProgress?.(Math.min(1, length / announced));
  }
  if (length === 0) throw new DataError(say(texts.empty, { url }));
  onProgress?.(1);
  return new File(parts, fileName(url));
}

function tooLarge(url: string, limit: number): DataError {
  return new DataError(say(texts.tooLarge, { url, most: limit }));
}

/** The last part of an address. */
export function fileName(url: string): string {
  const { pathname, hostname } = new URL(url);
  return decoded(pathname.split("/").at(-1) ?? "") || hostname;
}

/** A part of an address without its escapes; as it stands where they spell no text. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
