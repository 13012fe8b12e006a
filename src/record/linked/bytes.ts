import { PlaygroundError } from "../../i18n/errors";
import { texts } from "./errors";

/** A short document as bytes, and bytes as the characters that stand in an address as they are (base64url). */

const LAST_BITS = 0x7f;
const MORE = 0x80;
/** Bytes of the longest whole number, of 32 bits. */
const LONGEST = 5;

export class ByteWriter {
  private readonly bytes: number[] = [];

  byte(value: number): void {
    this.bytes.push(value & 0xff);
  }

  /** A whole number from 0 to 2^32 - 1; small ones take a byte. */
  whole(value: number): void {
    let rest = value;
    for (; rest > LAST_BITS; rest = Math.floor(rest / MORE)) this.byte((rest & LAST_BITS) | MORE);
    this.byte(rest);
  }

  word(value: number): void {
    this.byte(value);
    this.byte(value >> 8);
  }

  /** To the precision of a float32. */
  number(value: number): void {
    this.bytes.push(...new Uint8Array(Float32Array.of(value).buffer));
  }

  text(value: string): void {
    const bytes = new TextEncoder().encode(value);
    this.whole(bytes.length);
    this.bytes.push(...bytes);
  }

  toText(): string {
    const base64 = btoa(String.fromCharCode(...this.bytes));
    return base64.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  }
}

/** Reads what a `ByteWriter` wrote; every call throws a PlaygroundError where it is something else. */
export class ByteReader {
  private at = 0;
  private readonly bytes: Uint8Array<ArrayBuffer>;

  constructor(text: string) {
    this.bytes = bytesOf(text);
  }

  byte(): number {
    const value = this.bytes[this.at++];
    if (value === undefined) throw new PlaygroundError(texts.cut);
    return value;
  }

  /** A whole number within bounds. */
  whole(low: number, high: number): number {
    let value = 0;
    for (let i = 0; i < LONGEST; i++) {
      const byte = this.byte();
      value += (byte & LAST_BITS) * MORE ** i;
      if (byte < MORE) return within(value, low, high);
    }
    throw new PlaygroundError(texts.damaged);
  }

  word(): number {
    return this.byte() + 256 * this.byte();
  }

  /** A finite float32. */
  number(): number {
    const [value] = new Float32Array(this.take(4).buffer);
    return within(value ?? Number.NaN, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
  }

  /** @param most bytes that it may have */
  text(most: number): string {
    const bytes = this.take(this.whole(0, most));
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    } catch (cause) {
      throw new PlaygroundError(texts.damaged, { cause });
    }
  }

  end(): void {
    if (this.at < this.bytes.length) throw new PlaygroundError(texts.rest);
  }

  private take(count: number): Uint8Array<ArrayBuffer> {
    const taken = this.bytes.slice(this.at, this.at + count);
    if (taken.length < count) throw new PlaygroundError(texts.cut);
    this.at += count;
    return taken;
  }
}

function within(value: number, low: number, high: number): number {
  if (Number.isFinite(value) && value >= low && value <= high) return value;
  throw new PlaygroundError(texts.damaged);
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  if (!/^[\w-]*$/.test(text)) throw new PlaygroundError(texts.alphabet);
  // A single character too many is half a byte.
  if (text.length % 4 === 1) throw new PlaygroundError(texts.cut);
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
