/**
 * Which characters bytes stand for. Most texts are UTF-8 and say so by being valid; what is not is guessed from its bytes (the
 * code pages of Windows, Shift JIS, GB 18030 and the like), by a library that is loaded only then.
 */

/** Bytes that a guess is made from: those around characters beyond ASCII, which alone tell code pages apart. */
const EVIDENCE = 16 * 1024;
/** Bytes kept before and after such a character. */
const AROUND = 8;
/** Western European, what Windows writes where nothing speaks for another page. */
const FALLBACK = "windows-1252";

/**
 * @returns the characters, without a byte order mark, and what the encoding is called; never fails: what stands for nothing becomes
 * a replacement mark
 */
export async function textOf(bytes: Uint8Array): Promise<{ text: string; encoding: string }> {
  const marked = byMark(bytes) ?? byZeros(bytes);
  if (marked) return { text: new TextDecoder(marked).decode(bytes), encoding: marked };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "utf-8" };
  } catch {
    const encoding = await guessedEncoding(bytes);
    return { text: new TextDecoder(encoding).decode(bytes), encoding };
  }
}

/** The likeliest encoding of bytes that are no UTF-8, by a name that `TextDecoder` knows. */
export async function guessedEncoding(bytes: Uint8Array): Promise<string> {
  const { analyse } = await import("chardet");
  const names = analyse(evidence(bytes)).map(({ name }) => name.toLowerCase());
  return names.find((name) => !name.startsWith("utf") && isDecodable(name)) ?? FALLBACK;
}

function byMark(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : null;
}

/** UTF-16 without a mark: every other byte of Latin letters and digits is 0, of which UTF-8 has none. */
function byZeros(bytes: Uint8Array): string | null {
  const start = bytes.subarray(0, 1000);
  const zeros = [0, 0];
  start.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2]!++;
  });
  const [even = 0, odd = 0] = zeros;
  if (Math.max(even, odd) < 0.4 * start.length || Math.min(even, odd) > 0) return null;
  return odd > even ? "utf-16le" : "utf-16be";
}

function evidence(bytes: Uint8Array): Uint8Array {
  const kept: number[] = [];
  let end = 0;
  for (let at = 0; at < bytes.length && kept.length < EVIDENCE; at++) {
    if (bytes[at]! < 0x80) continue;
    for (let i = Math.max(end, at - AROUND); i < Math.min(bytes.length, at + AROUND); i++) kept.push(bytes[i]!);
    end = Math.max(end, Math.min(bytes.length, at + AROUND));
  }
  return Uint8Array.from(kept);
}

function isDecodable(name: string): boolean {
  try {
    new TextDecoder(name);
    return true;
  } catch {
    return false;
  }
}
