import { saidOf } from "../../i18n/errors";
import { say } from "../../i18n/message";
import { DataError } from "../errors";
import { texts } from "./errors";

/**
 * Reads pickles, Python's own form of objects, as far as arrays of bytes need it. A pickle may call anything in Python; here the
 * few functions below stand for what NumPy writes, all else is refused by its name, and nothing is ever run.
 */

/** An array of NumPy's: its type as Python writes it (`u1`), its axes, and its bytes. */
export class PickledArray {
  shape: number[] = [];
  type = "";
  bytes: Uint8Array = new Uint8Array(0);

  /** What `ndarray.__setstate__` gets: version, axes, type, order, content. */
  __setstate__(state: unknown): void {
    const [, shape, type, , content] = Array.isArray(state) ? (state as unknown[]) : [];
    if (!Array.isArray(shape) || !(type instanceof PickledType)) throw new Error("an array does not say what it is");
    this.shape = shape.filter((side): side is number => typeof side === "number");
    this.type = type.name;
    this.bytes = bytesIn(content);
  }
}

class PickledType {
  readonly name: string;

  constructor(name: unknown) {
    this.name = textIn(name) ?? "";
  }

  /** Says the order of bytes, which single bytes do not have. */
  __setstate__(_state: unknown): void {
    // Without it the parser would write the state's fields over this object's.
  }
}

/** What pickles may name. None of these does anything but make one of the objects above; a pickle may set fields of what it names. */
const KNOWN: Readonly<Record<string, (...args: unknown[]) => unknown>> = {
  "_codecs.encode": (text) => bytesIn(text),
  "numpy.core.multiarray._reconstruct": () => new PickledArray(),
  "numpy._core.multiarray._reconstruct": () => new PickledArray(),
  "numpy.ndarray": () => new PickledArray(),
  "numpy.dtype": (name) => new PickledType(name),
  "collections.OrderedDict": () => new Map(),
};
for (const known of Object.values(KNOWN)) Object.freeze(known);

/**
 * @returns what the pickle holds: dictionaries as maps, lists as arrays, texts and bytes, arrays of NumPy's
 * @throws DataError when it names what is not known here, or is no pickle
 */
export async function unpickle(bytes: Uint8Array, name: string): Promise<unknown> {
  const { BufferReader, Parser } = await import("pickleparser");
  /** A length below 0 would lead back, and around for ever. */
  class ForwardReader extends BufferReader {
    private operations = 0;

    /** Asked once for each operation, most of which add something to what is held. */
    override hasNext(): boolean {
      if (++this.operations > MOST_OPERATIONS) throw new Error(`more than ${MOST_OPERATIONS} operations`);
      return super.hasNext();
    }

    override skip(length: number): void {
      if (!(length >= 0)) throw new Error("a length is below 0");
      super.skip(length);
    }

    override uint64(): number {
      return this.uint32() + 2 ** 32 * this.uint32();
    }
  }
  const nameResolver = {
    resolve(module: string, called: string) {
      const known = Object.hasOwn(KNOWN, `${module}.${called}`) ? KNOWN[`${module}.${called}`] : undefined;
      if (!known)
        throw new DataError(say(texts.unknownName, { name, called: `${module}.${called}`.slice(0, LONGEST_NAME) }));
      return known;
    },
  };
  try {
    return new Parser({ nameResolver, unpicklingTypeOfDictionary: "Map" }).read<unknown>(new ForwardReader(bytes));
  } catch (error) {
    if (error instanceof DataError) throw error;
    throw new DataError(say(texts.unreadable, { name, reason: saidOf(error) }));
  }
}

const LONGEST_NAME = 100;
/** Of those that CIFAR-100 takes, a dozen times as many. */
const MOST_OPERATIONS = 2 ** 22;

/** Whether a file begins as pickles do that are no text: protocols 2 to 5. */
export function isPickle(start: Uint8Array): boolean {
  return start[0] === 0x80 && (start[1] ?? 0) >= 2 && (start[1] ?? 0) <= 5;
}

/** A value of a dictionary whose keys may be texts or bytes. */
export function fieldOf(dictionary: unknown, key: string): unknown {
  if (!(dictionary instanceof Map)) return undefined;
  for (const [found, value] of dictionary as Map<unknown, unknown>) if (textIn(found) === key) return value;
  return undefined;
}

/** Texts of Python 2 are bytes. Of anything else there is none: lists of lists of lists would make an endless one. */
export function textIn(value: unknown): string | null {
  if (value instanceof Uint8Array) return new TextDecoder().decode(value);
  return typeof value === "string" ? value : null;
}

/** The bytes that a text of Python 2 was: the parser takes them for Windows' Latin letters. */
function bytesIn(content: unknown): Uint8Array {
  if (content instanceof Uint8Array) return content;
  if (typeof content !== "string") throw new Error("bytes are something else");
  const bytes = new Uint8Array(content.length);
  for (let i = 0; i < content.length; i++) {
    const code = content.charCodeAt(i);
    bytes[i] = code < 0x100 ? code : LATIN.get(code)!;
  }
  return bytes;
}

/** Where Windows' Latin letters are others than those of the standard. */
const LATIN = new Map(
  Array.from({ length: 0x20 }, (_, i) => [
    new TextDecoder("windows-1252").decode(Uint8Array.of(0x80 + i)).charCodeAt(0),
    0x80 + i,
  ]),
);
