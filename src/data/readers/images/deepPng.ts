import { unzlibSync } from "fflate";
import { crc32 } from "../../archives/crc32";
import { joined } from "../../archives/gunzip";
import { BoxFilter } from "../../assembly/resize";
import type { Pixels } from "../../types";

/**
 * PNG of 16 bits a channel, of which browsers hand out 8: dark data of 12 bits, as microscopes and X-rays give them, would be
 * black. Memory is bounded by the sides that a file claims, which libraries that unpack first and look later do not do.
 */

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Behind the signature: length, name, width, height, bits, kind of color, compression, filter, interlacing. */
const HEAD = { length: 33, width: 16, height: 20, bits: 24, color: 25, interlaced: 28 } as const;
const DEEP = 16;
/** Channels of each kind of color: grey, colors, grey and opacity, colors and opacity. */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 4: 2, 6: 4 };
const FULL = 65_535;
/** More do not fit into memory beside each other: 32 million. */
const MOST_PIXELS = 2 ** 25;
/** As the browser's own pictures (canvasDecoder.ts). */
const LONGEST_SIDE = 1024;

/** Where a pass of an interlaced image begins, and the steps that it takes (PNG, 8.2). */
interface Pass {
  x: number;
  y: number;
  across: number;
  down: number;
}

const WHOLE: readonly Pass[] = [{ x: 0, y: 0, across: 1, down: 1 }];
const ADAM7: readonly Pass[] = [
  { x: 0, y: 0, across: 8, down: 8 },
  { x: 4, y: 0, across: 8, down: 8 },
  { x: 0, y: 4, across: 4, down: 8 },
  { x: 2, y: 0, across: 4, down: 4 },
  { x: 0, y: 2, across: 2, down: 4 },
  { x: 1, y: 0, across: 2, down: 2 },
  { x: 0, y: 1, across: 1, down: 2 },
];

export function isDeepPng(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, i) => bytes[i] === byte) && bytes[HEAD.bits] === DEEP;
}

/**
 * Decodes a PNG of 16 bits a channel; large ones come reduced.
 *
 * @throws when it is damaged, cut short or too large
 */
export function decodeDeepPng(bytes: Uint8Array): Pixels {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks = chunksOf(bytes, view);
  const [width, height] = [view.getUint32(HEAD.width), view.getUint32(HEAD.height)];
  const channels = CHANNELS[bytes[HEAD.color]!];
  if (!channels || width === 0 || height === 0) throw new Error("not a PNG");
  if (width * height > MOST_PIXELS) throw new Error(`${width} x ${height} pixels are too many`);
  const passes = bytes[HEAD.interlaced] === 1 ? ADAM7 : WHOLE;
  const sizes = passes.map(({ x, y, across, down }) => ({
    columns: Math.ceil((width - x) / across),
    rows: Math.ceil((height - y) / down),
  }));
  const rowBytes = (columns: number) => (columns > 0 ? 1 + 2 * channels * columns : 0);
  const length = sizes.reduce((sum, { columns, rows }) => sum + rows * rowBytes(columns), 0);
  const packed = unzlibSync(chunks.content, { out: new Uint8Array(length) });
  if (packed.length < length) throw new Error("cut short");
  const data = new Uint16Array(4 * width * height);
  let at = 0;
  for (const [i, pass] of passes.entries()) {
    const { columns, rows } = sizes[i]!;
    const lines = packed.subarray(at, at + rows * rowBytes(columns));
    at += lines.length;
    unfilter(lines, rowBytes(columns), 2 * channels);
    for (let row = 0; row < rows && columns > 0; row++) {
      const start = 4 * ((pass.y + row * pass.down) * width + pass.x);
      const line = lines.subarray(row * rowBytes(columns) + 1, (row + 1) * rowBytes(columns));
      spread(line, { channels, transparent: chunks.transparent }, data, start, 4 * pass.across);
    }
  }
  return reduced({ width, height, data });
}

