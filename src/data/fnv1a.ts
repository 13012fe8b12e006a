/** FNV-1a in 32 bits (Fowler, Noll and Vo): tells contents apart, and keeps no secret. */

/** The hash of nothing. */
export const NOTHING_HASHED = 0x811c9dc5;
const PRIME = 0x01000193;

/** Goes on from `hash` with more bytes. */
export function fnv1a(bytes: Uint8Array, hash: number): number {
  let sum = hash;
  for (const byte of bytes) sum = Math.imul(sum ^ byte, PRIME) >>> 0;
  return sum;
}

/** As eight hexadecimal digits. */
export function hashText(hash: number): string {
  return hash.toString(16).padStart(8, "0");
}
