import { inflateSync } from "fflate";
import { saidOf } from "../../../i18n/errors";
import { say } from "../../../i18n/message";
import { LARGEST_PART } from "../../assembly/labeled";
import { DataError } from "../../errors";
import { bytesOf } from "../../readers/bytes";
import { crc32 } from "../crc32";
import {
  checkPlace,
  damagedZip,
  END64,
  findDirectory,
  readDirectory,
  readEnd64,
  TAIL,
  type ZipEntry,
} from "./directory";
import { texts } from "./errors";

export type { ZipEntry };

/** Bytes of the head of a file in an archive, without its name. */
const HEAD = 30;

/**
 * A ZIP archive of which one file after the other is read, in any order, without holding the rest. (fflate, which does the
 * inflating, wants the whole archive in memory, and goes through its directory anew for every choice of files; what zip.js
 * would cost stands in the README, under its table of parts.)
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

  /** @throws DataError when the directory is damaged, or too large */
  static async open(file: Blob, name: string): Promise<ZipArchive> {
    const start = Math.max(0, file.size - TAIL);
    const found = findDirectory(viewOf(await bytesOf(file.slice(start), name)));
    if (!found) throw damagedZip(name, texts.noDirectory);
    const { place, end64 } = found;
    const large = end64 === null ? null : readEnd64(viewOf(await bytesOf(file.slice(end64, end64 + END64), name)));
    const { offset, size, count } = large ?? place;
    checkPlace({ offset, size, count }, file.size, name);
    return new ZipArchive(
      file,
      name,
      readDirectory(await bytesOf(file.slice(offset, offset + size), name), count, name),
    );
  }

  /**
   * The content of a file. No more memory is taken up than the directory promised.
   * @throws DataError when it is damaged, or compressed in another way than by deflate
   */
  async read(entry: ZipEntry): Promise<Uint8Array<ArrayBuffer>> {
    const { path, size, packedSize, offset } = entry;
    const label = `${this.name}/${path}`;
    if (size > LARGEST_PART) throw new DataError(say(texts.tooLarge, { name: label, size, most: LARGEST_PART }));
    const head = viewOf(await bytesOf(this.file.slice(offset, offset + HEAD), label));
    if (head.byteLength < HEAD || head.getUint32(0, true) !== 0x0403_4b50)
      throw damagedZip(this.name, say(texts.misplaced, { path }));
    const start = offset + HEAD + head.getUint16(26, true) + head.getUint16(28, true);
    const packed = await bytesOf(this.file.slice(start, start + packedSize), label);
    const content = this.unpack(entry, packed);
    if (crc32(content) !== entry.checksum) throw damagedZip(this.name, say(texts.wrongChecksum, { path }));
    return content;
  }

  private unpack({ method, path, size }: ZipEntry, packed: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
    if (method === 0) return packed;
    if (method !== 8) throw new DataError(say(texts.unknownMethod, { name: this.name, path, method }));
    try {
      return inflateSync(packed, { out: new Uint8Array(size) });
    } catch (error) {
      throw damagedZip(this.name, say(texts.broken, { path, reason: saidOf(error) }));
    }
  }
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}