interface Chunks {
  /** What the pixels are packed into. */
  content: Uint8Array;
  /** The one color that is transparent, a level for each channel; null for none. */
  transparent: number[] | null;
}

function chunksOf(bytes: Uint8Array, view: DataView): Chunks {
  const parts: Uint8Array[] = [];
  let transparent: number[] | null = null;
  for (let at = SIGNATURE.length; at + 12 <= bytes.length; ) {
    const end = at + 8 + view.getUint32(at);
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (end + 4 > bytes.length) break;
    const content = bytes.subarray(at + 8, end);
    if (crc32(bytes.subarray(at + 4, end)) !== view.getUint32(end)) throw new Error("checksum");
    if (name === "IDAT") parts.push(content);
    if (name === "tRNS")
      transparent = Array.from({ length: content.length >> 1 }, (_, i) => view.getUint16(at + 8 + 2 * i));
    if (name === "IEND") return { content: joined(parts), transparent };
    at = end + 4;
  }
  throw new Error("cut short");
}

/** Takes back, in place, what each line says of its bytes by those to the left, above, and above to the left (PNG, 9.2). */
function unfilter(lines: Uint8Array, rowBytes: number, pixelBytes: number): void {
  for (let start = 0; start < lines.length; start += rowBytes) {
    const filter = lines[start]!;
    if (filter > 4) throw new Error(`filter ${filter}`);
    for (let i = start + 1; filter > 0 && i < start + rowBytes; i++) {
      const hasLeft = i - pixelBytes > start;
      const left = hasLeft ? lines[i - pixelBytes]! : 0;
      const above = start > 0 ? lines[i - rowBytes]! : 0;
      const corner = hasLeft && start > 0 ? lines[i - rowBytes - pixelBytes]! : 0;
      lines[i]! += foretold(filter, left, above, corner);
    }
  }
}

function foretold(filter: number, left: number, above: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return above;
  return filter === 3 ? (left + above) >> 1 : paeth(left, above, corner);
}

function paeth(left: number, above: number, corner: number): number {
  const [fromLeft, fromAbove] = [Math.abs(above - corner), Math.abs(left - corner)];
  const fromCorner = Math.abs(left + above - 2 * corner);
  if (fromLeft <= fromAbove && fromLeft <= fromCorner) return left;
  return fromAbove <= fromCorner ? above : corner;
}

/** Lays the pixels of a line, big-endian, at their places as red, green, blue and opacity. */
function spread(
  line: Uint8Array,
  { channels, transparent }: { channels: number; transparent: number[] | null },
  data: Uint16Array,
  start: number,
  step: number,
): void {
  const colors = channels > 2 ? 3 : 1;
  for (let at = 0, place = start; at < line.length; at += 2 * channels, place += step) {
    let isGap = transparent?.length === colors;
    for (let color = 0; color < colors; color++) {
      const level = levelAt(line, at + 2 * color);
      data[place + color] = level;
      isGap &&= transparent?.[color] === level;
    }
    if (colors === 1) data.fill(data[place]!, place, place + 3);
    data[place + 3] = channels > colors ? levelAt(line, at + 2 * colors) : isGap ? 0 : FULL;
  }
}

function levelAt(line: Uint8Array, at: number): number {
  return (line[at]! << 8) | line[at + 1]!;
}

function reduced(pixels: Pixels): Pixels {
  const { width, height } = pixels;
  const scale = LONGEST_SIDE / Math.max(width, height);
  if (scale >= 1) return pixels;
  const [newHeight, newWidth] = [height, width].map((side) => Math.max(1, Math.round(side * scale))) as [
    number,
    number,
  ];
  const data = new Uint16Array(4 * newHeight * newWidth);
  new BoxFilter([height, width, 4], [newHeight, newWidth]).apply(pixels.data, 0, data, 0);
  return { width: newWidth, height: newHeight, data, reducedFrom: [height, width] };
}
