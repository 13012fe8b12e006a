import { inflateSync } from "fflate";
import { saidOf } from "../../../i18n/errors";
import { type Said, say } from "../../../i18n/message";
import { LARGEST_PART } from "../../assembly/labeled";
import { DataError } from "../../errors";
import { bytesOf } from "../../readers/bytes";
import { crc32 } from "../crc32";
import { readDirectory, type ZipEntry } from "./directory";
import { damagedZip, texts } from "./errors";

export type { ZipEntry };

/** Bytes of the head of a file in an archive, without its name. */
const HEAD = 30;

/**
 * A ZIP archive of which one file after the other is read, in any order, without holding the rest. Its directory is read by zip.js,
 * which knows ZIP64, data descriptors and the marks of encryption; the contents by fflate: zip.js takes milliseconds
 * for each, and archives of pictures are many small files.
 */
export class ZipArchive {
  readonly name: string;
  readonly entries: readonly ZipEntry[];
  private readonly file: Blob;

  private constructor(file: Blob, name: string, entries: ZipEntry[]) {
    this.file = file;
    this.name = name;
    this.entries = entries;
  }

  /** @throws DataError when there is no directory, or one that is too large */
  static async open(file: Blob, name: string): Promise<ZipArchive> {
    return new ZipArchive(file, name, await readDirectory(file, name));
  }

  /** Why a file cannot be read, whatever its content; null where it can. */
  static refusal({ isEncrypted, method, size }: ZipEntry): Said | null {
    if (isEncrypted) return texts.encrypted;
    if (method !== 0 && method !== 8) return say(texts.packedBy, { method: METHODS[method] ?? String(method) });
    return size > LARGEST_PART ? say(texts.large, { size, most: LARGEST_PART }) : null;
  }

  /**
   * The content of a file. No more memory is taken up than the directory promised.
   * @throws DataError when it is damaged, encrypted, or compressed in another way than by deflate
   */
  async read(entry: ZipEntry): Promise<Uint8Array<ArrayBuffer>> {
    const { path, packedSize, offset } = entry;
    const name = `${this.name}/${path}`;
    const reason = ZipArchive.refusal(entry);
    if (reason) throw new DataError(say(texts.refused, { name, reason }));
    const head = await bytesOf(this.file.slice(offset, offset + HEAD), name);
    const view = new DataView(head.buffer);
    if (head.length < HEAD || view.getUint32(0, true) !== 0x0403_4b50)
      throw damagedZip(this.name, say(texts.misplaced, { path }));
    const start = offset + HEAD + view.getUint16(26, true) + view.getUint16(28, true);
    const packed = await bytesOf(this.file.slice(start, start + packedSize), name);
    const content = this.unpack(entry, packed);
    if (content.length !== entry.size)
      throw damagedZip(this.name, say(texts.wrongSize, { path, found: content.length, size: entry.size }));
    if (crc32(content) !== entry.checksum) throw damagedZip(this.name, say(texts.wrongChecksum, { path }));
    return content;
  }

  private unpack({ method, path, size }: ZipEntry, packed: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
    if (method === 0) return packed;
    try {
      return inflateSync(packed, { out: new Uint8Array(size) });
    } catch (error) {
      throw damagedZip(this.name, say(texts.broken, { path, reason: saidOf(error) }));
    }
  }
}

/** Ways of compressing that people meet (APPNOTE.TXT, 4.4.5). */
const METHODS: Readonly<Record<number, string>> = {
  9: "Deflate64",
  12: "bzip2",
  14: "LZMA",
  93: "Zstandard",
  95: "XZ",
  98: "PPMd",
};
