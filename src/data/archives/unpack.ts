import { type Said, say } from "../../i18n/message";
import { DataError } from "../errors";
import { bytesOf, isGzip, isZip } from "../readers/bytes";
import type { LeftFile } from "../report/report";
import type { PickedFile } from "../types";
import { texts } from "./errors";
import { GzipReader, inflatedStart, MOST_INFLATED } from "./gunzip";
import { LastUnpacked, PackedFile } from "./packedFile";
import { safePath, UniquePaths } from "./paths";
import { type ByteSource, headPath, isTar, readTar, TAR_BLOCK } from "./tar";
import { ZipArchive } from "./zip/zip";

/** An archive is a folder: what lies in it is files, as if they had been picked. So are archives in it, but none in those. */

const DEEPEST = 2;

type ArchiveKind = "zip" | "tar" | "gzip";

export interface Unpacked {
  files: PickedFile[];
  /** What cannot be unpacked, and why. */
  left: LeftFile[];
}

/** What readers unpack themselves, since they need not hold it. */
export interface KeptPacked {
  /** A ZIP archive, by its name. */
  zip(name: string): boolean;
  /** A gzip file, by the first bytes of its content, and the path of the first entry where it is a tar archive. */
  gzip(content: Uint8Array, firstPath: string | null): boolean;
}

/** @throws DataError when an archive is damaged */
export async function unpack(picked: readonly PickedFile[], kept: KeptPacked): Promise<Unpacked> {
  const unpacking = new Unpacking(kept);
  const found: { one: PickedFile; kind: ArchiveKind | null }[] = [];
  for (const one of picked) found.push({ one, kind: await unpacking.kindOf(one.file) });
  // Two archives may be the training and the test set: their names stand for folders.
  const areSeveral = found.filter(({ kind }) => kind !== null).length > 1;
  for (const { one, kind } of found)
    if (kind) await unpacking.open(one, kind, areSeveral ? stem(one.path) : "", 1);
    else await unpacking.keep(one);
  return unpacking;
}

class Unpacking implements Unpacked {
  readonly files: PickedFile[] = [];
  readonly left: Unpacked["left"] = [];
  private readonly kept: KeptPacked;
  private readonly paths = new UniquePaths();
  /** Bytes of files that were unpacked. */
  private held = 0;

  constructor(kept: KeptPacked) {
    this.kept = kept;
  }

  /** Adds a file that is no archive, or none that is unpacked here. */
  async keep({ file, path }: PickedFile): Promise<void> {
    const foreign = saysEnough(file.name) ? null : foreignArchive(await startOf(file, 8));
    if (foreign) this.left.push({ path, why: foreign });
    else this.files.push({ file, path: this.paths.add(path) });
  }

  /** @param folder that stands for the archive */
  async open({ file, path }: PickedFile, kind: ArchiveKind, folder: string, depth: number): Promise<void> {
    // A file that is packed by itself is no folder.
    if (depth > DEEPEST + Number(kind === "gzip")) return void this.left.push({ path, why: texts.tooDeep });
    if (kind === "gzip") return this.addInflated(file, path, depth);
    const within = (entry: string) => (folder === "" ? entry : `${folder}/${entry}`);
    if (kind === "zip") await this.openZip(file, within, depth);
    else await this.openTar(file, within, depth);
  }

  private async openZip(file: File, within: (entry: string) => string, depth: number): Promise<void> {
    const archive = await ZipArchive.open(file, file.name);
    const last = new LastUnpacked();
    for (const entry of archive.entries) {
      const why = ZipArchive.refusal(entry);
      const load = () => last.of(entry, () => archive.read(entry));
      if (why) this.left.push({ path: within(entry.path), why });
      else await this.add(new PackedFile(nameOf(entry.path), entry.size, load), within(entry.path), depth);
    }
  }

  private async openTar(file: File, within: (entry: string) => string, depth: number): Promise<void> {
    const isPacked = isGzip(await startOf(file, 2));
    const entries = isPacked ? await this.entriesOfGzip(file) : await entriesOfTar(file);
    for (const { file: entry, path } of entries) await this.add(entry, within(path), depth);
  }

  /** Adds a file of an archive, or what lies in it. */
  private async add(file: File, path: string, depth: number): Promise<void> {
    const kind = await this.kindOf(file);
    return kind ? this.open({ file, path }, kind, stem(path), depth + 1) : this.keep({ file, path });
  }

