import { zlibSync } from "fflate";
import { chunk, SIGNATURE } from "../../support/pngFormat";
import { concatenated } from "./cifarFiles";

/** What PNG can do with 16 bits a channel. */
export interface DeepKind {
  /** 1: grey; 2: grey and opacity; 3: colors; 4: colors and opacity. */
  channels: 1 | 2 | 3 | 4;
  interlaced?: boolean;
  /** Of the lines in turn: 0 none, 1 left, 2 above, 3 the mean of both, 4 Paeth's. */
  filters?: number[];
  /** The one color that is transparent. */
  transparent?: number[];
}

const COLOR_KINDS = { 1: 0, 2: 4, 3: 2, 4: 6 };
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** A PNG of 16 bits a channel, of the level that is given for each place and channel. */
export function deepPng(
  width: number,
  height: number,
  levelAt: (x: number, y: number, channel: number) => number,
  { channels, interlaced = false, filters = [0], transparent }: DeepKind,
): Uint8Array {
  const size = 2 * channels;
  const head = new DataView(new ArrayBuffer(13));
  head.setUint32(0, width);
  head.setUint32(4, height);
  head.setUint8(8, 16);
  head.setUint8(9, COLOR_KINDS[channels]);
  head.setUint8(12, Number(interlaced));
  const lines: Uint8Array[] = [];
  for (const [left, top, across, down] of interlaced ? PASSES : [[0, 0, 1, 1] as const]) {
    let above = new Uint8Array(size * Math.max(0, Math.ceil((width - left) / across)));
    for (let y = top; y < height && above.length > 0; y += down) {
      const line = new Uint8Array(above.length);
      const view = new DataView(line.buffer);
      for (let x = left, at = 0; x < width; x += across)
        for (let channel = 0; channel < channels; channel++, at += 2) view.setUint16(at, levelAt(x, y, channel));
      lines.push(filtered(line, above, size, filters[lines.length % filters.length]!));
      above = line;
    }
  }
  const gap = new DataView(new ArrayBuffer(2 * (transparent?.length ?? 0)));
  transparent?.forEach((level, i) => void gap.setUint16(2 * i, level));
  return concatenated([
    SIGNATURE,
    chunk("IHDR", new Uint8Array(head.buffer)),
    ...(transparent ? [chunk("tRNS", new Uint8Array(gap.buffer))] : []),
    chunk("IDAT", zlibSync(concatenated(lines))),
    chunk("IEND"),
  ]);
}

function filtered(line: Uint8Array, above: Uint8Array, size: number, filter: number): Uint8Array {
  const foretold = line.map((_, i) => {
    const [left, up, corner] = [line[i - size] ?? 0, above[i]!, above[i - size] ?? 0];
    const nearest = [left, up, corner].toSorted(
      (one, other) => Math.abs(left + up - corner - one) - Math.abs(left + up - corner - other),
    )[0]!;
    return [0, left, up, (left + up) >> 1, nearest][filter]!;
  });
  return Uint8Array.from([filter, ...line.map((byte, i) => byte - foretold[i]!)]);
}
