import { say } from "../../i18n/message";
import { answered } from "../answered";
import { DataError } from "../errors";
import { texts } from "./errors";

/** Longest wait for a server to send anything, in milliseconds. */
const SILENCE = 30_000;

/**
 * Fetches, and lets a server go that sends nothing for a while, or has led to an address inside: a stranger's link must not reach what
 * only this machine can.
 *
 * @throws DataError where it does; the signal's reason when called off; what `fetch` throws
 */
export async function fetchWatched(url: string, init: RequestInit): Promise<Response> {
  const own = new AbortController();
  const { signal } = init;
  const callOff = () => own.abort(signal?.reason);
  signal?.addEventListener("abort", callOff, { once: true });
  if (signal?.aborted) callOff();
  // A signal may outlive many downloads, and would keep each of them.
  const letGo = () => signal?.removeEventListener("abort", callOff);
  const silence = () => {
    const error = new DataError(say(texts.silent, { url, seconds: SILENCE / 1000 }));
    own.abort(error);
    return error;
  };
  try {
    const response = await answered(fetch(url, { ...init, signal: own.signal }), SILENCE, silence);
    if (response.redirected && isInside(response.url) && !isInside(url)) {
      own.abort();
      throw new DataError(say(texts.ledInside, { url, to: response.url }));
    }
    const { body, status, statusText, headers } = response;
    if (body) return new Response(watched(body, silence, letGo), { status, statusText, headers });
    letGo();
    return response;
  } catch (error) {
    letGo();
    throw error;
  }
}

/** The same bytes; waiting for the next ones has an end, and `ended` is called at theirs, however it comes. */
function watched(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  silence: () => Error,
  ended: () => void,
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  const pull = async (controller: ReadableStreamDefaultController<Uint8Array>) => {
    const { done, value } = await answered(reader.read(), SILENCE, silence);
    if (!done) return controller.enqueue(value);
    ended();
    controller.close();
  };
  const source: UnderlyingDefaultSource<Uint8Array> = {
    pull: (controller) =>
      pull(controller).catch((error: unknown) => {
        ended();
        throw error;
      }),
    cancel: (reason) => {
      ended();
      return reader.cancel(reason);
    },
  };
  return new ReadableStream(source, { highWaterMark: 0 });
}

/** Of IPv4: this machine, and the networks that are nobody's on the net (RFC 1122, 1918, 3927). */
const INSIDE_IPV4 = /^(0|10|127|169\.254|192\.168|172\.(1[6-9]|2\d|3[01]))\./;
/** Of IPv6: this machine, one that is a disguise of IPv4, and the same networks (RFC 4193, 4291). */
const INSIDE_IPV6 = /^\[(::|f[cd]|fe[89ab])/;
const INSIDE_NAME = /(^|\.)(localhost|local|internal)\.?$/;

/** Whether an address is on this machine or in its network, as far as its name says. */
export function isInside(url: string): boolean {
  const { hostname } = new URL(url);
  return [INSIDE_IPV4, INSIDE_IPV6, INSIDE_NAME].some((kind) => kind.test(hostname));
}
