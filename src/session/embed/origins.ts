import { type PlaygroundError, problem } from "../../i18n/errors";
import { texts } from "./errors";

/** Which pages may speak to a frame: each by its whole origin, and none by a pattern. */

const SCHEMES: readonly string[] = ["https:", "http:"];

/**
 * An origin as browsers write it: `HTTPS://Example.org:443/` is `https://example.org`.
 * @returns an error that says what is wrong: a path, another scheme, or a pattern, which would let everybody in
 */
export function readOrigin(text: string): string | PlaygroundError {
  if (text.includes("*") || text === "null") return problem(texts.anyOrigin, { origin: text });
  const url = URL.canParse(text) ? new URL(text) : null;
  const isBare = url !== null && SCHEMES.includes(url.protocol) && `${url.origin}/` === url.href;
  return isBare ? url.origin : problem(texts.noOrigin, { origin: text });
}
