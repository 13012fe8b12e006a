import type { ColumnMetaData } from "hyparquet";
import { parquetHeader } from "hyparquet/src/column.js";
import { decompressPage } from "./codecs";
import { readDeltas, readDeltaTexts } from "./deltas";
import { readRuns } from "./runs";

/** Bytes or a number; null where there is none. */
export type Value = Uint8Array | number | null;

export interface ChunkLayout {
  meta: ColumnMetaData;
  /** How many of the fields on the way to the values may be missing; a value is there when its level is that. */
  levels: number;
}

type PageHeader = ReturnType<typeof parquetHeader>;

/** What a page of data says of itself, of either version. */
interface DataPage {
  count: number;
  encoding: string | undefined;
  levels: Uint8Array;
  values: Uint8Array;
}

/**
 * Decodes the values of one column in one row group: plain or by dictionary, not repeated, as images and labels are. What a
 * page promises is held against the rows of the group. (hyparquet, which reads the heads of the pages here, decodes whole
 * files, but a run length that was damaged makes it fill the memory.)
 *
 * @param bytes the pages, one after the other
 * @param rows values that there have to be
 * @throws when the pages are damaged, or encoded in another way
 */
export async function readChunk(bytes: Uint8Array<ArrayBuffer>, layout: ChunkLayout, rows: number): Promise<Value[]> {
  const reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 };
  const values: Value[] = [];
  let dictionary: Value[] = [];
  while (values.length < rows) {
    if (reader.offset >= bytes.length) throw new Error(`${values.length} of ${rows} rows are there`);
    const header = parquetHeader(reader);
    const size = header.compressed_page_size;
    if (!(size >= 0 && reader.offset + size <= bytes.length)) throw new Error("a page is not complete");
    const packed = bytes.subarray(reader.offset, reader.offset + size);
    reader.offset += size;
    if (header.dictionary_page_header)
      dictionary = await readDictionary(packed, header, header.dictionary_page_header.num_values, layout);
    else
      for (const value of readData(await dataPage(packed, header, layout), dictionary, layout, rows))
        values.push(value);
  }
  if (values.length > rows) throw new Error(`${values.length} of ${rows} rows are there`);
  return values;
}

async function readDictionary(
  packed: Uint8Array<ArrayBuffer>,
  header: PageHeader,
  count: number,
  { meta }: ChunkLayout,
): Promise<Value[]> {
  return readPlain(await decompressPage(meta.codec, packed, header.uncompressed_page_size), meta.type, count);
}

/** Takes a page apart (README.md of the format, "Data pages"): in version 2 the levels come first and uncompressed. */
async function dataPage(
  packed: Uint8Array<ArrayBuffer>,
  header: PageHeader,
  { meta, levels }: ChunkLayout,
): Promise<DataPage> {
  const { data_page_header: one, data_page_header_v2: two, uncompressed_page_size: size } = header;
  if (two) {
    const [skipped, length] = [two.repetition_levels_byte_length, two.definition_levels_byte_length];
    const body = packed.subarray(skipped + length);
    const values = two.is_compressed === false ? body : await decompressPage(meta.codec, body, size - skipped - length);
    return {
      count: two.num_values,
      encoding: two.encoding,
      levels: packed.subarray(skipped, skipped + length),
      values,
    };
  }
  if (!one) throw new Error(`it has a page of type ${header.type}`);
  const page = await decompressPage(meta.codec, packed, size);
  const { num_values: count, encoding } = one;
  if (levels === 0) return { count, encoding, levels: new Uint8Array(0), values: page };
  const length = new DataView(page.buffer, page.byteOffset, page.byteLength).getUint32(0, true);
  return { count, encoding, levels: page.subarray(4, 4 + length), values: page.subarray(4 + length) };
}

function readData(page: DataPage, dictionary: Value[], layout: ChunkLayout, rows: number): Value[] {
  const { count } = page;
  if (!(count >= 0 && count <= rows)) throw new Error(`a page would have ${count} of ${rows} rows`);
  const { levels, meta } = layout;
  const found = levels === 0 ? null : readRuns(page.levels, 32 - Math.clz32(levels), count);
  const present = found ? found.reduce((sum, level) => sum + (level === levels ? 1 : 0), 0) : count;
  const there = readValues(page, meta.type, dictionary, present);
  if (!found || present === count) return there;
  let next = 0;
  return Array.from(found, (level) => (level === levels ? there[next++]! : null));
}

function readValues(page: DataPage, type: ColumnMetaData["type"], dictionary: Value[], count: number): Value[] {
  const { encoding, values } = page;
  if (encoding === "PLAIN") return readPlain(values, type, count);
  if (encoding === "DELTA_BINARY_PACKED") return readDeltas(values, type, count);
  if (encoding === "DELTA_LENGTH_BYTE_ARRAY") return readDeltaTexts(values, count);
  // Behind its length, as levels are.
  if (encoding === "RLE" && type === "BOOLEAN") return [...readRuns(values.subarray(4), 1, count)];
  return readIndexed(page, dictionary, count);
}

function readIndexed({ encoding, values }: DataPage, dictionary: Value[], count: number): Value[] {
  if (encoding !== "RLE_DICTIONARY" && encoding !== "PLAIN_DICTIONARY")
    throw new Error(`its values are encoded as ${encoding}; plain values, dictionaries and deltas are read`);
  const indices = readRuns(values.subarray(1), values[0] ?? 0, count);
  return Array.from(indices, (index) => {
    if (index >= dictionary.length) throw new Error(`a value is not among the ${dictionary.length} of its dictionary`);
    return dictionary[index]!;
  });
}

function readPlain(bytes: Uint8Array, type: ColumnMetaData["type"], count: number): Value[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (type === "BOOLEAN") return Array.from({ length: count }, (_, i) => (view.getUint8(i >> 3) >> (i & 7)) & 1);
  if (count * 4 > bytes.length) throw new Error(`${count} values do not fit into a page of ${bytes.length} bytes`);
  if (type === "INT32") return Array.from({ length: count }, (_, i) => view.getInt32(4 * i, true));
  if (type === "INT64") return Array.from({ length: count }, (_, i) => Number(view.getBigInt64(8 * i, true)));
  if (type !== "BYTE_ARRAY") throw new Error(`its values are of type ${type}`);
  let at = 0;
  return Array.from({ length: count }, () => {
    const length = view.getUint32(at, true);
    const start = at + 4;
    at = start + length;
    if (at > bytes.length) throw new Error("an image is not complete");
    return bytes.subarray(start, at);
  });
}
