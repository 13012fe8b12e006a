/**
 * Numbers of four bytes as bytes that compress well: the first bytes of all numbers, then the second ones, and so on. Neighbors
 * of a series share their sign and exponent, and steps all but their last byte. Works through a block at a time, so that
 * whoever calls can let others in between.
 */

/** Lists that are made of words of four bytes. */
export type Words = Int32Array | Uint32Array | Float32Array;

/** Numbers of a block: about a millisecond's work, its compression included. */
const BLOCK = 16_384;

/** The words of a list as bytes, a block at a time. */
export function* planesOf(words: Words): Generator<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
  for (let first = 0; first < words.length; first += BLOCK) {
    const count = Math.min(BLOCK, words.length - first);
    const planes = new Uint8Array(4 * count);
    for (let plane = 0, to = 0; plane < 4; plane++)
      for (let i = 0; i < count; i++) planes[to++] = bytes[4 * (first + i) + plane] as number;
    yield planes;
  }
}

/**
 * The other way.
 * @param planes as many bytes as the words have
 */
export function fillFromPlanes(words: Words, planes: Uint8Array): void {
  const bytes = new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
  for (let first = 0; first < words.length; first += BLOCK) {
    const count = Math.min(BLOCK, words.length - first);
    for (let plane = 0, from = 4 * first; plane < 4; plane++)
      for (let i = 0; i < count; i++) bytes[4 * (first + i) + plane] = planes[from++] as number;
  }
}
