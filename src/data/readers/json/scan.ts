/**
 * The parts of a list or an object in a text of JSON, without reading it whole: a list of a million records is parsed a record at a
 * time.
 */

/** A part: `[start, end)` of the text; of objects, with its key. */
export interface Part {
  key: string | null;
  start: number;
  end: number;
}

const [QUOTE, BACKSLASH, COMMA, COLON] = [34, 92, 44, 58];
const OPENING = new Set([91, 123]);
const CLOSING = new Set([93, 125]);

/**
 * @param at where the list or the object begins
 * @throws Error where the text ends before
 */
export function* partsOf(text: string, at: number): Generator<Part> {
  const isObject = text[at] === "{";
  let place = skipBlanks(text, at + 1);
  while (place < text.length && !CLOSING.has(text.charCodeAt(place))) {
    const key = isObject ? keyAt(text, place) : null;
    const start = key ? skipBlanks(text, key.end) : place;
    const end = endOfValue(text, start);
    yield { key: key?.name ?? null, start, end };
    place = skipBlanks(text, end);
    if (text.charCodeAt(place) === COMMA) place = skipBlanks(text, place + 1);
    else if (!CLOSING.has(text.charCodeAt(place))) throw new Error(`no comma at character ${place + 1}`);
  }
  if (place >= text.length) throw new Error("it is cut short");
}

export function skipBlanks(text: string, at: number): number {
  let place = at;
  while (text.charCodeAt(place) <= 32) place++;
  return place;
}

function keyAt(text: string, at: number): { name: string; end: number } {
  if (text.charCodeAt(at) !== QUOTE) throw new Error(`no name at character ${at + 1}`);
  const end = endOfText(text, at);
  const colon = skipBlanks(text, end);
  if (text.charCodeAt(colon) !== COLON) throw new Error(`no colon at character ${colon + 1}`);
  return { name: String(JSON.parse(text.slice(at, end))), end: colon + 1 };
}

function endOfText(text: string, at: number): number {
  for (let end = text.indexOf('"', at + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === BACKSLASH) slashes++;
    if (slashes % 2 === 0) return end + 1;
  }
  throw new Error("a text has no end");
}

/** Where the value that begins here ends; what it is, its parsing says. */
export function endOfValue(text: string, start: number): number {
  let [depth, place] = [0, start];
  for (; place < text.length; place++) {
    const code = text.charCodeAt(place);
    if (code === QUOTE) place = endOfText(text, place) - 1;
    else if (OPENING.has(code)) depth++;
    else if (depth === 0 && (code === COMMA || CLOSING.has(code))) return place;
    else if (CLOSING.has(code) && --depth === 0) return place + 1;
  }
  throw new Error("it is cut short");
}

/** Python writes numbers that are none bare. */
const NO_NUMBERS = /("(?:[^"\\]|\\.)*")|-?\b(?:NaN|Infinity)\b/g;

/** @throws SyntaxError when it is no JSON */
export function parseValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const mended = text.replace(NO_NUMBERS, (_, quoted?: string) => quoted ?? "null");
    if (mended === text) throw error;
    return JSON.parse(mended);
  }
}
