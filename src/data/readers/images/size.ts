/** The size in pixels that a picture says at its head, before anything is decoded: a few bytes may stand for gigabytes. */
export interface PictureSize {
  width: number;
  height: number;
}

/** Where JPEG says the size of a frame: SOF0 to SOF15, without the tables DHT, JPG and DAC among them. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
/** Bytes of an AVIF in which its sizes are looked for: they stand in its head. */
const LOOKED_AT = 2 ** 16;

/**
 * Of PNG, JPEG, GIF, WebP, BMP and AVIF.
 *
 * @returns null where it is none of these, or says no size: no decoder takes it either
 */
export function pictureSize(bytes: Uint8Array): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const format = FORMATS.find(({ at, mark }) => startsWith(bytes, at, mark));
  try {
    return format?.size(view, bytes) ?? null;
  } catch (error) {
    // It ends before it says how large it is.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

interface Format {
  at: number;
  mark: string;
  size(view: DataView, bytes: Uint8Array): PictureSize | null;
}

const FORMATS: readonly Format[] = [
  { at: 0, mark: "\x89PNG", size: (view) => ({ width: view.getUint32(16), height: view.getUint32(20) }) },
  { at: 0, mark: "GIF8", size: (view) => ({ width: view.getUint16(6, true), height: view.getUint16(8, true) }) },
  { at: 0, mark: "\xff\xd8", size: sizeOfJpeg },
  { at: 8, mark: "WEBP", size: sizeOfWebP },
  { at: 0, mark: "BM", size: sizeOfBmp },
  { at: 4, mark: "ftyp", size: sizeOfAvif },
];

function sizeOfJpeg(view: DataView): PictureSize | null {
  for (let at = 2; ; ) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (isFrame(marker)) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    // A marker may be preceded by more of its first byte.
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
}

function sizeOfWebP(view: DataView, bytes: Uint8Array): PictureSize | null {
  if (startsWith(bytes, 12, "VP8X")) return { width: 1 + uint24(view, 24), height: 1 + uint24(view, 27) };
  if (startsWith(bytes, 12, "VP8 "))
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  if (!startsWith(bytes, 12, "VP8L")) return null;
  const bits = view.getUint32(21, true);
  return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
}

/** Rows from the top have a negative height; the oldest kind has 16 bits for each side. */
function sizeOfBmp(view: DataView): PictureSize {
  if (view.getUint32(14, true) === 12) return { width: view.getUint16(18, true), height: view.getUint16(20, true) };
  return { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) };
}

/** The largest of the pictures in it, of which one may be made of others: each has a box `ispe`. */
function sizeOfAvif(view: DataView, bytes: Uint8Array): PictureSize | null {
  let largest: PictureSize | null = null;
  for (let at = 8; at + 16 <= Math.min(bytes.length, LOOKED_AT); at++) {
    if (!startsWith(bytes, at, "ispe")) continue;
    const size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    if (!largest || pixelsOf(size) > pixelsOf(largest)) largest = size;
  }
  return largest;
}

export function pixelsOf({ width, height }: PictureSize): number {
  return width * height;
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) + 2 ** 16 * view.getUint8(at + 2);
}

function startsWith(bytes: Uint8Array, at: number, mark: string): boolean {
  for (let i = 0; i < mark.length; i++) if (bytes[at + i] !== mark.charCodeAt(i)) return false;
  return true;
}
