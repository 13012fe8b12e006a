import { saidOf } from "../../i18n/errors";
import { say } from "../../i18n/message";
import { DataError } from "../errors";
import { texts } from "./errors";
import { request } from "./request";

/** How often a download is gone on with where it was cut off. */
const RESUMPTIONS = 3;

/** Bytes that a server announces; NaN where it does not. */
export function lengthOf({ headers }: Response): number {
  return Number(headers.get("Content-Length") ?? Number.NaN);
}

/**
 * All bytes of a file; where they are cut off, the server is asked for the rest, if it says by a date or a tag that the file is the same.
 *
 * @param first the answer that has come
 * @throws DataError where the rest cannot be had; the signal's reason when called off
 */
export async function* wholeOf(
  url: string,
  first: Response,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  const announced = lengthOf(first);
  let response = first;
  let length = 0;
  for (let left = RESUMPTIONS; ; left--) {
    try {
      for await (const part of bodyOf(response)) {
        length += part.length;
        yield part;
      }
      return;
    } catch (error) {
      signal?.throwIfAborted();
      const rest = left > 0 && length < announced ? await restOf(url, first, length, signal) : null;
      if (!rest)
        throw error instanceof DataError ? error : new DataError(say(texts.cutOff, { url, reason: saidOf(error) }));
      response = rest;
    }
  }
}

/** What is left of a file after its first bytes; null where the server does not send that, or the file is another one by now. */
async function restOf(url: string, first: Response, from: number, signal?: AbortSignal): Promise<Response | null> {
  const version = versionOf(first);
  if (version === null) return null;
  const rest = await request(url, { signal, headers: { Range: `bytes=${from}-` } }).catch(() => null);
  signal?.throwIfAborted();
  const isRest = rest?.status === 206 && versionOf(rest) === version && lengthOf(rest) === lengthOf(first) - from;
  if (isRest) return rest;
  await rest?.body?.cancel();
  return null;
}

/** What tells a file from what stands at its address at another time. Tags are seldom shown to other sites, dates always are. */
function versionOf({ headers }: Response): string | null {
  return headers.get("ETag") ?? headers.get("Last-Modified");
}

/** What comes of an answer, part by part; whoever stops in between lets the server go. */
export async function* bodyOf({ body }: Response): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  const reader = body?.getReader();
  if (!reader) return;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    // Read to its end or given up: nothing more comes.
    await reader.cancel().catch(() => undefined);
  }
}
