import { gzipSync } from "fflate";

const IMAGE = 3072;

/** A made-up batch: every red of image i is i, every green is 100 + i, blue rises by pixel; its label is i mod classes. */
export function cifarBatch(count: number, labelBytes: 1 | 2 = 1, classes = 4): Uint8Array {
  const size = labelBytes + IMAGE;
  const bytes = new Uint8Array(count * size);
  for (let i = 0; i < count; i++) {
    const start = i * size;
    if (labelBytes === 2) bytes[start] = 19;
    bytes[start + labelBytes - 1] = i % classes;
    bytes.fill(i, start + labelBytes, start + labelBytes + 1024);
    bytes.fill(100 + i, start + labelBytes + 1024, start + labelBytes + 2048);
    for (let p = 0; p < 1024; p++) bytes[start + labelBytes + 2048 + p] = p;
  }
  return bytes;
}

/** The same pickled, as Python 2 writes CIFAR's Python version: the planes of all images, then their labels. */
export function pickledBatch(count: number, classes = 4): Uint8Array {
  const binary = cifarBatch(count, 1, classes);
  const planes = concatenated(
    Array.from({ length: count }, (_, i) => binary.subarray(i * (1 + IMAGE) + 1, (i + 1) * (1 + IMAGE))),
  );
  const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  const int = (value: number) => Uint8Array.of(value & 255, (value >> 8) & 255, (value >> 16) & 255, value >> 24);
  return concatenated([
    latin("\x80\x02}(U\x04datacnumpy.core.multiarray\n_reconstruct\ncnumpy\nndarray\nK\0\x85U\x01b\x87R(K\x01J"),
    int(count),
    latin("J"),
    int(IMAGE),
    latin("\x86cnumpy\ndtype\nU\x02u1K\0K\x01\x87R(K\x03U\x01|NNNJ\xff\xff\xff\xffJ\xff\xff\xff\xffK\0tb\x89T"),
    int(planes.length),
    planes,
    latin("tbU\x06labels]("),
    ...Array.from({ length: count }, (_, i) => Uint8Array.of(0x4b, i % classes)),
    latin("eu."),
  ]);
}

export interface TarFile {
  path: string;
  bytes: Uint8Array;
}

/** An archive as `tar` writes it (ustar). */
export function tarball(files: TarFile[]): Uint8Array {
  const blocks = files.flatMap(({ path, bytes }) => {
    const padded = new Uint8Array(Math.ceil(bytes.length / 512) * 512);
    padded.set(bytes);
    return [tarHead(path, bytes.length), padded];
  });
  return concatenated([...blocks, new Uint8Array(1024)]);
}

export function tarHead(path: string, size: number, type = "0"): Uint8Array {
  const head = new Uint8Array(512);
  const write = (text: string, at: number) => head.set(new TextEncoder().encode(text), at);
  write(path, 0);
  write("0000644\0", 100);
  write(`${size.toString(8).padStart(11, "0")}\0`, 124);
  write(" ".repeat(8), 148);
  write(type, 156);
  write("ustar\0", 257);
  const sum = head.reduce((total, byte) => total + byte, 0);
  write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return head;
}

export function tarGz(files: TarFile[]): Uint8Array {
  return gzipSync(tarball(files), { level: 1 });
}

export function concatenated(parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
