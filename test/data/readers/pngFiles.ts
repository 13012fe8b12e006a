import { unzlibSync, zlibSync } from "fflate";
import { crc32 } from "../../../src/data/archives/crc32";
import type { Pixels } from "../../../src/data/types";
import { chunk, header, SIGNATURE } from "../../support/pngFormat";
import { concatenated } from "./cifarFiles";

type Color = [red: number, green: number, blue: number, opacity?: number];

/** A PNG of one color, but for its left half, which is white: RGBA, 8 bits, no filter. */
export function png(width: number, height: number, color: Color): Uint8Array {
  const rows = new Uint8Array(height * (1 + 4 * width));
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [red, green, blue, opacity = 255] = x < width / 2 ? [255, 255, 255] : color;
      rows.set([red, green, blue, opacity], y * (1 + 4 * width) + 1 + 4 * x);
    }
  return concatenated([SIGNATURE, header(width, height, "rgba"), chunk("IDAT", zlibSync(rows)), chunk("IEND")]);
}

/** Decodes what `png` writes, as strictly as a browser. */
export async function decodePng(encoded: Blob): Promise<Pixels> {
  const bytes = new Uint8Array(await encoded.arrayBuffer());
  const view = new DataView(bytes.buffer);
  if (!SIGNATURE.every((byte, i) => bytes[i] === byte)) throw new Error("not a PNG");
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  const length = view.getUint32(33);
  if (width * height === 0 || width * height > 1e6) throw new Error("no size");
  if (view.getUint32(41 + length) !== crc32(bytes.subarray(37, 41 + length))) throw new Error("checksum");
  const rows = unzlibSync(bytes.subarray(41, 41 + length));
  if (rows.length !== height * (1 + 4 * width)) throw new Error("size");
  const data = new Uint8Array(4 * width * height);
  for (let y = 0; y < height; y++)
    data.set(rows.subarray(y * (1 + 4 * width) + 1, (y + 1) * (1 + 4 * width)), 4 * width * y);
  return { width, height, data };
}
