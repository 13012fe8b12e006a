import { gzipSync } from "fflate";
import { picked } from "../../../src/data/readers/pickedFiles";
import type { DatasetFiles } from "../../../src/data/types";

/** A made-up image file: pixel p of image i is (7 i + p) mod 256. */
export function imageBytes(count: number, height = 28, width = 28): Uint8Array {
  const bytes = new Uint8Array(16 + count * height * width);
  const view = new DataView(bytes.buffer);
  [0x803, count, height, width].forEach((value, i) => {
    view.setUint32(4 * i, value);
  });
  for (let i = 0; i < count * height * width; i++)
    bytes[16 + i] = 7 * Math.floor(i / (height * width)) + (i % (height * width));
  return bytes;
}

/** A made-up label file; label i is i mod classes unless given. */
export function labelBytes(count: number, classes = 4): Uint8Array {
  const bytes = new Uint8Array(8 + count);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x801);
  view.setUint32(4, count);
  for (let i = 0; i < count; i++) bytes[8 + i] = i % classes;
  return bytes;
}

let picks = 0;

/** Files as a user picks them together. */
export function pick(files: File[]): DatasetFiles {
  return { id: picks++, files: picked(files) };
}

export function file(name: string, bytes: Uint8Array): File {
  return new File([bytes.slice()], name);
}

export function gzipped(name: string, bytes: Uint8Array): File {
  return file(name, gzipSync(bytes, { level: 1 }));
}
