/** The size in pixels that a picture says at its head, before anything is decoded: a few bytes may stand for gigabytes. */
export interface PictureSize {
  width: number;
  height: number;
}

/** Where JPEG says the size of a frame: SOF0 to SOF15, without the tables DHT, JPG and DAC among them. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
/** Markers of JPEG that nothing belongs to, neither a length nor what it counts: a stuffed 0, TEM, RST0 to RST7, SOI and EOI. */
const isBare = (marker: number) => marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd9);

/**
 * Of PNG, JPEG, GIF, WebP, BMP and AVIF.
 *
 * @returns null where it is none of these, or its size is not found: a browser may decode it all the same
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
  { at: 0, mark: "GIF8", size: sizeOfGif },
  { at: 0, mark: "\xff\xd8", size: sizeOfJpeg },
  { at: 8, mark: "WEBP", size: sizeOfWebP },
  { at: 0, mark: "BM", size: sizeOfBmp },
  { at: 4, mark: "ftyp", size: sizeOfAvif },
];

/** As libjpeg's `next_marker` reads it: whatever stands between segments is passed over. */
function sizeOfJpeg(view: DataView): PictureSize {
  for (let at = 2; ; ) {
    const marker = view.getUint8(at + 1);
    // A marker may be preceded by more of its first byte.
    if (view.getUint8(at) !== 0xff || marker === 0xff) at += 1;
    else if (isFrame(marker)) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    else at += isBare(marker) ? 2 : 2 + view.getUint16(at + 2);
  }
}

/** Browsers enlarge the screen to where the first image on it ends. */
function sizeOfGif(view: DataView): PictureSize | null {
  let at = 13 + colourTable(view.getUint8(10));
  // Extensions: a label, and blocks of which each has its length before it, to an empty one.
  while (view.getUint8(at) === 0x21) {
    at += 2;
    while (view.getUint8(at) > 0) at += 1 + view.getUint8(at);
    at += 1;
  }
  if (view.getUint8(at) !== 0x2c) return null;
  const endOfImage = (from: number) => view.getUint16(at + from, true) + view.getUint16(at + from + 4, true);
  return {
    width: Math.max(view.getUint16(6, true), endOfImage(1)),
    height: Math.max(view.getUint16(8, true), endOfImage(3)),
  };
}

/** Bytes of a GIF's table of colours, as the flags say that stand before it. */
function colourTable(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
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

/** The boxes of an AVIF, wherever they stand in it, in which its pictures, and tracks of those that move, say their sizes. */
const SIZED = [
  { box: "meta", mark: "ispe", size: sizeOfItem },
  { box: "moov", mark: "tkhd", size: sizeOfTrack },
];

/** The largest of the pictures in it, of which one may be made of others. */
function sizeOfAvif(view: DataView, bytes: Uint8Array): PictureSize | null {
  let largest: PictureSize | null = null;
  for (let [at, end] = [0, 0]; at + 8 <= bytes.length; at = end) {
    end = at + boxLength(view, at);
    const sized = SIZED.find(({ box }) => startsWith(bytes, at + 4, box));
    if (!sized) continue;
    for (let i = at + 8; i < Math.min(end, bytes.length); i++) {
      if (!startsWith(bytes, i, sized.mark)) continue;
      const size = sized.size(view, i);
      if (!largest || pixelsOf(size) > pixelsOf(largest)) largest = size;
    }
  }
  return largest;
}

function sizeOfItem(view: DataView, at: number): PictureSize {
  return { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
}

/** Fixed-point, at the end; the times before it have 64 bits in version 1 (ISO 14496-12, 8.3.2). */
function sizeOfTrack(view: DataView, at: number): PictureSize {
  const from = at + (view.getUint8(at + 4) === 1 ? 92 : 80);
  return { width: view.getUint16(from), height: view.getUint16(from + 4) };
}

/** Bytes of a box with its head, where 0 is said for the rest of the file, and 1 where the length has 64 bits (ISO 14496-12, 4.2). */
function boxLength(view: DataView, at: number): number {
  const short = view.getUint32(at);
  const length = short === 1 ? Number(view.getBigUint64(at + 8)) : short || view.byteLength - at;
  if (length < 8) throw new RangeError("a box that is shorter than its head");
  return length;
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
