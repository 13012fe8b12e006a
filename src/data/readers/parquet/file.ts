import {
  type AsyncBuffer,
  type FileMetaData,
  parquetMetadataAsync,
  parquetSchema,
  type SchemaTree,
  type RowGroup as StoredGroup,
} from "hyparquet";
import { saidOf } from "../../../i18n/errors";
import { say } from "../../../i18n/message";
import { DataError } from "../../errors";
import { type Leaf, type Page, readChunk } from "./chunk";
import { texts } from "./errors";

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

type StoredColumn = NonNullable<StoredGroup["columns"][number]["meta_data"]>;

/** A stretch of rows that is stored in one piece. */
export interface RowGroup {
  start: number;
  end: number;
  stored: StoredGroup;
}

/** A file whose description has been read; its columns are read one row group at a time. */
export class ParquetFile {
  readonly name: string;
  readonly metadata: FileMetaData;
  readonly schema: SchemaTree;
  readonly groups: RowGroup[];
  private readonly source: ParquetSource;

  private constructor(source: ParquetSource, metadata: FileMetaData) {
    const { name } = source;
    this.name = name;
    this.source = source;
    this.metadata = metadata;
    this.schema = parquetSchema(metadata);
    this.groups = groupsOf(metadata, name);
  }

  /**
   * Reads the description at the end of a file.
   * @throws DataError when it is damaged
   */
  static async open(source: ParquetSource): Promise<ParquetFile> {
    const { name, buffer } = source;
    return orDamaged(source, async () => {
      const tail = new DataView(await buffer.slice(Math.max(0, buffer.byteLength - 8), buffer.byteLength));
      const footer = tail.byteLength === 8 ? tail.getUint32(0, true) : Number.POSITIVE_INFINITY;
      if (footer > Math.min(LARGEST_FOOTER, buffer.byteLength - 8))
        throw new DataError(say(texts.wrongFooter, { name, size: footer }));
      const metadata = await parquetMetadataAsync(buffer, { initialFetchSize: FIRST_FETCH, geoparquet: false });
      return new ParquetFile(source, metadata);
    });
  }

  get rows(): number {
    return this.groups.at(-1)?.end ?? 0;
  }

  /**
   * Reads a column of a row group.
   * @throws DataError when it is damaged
   */
  read({ start, end, stored }: RowGroup, leaf: Leaf, onPage: (page: Page) => void): Promise<void> {
    return orDamaged(this.source, async () => {
      const path = leaf.schemaPath.at(-1)!.path;
      const meta = stored.columns.find(
        ({ meta_data }) => String(meta_data?.path_in_schema) === String(path),
      )?.meta_data;
      if (!meta) throw new Error(`rows ${start} to ${end} have no column ${path.join(".")}`);
      await readChunk(await this.fetch(meta), meta, leaf, end - start, onPage);
    });
  }

  private async fetch(meta: StoredColumn): Promise<Uint8Array<ArrayBuffer>> {
    // A dictionary lies before the data; writers put 0 where there is none.
    const start = Number(meta.dictionary_page_offset || meta.data_page_offset);
    const size = Number(meta.total_compressed_size);
    const { buffer } = this.source;
    if (size > LARGEST_CHUNK || Number(meta.total_uncompressed_size) > LARGEST_CHUNK)
      throw new DataError(
        say(texts.largeGroups, { name: this.name, size: Number(meta.total_uncompressed_size), most: LARGEST_CHUNK }),
      );
    const isSound = Number.isSafeInteger(start) && Number.isSafeInteger(size) && start >= 0 && size >= 0;
    if (!isSound || start + size > buffer.byteLength) throw new Error("a column lies beyond its end");
    return new Uint8Array(await buffer.slice(start, start + size));
  }
}

function groupsOf({ row_groups: groups }: FileMetaData, name: string): RowGroup[] {
  let end = 0;
  return groups.map((stored) => {
    const start = end;
    const rows = Number(stored.num_rows);
    if (!(Number.isSafeInteger(rows) && rows >= 0)) throw new Error(`it would have ${rows} rows`);
    end += rows;
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
