import type { Said } from "../../i18n/message";
import { texts } from "./errors";

/**
 * Where the values of a JSON text stand, and the first place at which it is none. `JSON.parse` says neither: its messages differ
 * between engines, and it forgets the places.
 */

/** Places as offsets into the text, by paths as errors write them: `optimizer.schedule.id`, `arms[1].temperature`; "" is the whole. */
export type Places = ReadonlyMap<string, number>;
export type Scan = { ok: true; places: Places } | { ok: false; at: number; said: Said };

const SPACE = /[ \t\n\r]*/y;
/**
 * Between quotes: no quote, no backslash by itself, no control character. Piece by piece: one expression for the whole would try
 * every way to divide it where the closing quote is missing.
 */
const PIECE = /[ !#-[\]-\uffff]+|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])/y;
const WORD = /(?:true|false|null)(?!\w)/y;
/** No config is nested so deeply. */
const DEEPEST = 50;

/** Never throws. */
export function scanJson(text: string): Scan {
  const scanner = new Scanner(text);
  try {
    scanner.whole();
    return { ok: true, places: scanner.places };
  } catch (error) {
    if (error instanceof Unexpected) return { ok: false, at: error.at, said: error.said };
    throw error;
  }
}

/** Ends a scan. */
class Unexpected extends Error {
  readonly at: number;
  readonly said: Said;

  constructor(at: number, said: Said) {
    super(said.text);
    this.at = at;
    this.said = said;
  }
}

/** Reads a text once, from its beginning to its end. */
class Scanner {
  readonly places = new Map<string, number>();
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  whole(): void {
    this.skip(SPACE);
    this.places.set("", this.at);
    this.value("", 0);
    if (this.at < this.text.length) this.refuse(texts.end);
  }

  /** A value and the space after it. */
  private value(path: string, depth: number): void {
    if (depth > DEEPEST) this.refuse(texts.deep);
    if (this.next === "{") this.object(path, depth);
    else if (this.next === "[") this.list(path, depth);
    else this.leaf();
    this.skip(SPACE);
  }

  private leaf(): void {
    const { next } = this;
    if (next === '"') this.quoted();
    else if (next === "'") this.refuse(texts.quotes);
    else if (/[-+.\d]/.test(next)) this.need(NUMBER, texts.number);
    else this.need(WORD, texts.value);
  }

  private quoted(): void {
    const start = this.at++;
    while (this.skip(PIECE));
    if (this.next !== '"') throw new Unexpected(start, texts.text);
    this.at++;
  }

  private object(path: string, depth: number): void {
    this.items("}", texts.nextInObject, () => {
      const { at, next } = this;
      if (next !== '"') this.refuse(texts.name);
      this.quoted();
      const name = JSON.parse(this.text.slice(at, this.at)) as string;
      const inner = path ? `${path}.${name}` : name;
      this.places.set(inner, at);
      this.skip(SPACE);
      if (this.next !== ":") this.refuse(texts.colon);
      this.step();
      this.value(inner, depth + 1);
    });
  }

  private list(path: string, depth: number): void {
    let count = 0;
    this.items("]", texts.nextInList, () => {
      const inner = `${path}[${count++}]`;
      this.places.set(inner, this.at);
      this.value(inner, depth + 1);
    });
  }

  /** What stands between brackets, with commas between. */
  private items(close: string, expected: Said, item: () => void): void {
    this.step();
    if (this.next !== close) item();
    while (this.next === ",") {
      const comma = this.at;
      this.step();
      if (this.next === close) throw new Unexpected(comma, texts.comma);
      item();
    }
    if (this.next !== close) this.refuse(expected);
    this.at++;
  }

  /** "" at the end. */
  private get next(): string {
    return this.text.charAt(this.at);
  }

  /** Over a character and the space after it. */
  private step(): void {
    this.at++;
    this.skip(SPACE);
  }

  private skip(what: RegExp): boolean {
    what.lastIndex = this.at;
    const found = what.test(this.text);
    if (found) this.at = what.lastIndex;
    return found;
  }

  private need(what: RegExp, otherwise: Said): void {
    if (!this.skip(what)) this.refuse(otherwise);
  }

  private refuse(said: Said): never {
    throw new Unexpected(this.at, said);
  }
}

/** The place of a field, or of the nearest thing around it that is written. */
export function placeOf(places: Places, path: string): number {
  const place = places.get(path);
  if (place !== undefined || path === "") return place ?? 0;
  return placeOf(places, path.replace(/(?:^|\.)[^.[\]]*$|\[\d*\]$/, ""));
}
