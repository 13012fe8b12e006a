import { deflateSync } from "fflate";
import { crc32 } from "../../../src/data/archives/crc32";
import { concatenated } from "../readers/cifarFiles";

/** A file of an archive, written in one of the ways that programs have. */
export interface ZippedFile {
  name: string | Uint8Array;
  bytes: Uint8Array;
  /** 0 stored, 8 deflated; others are only claimed. */
  method?: number;
  isEncrypted?: boolean;
  /** Sizes and checksum behind the content instead of before it. */
  hasDescriptor?: boolean;
  /** Sizes as numbers of 64 bits. */
  isZip64?: boolean;
  /** Whether the name is said to be UTF-8. */
  isUtf8?: boolean;
}

const LARGEST = 0xffff_ffff;

/** An archive as APPNOTE.TXT describes it. */
export function zipOf(files: readonly ZippedFile[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  const add = (part: Uint8Array) => {
    parts.push(part);
    at += part.length;
  };
  for (const file of files) {
    const entry = entryOf(file);
    directory.push(headOf(entry, at));
    add(headOf(entry));
    add(entry.packed);
    if (file.hasDescriptor)
      add(fields([4, 0x0807_4b50], [4, entry.checksum], [4, entry.packed.length], [4, entry.size]));
  }
  const start = at;
  for (const head of directory) add(head);
  const [count, size] = [files.length, at - start];
  add(fields([4, 0x0605_4b50], [2, 0], [2, 0], [2, count], [2, count], [4, size], [4, start], [2, 0]));
  return concatenated(parts);
}

interface Entry extends Required<Omit<ZippedFile, "name" | "bytes">> {
  name: Uint8Array;
  packed: Uint8Array;
  size: number;
  checksum: number;
}

function entryOf({ name, bytes, method = 8, ...file }: ZippedFile): Entry {
  return {
    name: typeof name === "string" ? new TextEncoder().encode(name) : name,
    packed: method === 8 ? deflateSync(bytes) : bytes,
    size: bytes.length,
    checksum: crc32(bytes),
    method,
    isEncrypted: false,
    hasDescriptor: false,
    isZip64: false,
    isUtf8: false,
    ...file,
  };
}

/** @param offset of the file's own head, for the directory; missing in that head itself */
function headOf(entry: Entry, offset?: number): Uint8Array {
  const { name, method, isZip64, isEncrypted, hasDescriptor, isUtf8, size, checksum, packed } = entry;
  const flags = Number(isEncrypted) | (Number(hasDescriptor) << 3) | (Number(isUtf8) << 11);
  const isLate = hasDescriptor && offset === undefined;
  const said = (value: number) => (isLate ? 0 : isZip64 ? LARGEST : value);
  const extra = isZip64 ? fields([2, 1], [2, 16], [8, size], [8, packed.length]) : new Uint8Array(0);
  const common = [
    [2, 45],
    [2, flags],
    [2, method],
    [4, 0],
    [4, isLate ? 0 : checksum],
    [4, said(packed.length)],
    [4, said(size)],
    [2, name.length],
    [2, extra.length],
  ] as const;
  const head =
    offset === undefined
      ? fields([4, 0x0403_4b50], ...common)
      : fields([4, 0x0201_4b50], [2, 45], ...common, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]);
  return concatenated([head, name, extra]);
}

/** Numbers of so many bytes each, the little end first. */
function fields(...numbers: readonly (readonly [size: number, value: number])[]): Uint8Array {
  return Uint8Array.from(
    numbers.flatMap(([size, value]) => Array.from({ length: size }, (_, i) => (value / 256 ** i) & 255)),
  );
}