  private async addInflated(file: File, path: string, depth: number): Promise<void> {
    const reader = new GzipReader(file, file.name);
    const content = await reader.readRest(MOST_INFLATED - this.held).finally(() => reader.close());
    if (!content) throw tooLarge(file.name);
    await this.add(this.hold(content, stem(file.name)), stem(path), depth);
  }

  /** Entries of a gzip archive are held: there is no way back in it. */
  private async entriesOfGzip(file: File): Promise<PickedFile[]> {
    const entries: PickedFile[] = [];
    const reader = new GzipReader(file, file.name);
    try {
      await readTar(reader, file.name, async ({ path, size }) => {
        if (path === "") return 0;
        if (size > MOST_INFLATED - this.held) throw tooLarge(file.name);
        const content = await reader.read(size);
        if (content.length === size)
          entries.push({ path: safePath(path), file: this.hold(content, nameOf(safePath(path))) });
        return content.length;
      });
    } finally {
      await reader.close();
    }
    return entries;
  }

  /** A file of bytes that were unpacked, a copy of them: many archives together hold no more than one may. */
  private hold(content: Uint8Array, name: string): File {
    this.held += content.length;
    return new File([content as Uint8Array<ArrayBuffer>], name);
  }

  /** Null where it is no archive, or is left to its reader. */
  async kindOf(file: File): Promise<ArchiveKind | null> {
    if (saysEnough(file.name)) return null;
    const start = await startOf(file, TAR_BLOCK);
    if (isZip(start)) return this.kept.zip(file.name) ? null : "zip";
    if (isTar(start)) return "tar";
    if (!isGzip(start)) return null;
    const content = await inflatedStart(file, TAR_BLOCK);
    const isPacked = isTar(content);
    // One that is damaged is its reader's to refuse.
    if (content.length === 0 || this.kept.gzip(content, isPacked ? headPath(content) : null)) return null;
    return isPacked ? "tar" : "gzip";
  }
}

function tooLarge(name: string): DataError {
  return new DataError(say(texts.tooLarge, { name, most: MOST_INFLATED }));
}

/** Parts of the archive itself, which is a file on the disk, or unpacked once more when one is read. */
async function entriesOfTar(file: File): Promise<PickedFile[]> {
  const entries: PickedFile[] = [];
  let at = 0;
  const source: ByteSource = {
    read: async (length) => {
      const bytes = await bytesOf(file.slice(at, at + length), file.name);
      at += bytes.length;
      return bytes;
    },
    skip: async (length) => {
      const passed = Math.min(length, file.size - at);
      at += passed;
      return passed;
    },
  };
  await readTar(source, file.name, async ({ path, size }) => {
    if (path !== "" && at + size <= file.size)
      entries.push({ path: safePath(path), file: partOf(file, at, size, nameOf(safePath(path))) });
    return 0;
  });
  return entries;
}

/** What lies in an archive has no bytes of its own that a file could be made of. */
function partOf(file: File, at: number, size: number, name: string): File {
  const part = file.slice(at, at + size);
  if (!(file instanceof PackedFile)) return new File([part], name);
  return new PackedFile(name, size, async () => new Uint8Array(await part.arrayBuffer()));
}

/** Names that say enough: archives of pictures are large, and not looked into one by one. */
function saysEnough(name: string): boolean {
  return /\.(png|jpe?g|webp|gif|bmp|avif|tiff?|csv|tsv|txt|npy|json|md)$/i.test(name);
}

/** Archives that are not unpacked here, by their first bytes. */
function foreignArchive(start: Uint8Array): Said | null {
  const text = String.fromCharCode(...start);
  if (text.startsWith("Rar!\x1a\x07")) return say(texts.foreign, { kind: "RAR" });
  if (text.startsWith("7z\xbc\xaf\x27\x1c")) return say(texts.foreign, { kind: "7z" });
  if (text.startsWith("\xfd7zXZ\0")) return say(texts.foreign, { kind: "xz" });
  return text.startsWith("BZh") ? say(texts.foreign, { kind: "bzip2" }) : null;
}

function startOf(file: File, length: number): Promise<Uint8Array> {
  return bytesOf(file.slice(0, length), file.name);
}

function nameOf(path: string): string {
  return path.split("/").at(-1)!;
}

/** Without what says that it is packed. */
function stem(path: string): string {
  return path.replace(/\.(zip|tar|tgz|tar\.gz|gz|gzip)$/i, "");
}
