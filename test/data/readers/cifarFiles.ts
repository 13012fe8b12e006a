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
