import { inflatedStart } from "../archives/gunzip";
import { TAR_BLOCK } from "../archives/tar";
import { bytesOf, isGzip, isZip } from "./bytes";

/** Bytes that tell formats apart. */
const START = 16;

/** The beginning of a file, by which readers recognize theirs; what several of them ask for is read once. */
export class FileStart {
  readonly name: string;
  readonly bytes: Uint8Array;
  private readonly file: File;
  private content: Promise<Uint8Array> | null = null;

  private constructor(file: File, bytes: Uint8Array) {
    this.file = file;
    this.name = file.name;
    this.bytes = bytes;
  }

  /** @throws DataError when the file cannot be read */
  static async of(file: File): Promise<FileStart> {
    return new FileStart(file, await bytesOf(file.slice(0, START), file.name));
  }

  /** The first bytes as characters of their numbers. */
  get text(): string {
    return String.fromCharCode(...this.bytes);
  }

  get isGzip(): boolean {
    return isGzip(this.bytes);
  }

  get isZip(): boolean {
    return isZip(this.bytes);
  }

  /** More bytes than a mark takes. */
  read(length: number): Promise<Uint8Array> {
    return bytesOf(this.file.slice(0, length), this.name);
  }

  /** The first block of a gzip file's content; shorter where there is less, none where it is damaged. */
  inflated(): Promise<Uint8Array> {
    this.content ??= inflatedStart(this.file, TAR_BLOCK);
    return this.content;
  }
}
