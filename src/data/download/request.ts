import { saidOf, verbatim } from "../../i18n/errors";
import { type Said, say } from "../../i18n/message";
import { DataError } from "../errors";
import { texts } from "./errors";
import { fetchWatched } from "./watched";

/**
 * Asks a server for a file.
 *
 * @returns its body breaks where the server sends nothing for a while
 * @throws DataError unless it answers with data
 */
export async function request(url: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetchWatched(checked(url), init);
  } catch (error) {
    init.signal?.throwIfAborted();
    if (error instanceof DataError) throw error;
    throw new DataError(say(texts.unreachable, { url, reason: saidOf(error) }));
  }
  const refusal = refusalOf(url, response);
  if (!refusal) return response;
  await response.body?.cancel();
  throw refusal;
}

function refusalOf(url: string, response: Response): DataError | null {
  if (!response.ok) return refused(url, response);
  const isPage = /^text\/html\b/i.test(response.headers.get("Content-Type") ?? "");
  return isPage ? new DataError(say(texts.webPage, { url })) : null;
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
