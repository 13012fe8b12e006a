import { saidOf, verbatim } from "../../i18n/errors";
import { type Said, say } from "../../i18n/message";
import { DataError } from "../errors";
import type { Progress } from "../types";
import { texts } from "./errors";

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
 * @throws DataError for people: unreachable or not shared with other sites, not found, a web page instead of data, too large;
 * the signal's reason when called off
 */
export async function fetchData(url: string, { signal, onProgress, limit = LIMIT }: FetchOptions = {}): Promise<File> {
  const response = await request(url, { signal });
  const announced = Number(response.headers.get("Content-Length") ?? Number.NaN);
  if (announced > limit) {
    await response.body?.cancel();
    throw tooLarge(url, limit);
  }
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for await (const part of bodyOf(response, url, signal)) {
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

/**
 * Asks a server for a file.
 *
 * @throws DataError unless it answers with data
 */
export async function request(url: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(checked(url), init);
  } catch (error) {
    init.signal?.throwIfAborted();
    if (error instanceof DataError) throw error;
    throw new DataError(say(texts.unreachable, { url, reason: saidOf(error) }));
  }
  if (!response.ok) {
    await response.body?.cancel();
    throw refused(url, response);
  }
  if (/^text\/html\b/i.test(response.headers.get("Content-Type") ?? "")) {
    await response.body?.cancel();
    throw new DataError(say(texts.webPage, { url }));
  }
  return response;
}

/** Not every server says more than a number. */
function refused(url: string, { status, statusText }: Response): DataError {
  const meaning = MEANINGS[status] ?? verbatim(statusText);
  if (status in MEANINGS || statusText !== "") return new DataError(say(texts.refused, { url, status, meaning }));
  return new DataError(say(texts.refusedSilently, { url, status }));
}

const MEANINGS: Record<number, Said> = {
  401: texts.wantsLogin,
  403: texts.forbidden,
  404: texts.noFile,
  429: texts.tooOften,
};

/** Anything but an encrypted address would also be refused by the browser, with less to read. */
function checked(url: string): string {
  if (isAllowed(url)) return url;
  throw new DataError(say(texts.noAddress, { url }));
}

/** Whether data may be fetched from an address; the page's content security policy (vite.config.ts) says the same. */
export function isAllowed(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === "https:" || (protocol === "http:" && hostname === "localhost");
}

async function* bodyOf(response: Response, url: string, signal?: AbortSignal): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = response.body?.getReader();
  if (!reader) return;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } catch (error) {
    signal?.throwIfAborted();
    throw new DataError(say(texts.cutOff, { url, reason: saidOf(error) }));
  } finally {
    // Read to its end or given up: nothing more comes.
    await reader.cancel().catch(() => undefined);
  }
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
