import { problem } from "../i18n/errors";
import { texts } from "./errors";

/**
 * The numbers of a picture stay as the file has them, as in a browser that is asked for that: a network is not interested in screens. What a PNG or
 * JPEG says of its colors is taken out before it is decoded.
 */

/** Pixels of a picture: more than memory has room for may be claimed in a few bytes. */
const MOST_PIXELS = 2 ** 28;

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]);
/** Chunks that say what the numbers look like on a screen. */
const COLOR_SPACE = new Set(["cHRM", "cICP", "gAMA", "iCCP", "sRGB"]);
/** Length, name and checksum of a chunk. */
const AROUND = 12;

const JPEG = Buffer.from([0xff, 0xd8]);
/** The segment of a profile, and that after which there are pixels alone. */
const MARKERS = { profile: 0xe2, pixels: 0xda };

type Bytes = Buffer<ArrayBuffer>;

/** @throws PlaygroundError where a PNG claims more pixels than memory has room for */
export function withoutColorSpace(bytes: Bytes): Bytes {
  if (bytes.subarray(0, PNG.length).equals(PNG)) return withoutChunks(bytes);
  return bytes.subarray(0, JPEG.length).equals(JPEG) ? withoutProfile(bytes) : bytes;
}

function withoutChunks(bytes: Bytes): Bytes {
  const kept = [bytes.subarray(0, PNG.length)];
  for (let at = PNG.length; at + AROUND <= bytes.length; ) {
    const end = at + AROUND + bytes.readUInt32BE(at);
    const chunk = bytes.subarray(at, end);
    const name = chunk.toString("latin1", 4, 8);
    if (name === "IHDR") assertFits(chunk);
    if (!COLOR_SPACE.has(name)) kept.push(chunk);
    at = end;
  }
  return Buffer.concat(kept);
}

function assertFits(header: Buffer): void {
  if (header.length < AROUND + 8) return;
  const [width, height] = [header.readUInt32BE(8), header.readUInt32BE(12)];
  if (width * height > MOST_PIXELS) throw problem(texts.tooManyPixels, { width, height, most: MOST_PIXELS });
}

/** Marker and length stand before each segment. */
function withoutProfile(bytes: Bytes): Bytes {
  const kept = [bytes.subarray(0, JPEG.length)];
  let at = JPEG.length;
  while (at + 4 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] !== MARKERS.pixels) {
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (bytes[at + 1] !== MARKERS.profile) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return Buffer.concat([...kept, bytes.subarray(at)]);
}
