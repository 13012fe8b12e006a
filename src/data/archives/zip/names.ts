import { guessedEncoding } from "../../charset";

/**
 * Names in ZIP archives are UTF-8 where a flag or an extra field says so; else they are in whatever code page the machine had that
 * packed them: one of DOS (the standard has 437), of Windows, or one of East Asia.
 */

interface NamedEntry {
  filename: string;
  /** Whether the archive says so, or the bytes do. */
  filenameUTF8: boolean;
  rawFilename: Uint8Array;
}

const HIGH_437 =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0";
const HIGH_850 =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0";

/** Above this share of characters beyond ASCII in the words that have some, a name is in no Latin script. */
const LATIN = 0.4;

/** Names, and bytes of them, that are looked at. */
const MOST_EVIDENCE = 2000;
const MOST_BYTES = 32 * 1024;
const MOST_OF_NAME = 256;
const SLASH = 0x2f;

type Decode = (bytes: Uint8Array) => string;

/** The names of an archive's entries, all that say nothing in the one code page that suits them best. */
export async function namesOf(entries: readonly NamedEntry[]): Promise<string[]> {
  const silent = entries.filter(isSilent);
  if (silent.length === 0) return entries.map(({ filename }) => filename);
  const decode = await pageOf(silent.slice(0, MOST_EVIDENCE));
  return entries.map((entry) => (isSilent(entry) ? decode(entry.rawFilename) : entry.filename));
}

function isSilent({ filenameUTF8, rawFilename }: NamedEntry): boolean {
  return !filenameUTF8 && rawFilename.some(isHigh);
}

async function pageOf(entries: readonly NamedEntry[]): Promise<Decode> {
  const bytes = Uint8Array.from(
    entries.flatMap(({ rawFilename }) => [...rawFilename.subarray(0, MOST_OF_NAME), SLASH]),
  );
  const guessed = await guessedEncoding(bytes);
  if (shareOfHigh(bytes) <= LATIN)
    return best([dos(HIGH_437), dos(HIGH_850), named("windows-1252"), named(guessed)], bytes);
  return named(isDosCyrillic(bytes) ? "ibm866" : (likelyEastern(bytes, guessed) ?? guessed));
}

/** Capitals, small letters and nothing else of the Russian page of DOS: pairs of East Asian bytes would be spread wider. */
function isDosCyrillic(bytes: Uint8Array): boolean {
  const high = bytes.filter(isHigh);
  return high.length >= 6 && high.every((byte) => byte < 0xb0 || (byte >= 0xe0 && byte <= 0xf1));
}

/**
 * Names are too short for statistics: of the pages of East Asia the first by which all characters are letters. Bytes that only
 * Shift JIS begins common characters with decide its place.
 */
function likelyEastern(bytes: Uint8Array, guessed: string): string | null {
  const others = ["gb18030", "euc-kr", "big5"];
  const isJapanese = bytes.some((byte) => byte > 0x80 && byte < 0xa0);
  const pages = isJapanese ? ["shift_jis", ...others] : [...others.filter((page) => page === guessed), ...others];
  return pages.find((page) => isAllLetters(bytes, page)) ?? null;
}

function isAllLetters(bytes: Uint8Array, page: string): boolean {
  try {
    return /^[\p{ASCII}\p{L}\p{M}\p{N}\p{P}]*$/u.test(new TextDecoder(page, { fatal: true }).decode(bytes));
  } catch {
    return false;
  }
}

/** The page by which the most characters beyond ASCII are letters. */
function best(pages: readonly Decode[], bytes: Uint8Array): Decode {
  const letters = (decode: Decode) => decode(bytes).match(/[^\p{ASCII}\P{L}]/gu)?.length ?? 0;
  return pages.reduce((first, other) => (letters(other) > letters(first) ? other : first));
}

/** Of the letters in words that have one beyond ASCII. */
function shareOfHigh(bytes: Uint8Array): number {
  const words = String.fromCharCode(...bytes.subarray(0, MOST_BYTES)).match(
    /[A-Za-z\x80-\xff]*[\x80-\xff][A-Za-z\x80-\xff]*/g,
  );
  const letters = words?.join("") ?? "";
  return (letters.match(/[\x80-\xff]/g)?.length ?? 0) / Math.max(1, letters.length);
}

function named(encoding: string): Decode {
  return (bytes) => new TextDecoder(encoding).decode(bytes);
}

function dos(high: string): Decode {
  return (bytes) =>
    Array.from(bytes, (byte) => (isHigh(byte) ? high[byte - 0x80]! : String.fromCharCode(byte))).join("");
}

function isHigh(byte: number): boolean {
  return byte >= 0x80;
}
