import { PlaygroundError } from "../../i18n/errors";
import { texts } from "../errors";
import { Parts } from "../parts";
import { embeddingsOf } from "./columns";
import type { EmbeddingFormat } from "./types";

/** One array of NumPy (NEP 1, version 1.0): the embedding alone. */
export const npy: EmbeddingFormat = {
  ending: "npy",
  open(head, content) {
    const [embedding, other] = embeddingsOf(head, content);
    if (!embedding || other) throw new PlaygroundError(texts.oneArray);
    const parts = new Parts();
    parts.add(npyHeader("<f4", [head.count, embedding.size]));
    return {
      add: (rows) => parts.add(bytesOf(embedding.of(rows))),
      finish: async () => parts.toBlob("application/octet-stream"),
    };
  },
};

/** What numbers begin at a multiple of, for those who map the file into memory. */
const ALIGNMENT = 64;
/** Magic, version, and the length of what follows. */
const FIXED = 10;

/**
 * What stands before the numbers of an array, row by row.
 * @param type as NumPy writes it, such as "<f4" or "<U12"
 */
export function npyHeader(type: string, shape: readonly number[]): Uint8Array<ArrayBuffer> {
  const axes = shape.length === 1 ? `${shape[0]},` : shape.join(", ");
  const text = `{'descr': '${type}', 'fortran_order': False, 'shape': (${axes}), }`;
  const length = Math.ceil((FIXED + text.length + 1) / ALIGNMENT) * ALIGNMENT;
  const header = new Uint8Array(length).fill(" ".charCodeAt(0));
  header.set([0x93, ...letters("NUMPY"), 1, 0]);
  new DataView(header.buffer).setUint16(FIXED - 2, length - FIXED, true);
  header.set(letters(text), FIXED);
  header[length - 1] = "\n".charCodeAt(0);
  return header;
}

/** Texts as an array of NumPy: UTF-32, filled up with zeros to the length of the longest. */
export function npyTexts(texts: readonly string[]): Uint8Array<ArrayBuffer> {
  const codes = texts.map((text) => Array.from(text, (letter) => letter.codePointAt(0) ?? 0));
  const longest = Math.max(1, ...codes.map(({ length }) => length));
  const header = npyHeader(`<U${longest}`, [texts.length]);
  const bytes = new Uint8Array(header.length + 4 * longest * texts.length);
  bytes.set(header);
  const view = new DataView(bytes.buffer, header.length);
  for (const [row, letters] of codes.entries())
    for (const [i, code] of letters.entries()) view.setUint32(4 * (row * longest + i), code, true);
  return bytes;
}

/** The bytes of numbers, little-endian as every machine that runs a browser has them. */
export function bytesOf({ buffer, byteOffset, byteLength }: Float32Array | Int32Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength);
}

function letters(text: string): number[] {
  return Array.from(text, (letter) => letter.charCodeAt(0));
}
