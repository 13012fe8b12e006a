import { type AsyncBuffer, type FileMetaData, parquetMetadataAsync, type RowGroup as StoredGroup } from "hyparquet";
import { saidOf } from "../../../i18n/errors";
import { say } from "../../../i18n/message";
import { DataError } from "../../errors";
import { type ChunkLayout, readChunk, type Value } from "./chunk";
import { texts } from "./errors";
import { type Column, type ImageColumns, imageColumns } from "./schema";

/** How every Parquet file begins. */
export const MAGIC = "PAR1";

/** Bytes of the description at the end of a file, and of a column in a row group, that are held. */
const LARGEST_FOOTER = 64 * 2 ** 20;
const LARGEST_CHUNK = 512 * 2 ** 20;
const MOST_ROWS = 10_000_000;
/** First request of a footer; those of the usual data sets are smaller. */
const FIRST_FETCH = 128 * 1024;

/** A file, or what behaves like one on a server. */
export interface ParquetSource {
  name: string;
  buffer: AsyncBuffer;
  /** Calls off what the buffer is asked for. */
  signal?: AbortSignal;
}

/** Labels that are texts get numbers as they come; the files of a data set share them. */
export class TextClasses {
  private readonly numbers = new Map<string, number>();

  numberOf(text: string): number {
    const number = this.numbers.get(text) ?? this.numbers.size;
    this.numbers.set(text, number);
    return number;
  }

  get names(): string[] {
    return [...this.numbers.keys()];
  }
}

/** A stretch of rows that is stored in one piece. */
interface RowGroup {
  start: number;
  end: number;
  stored: StoredGroup;
}

/** Rows of a file of encoded images, read one row group at a time. */
export class ImageTable {
  readonly name: string;
  readonly columns: ImageColumns;
  readonly groups: RowGroup[];
  private readonly source: ParquetSource;
  private readonly classes: TextClasses;

  private constructor(source: ParquetSource, metadata: FileMetaData, classes: TextClasses) {
    const { name } = source;
    this.name = name;
    this.source = source;
    this.classes = classes;
    this.columns = imageColumns(metadata, name);
    this.groups = groupsOf(metadata, name);
  }

  /**
   * Reads the description at the end of a file.
   * @param classes of labels that are texts
   * @throws DataError when it is damaged, or has no images
   */
  static async open(source: ParquetSource, classes: TextClasses): Promise<ImageTable> {
    const { name, buffer } = source;
    return orDamaged(source, async () => {
      const tail = new DataView(await buffer.slice(Math.max(0, buffer.byteLength - 8), buffer.byteLength));
      const footer = tail.byteLength === 8 ? tail.getUint32(0, true) : Number.POSITIVE_INFINITY;
      if (footer > Math.min(LARGEST_FOOTER, buffer.byteLength - 8))
        throw new DataError(say(texts.wrongFooter, { name, size: footer }));
      const metadata = await parquetMetadataAsync(buffer, { initialFetchSize: FIRST_FETCH, geoparquet: false });
      return new ImageTable(source, metadata, classes);
    });
  }

  /** Labels of a row group; a missing one is -1. */
  async labels(group: RowGroup): Promise<number[]> {
    const values = await this.read(group, this.columns.label!);
    return values.map((value) => {
      if (value instanceof Uint8Array) return this.classes.numberOf(new TextDecoder().decode(value));
      return value ?? -1;
    });
  }

  /** Encoded images of a row group; a missing one is empty. */
  async images(group: RowGroup): Promise<Uint8Array<ArrayBuffer>[]> {
    const values = await this.read(group, this.columns.image);
    return values.map((value) => (value instanceof Uint8Array ? new Uint8Array(value) : new Uint8Array(0)));
  }

  private read({ start, end, stored }: RowGroup, { path, levels }: Column): Promise<Value[]> {
    return orDamaged(this.source, async () => {
      const meta = stored.columns.find(
        ({ meta_data }) => String(meta_data?.path_in_schema) === String(path),
      )?.meta_data;
      if (!meta) throw new Error(`rows ${start} to ${end} have no column ${path.join(".")}`);
      return readChunk(await this.fetch(meta), { meta, levels }, end - start);
    });
  }

  private async fetch(meta: ChunkLayout["meta"]): Promise<Uint8Array<ArrayBuffer>> {
    // A dictionary lies before the data; writers put 0 where there is none.
    const start = Number(meta.dictionary_page_offset || meta.data_page_offset);
    const size = Number(meta.total_compressed_size);
    const { buffer } = this.source;
    if (size > LARGEST_CHUNK || Number(meta.total_uncompressed_size) > LARGEST_CHUNK)
      throw new DataError(
        say(texts.largeGroups, { name: this.name, size: Number(meta.total_uncompressed_size), most: LARGEST_CHUNK }),
      );
    if (!(start >= 0 && size >= 0 && start + size <= buffer.byteLength))
      throw new Error("a column lies beyond its end");
    return new Uint8Array(await buffer.slice(start, start + size));
  }
}

function groupsOf({ row_groups: groups }: FileMetaData, name: string): RowGroup[] {
  let end = 0;
  return groups.map((stored) => {
    const start = end;
    end += Math.max(0, Number(stored.num_rows));
    if (end > MOST_ROWS) throw new DataError(say(texts.tooManyRows, { name, rows: end, most: MOST_ROWS }));
    return { start, end, stored };
  });
}

/** hyparquet takes a damaged file for a good one until something breaks, in any way. */
async function orDamaged<T>({ name, signal }: ParquetSource, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof DataError) throw error;
    throw new DataError(say(texts.damaged, { name, reason: saidOf(error) }));
  }
}
