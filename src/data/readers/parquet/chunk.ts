import type { ColumnMetaData, SchemaTree } from "hyparquet";
import { parquetHeader } from "hyparquet/src/column.js";
import { convert, convertWithDictionary, DEFAULT_PARSERS } from "hyparquet/src/convert.js";
import { readDataPage, readDataPageV2 } from "hyparquet/src/datapage.js";
import { readPlain } from "hyparquet/src/plain.js";
import { getMaxDefinitionLevel, getMaxRepetitionLevel } from "hyparquet/src/schema.js";
import { decompressPage } from "./codecs";
import { assertRuns, assertValues } from "./guards";

/** Where values lie in the schema, from its root to the field that holds them. */
export interface Leaf {
  schemaPath: SchemaTree[];
  /** Whether texts are decoded; else their bytes are handed over. */
  utf8: boolean;
}

/** Values of a page, and where they belong. */
export interface Page {
  /** Of each entry, how deep it is there; none where all are. */
  definition: readonly number[];
  /** Of each entry, the list that it goes on with; 0 begins a row. None where nothing is repeated. */
  repetition: readonly number[];
  /** Those entries that are there, and nothing else. */
  values: ArrayLike<unknown>;
  /** Of which values are left out. */
  count: number;
}

type PageHeader = ReturnType<typeof parquetHeader>;
type Bytes = Uint8Array<ArrayBuffer>;
type Decoder = Parameters<typeof readDataPage>[2];

/** Entries of a page that are held, which lists have more of than rows. */
const MOST_ENTRIES = 2 ** 25;

/** hyparquet makes JSON and shapes of some bytes: as text they say enough, and cannot be broken. */
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const parsers = { ...DEFAULT_PARSERS, jsonFromBytes: text, geometryFromBytes: text, geographyFromBytes: text };

/**
 * Decodes the pages of one column in one row group, one after the other. hyparquet decodes them once what each of them promises was
 * held against its bytes (guards.ts).
 *
 * @param bytes the pages
 * @param rows of the group
 * @throws when the pages are damaged, or encoded in a way that is not known
 */
export async function readChunk(
  bytes: Bytes,
  meta: ColumnMetaData,
  leaf: Leaf,
  rows: number,
  onPage: (page: Page) => void,
): Promise<void> {
  const reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 };
  const decoder = decoderOf(meta, leaf);
  const most = getMaxRepetitionLevel(leaf.schemaPath) > 0 ? Number(meta.num_values) : rows;
  let [seen, dictionary]: [number, ReturnType<typeof convert> | undefined] = [0, undefined];
  while (seen < most) {
    if (reader.offset >= bytes.length) throw new Error(`${seen} of ${most} values are there`);
    const header = parquetHeader(reader);
    const size = header.compressed_page_size;
    if (!(isCount(size) && reader.offset + size <= bytes.length)) throw new Error("a page is not complete");
    const packed = bytes.subarray(reader.offset, reader.offset + size);
    reader.offset += size;
    if (header.dictionary_page_header) dictionary = await readDictionary(packed, header, decoder);
    else {
      const page = await readPage(packed, header, decoder, { dictionary, most: most - seen });
      onPage(page);
      seen += page.count;
    }
  }
}

function decoderOf({ path_in_schema, type, codec }: ColumnMetaData, { schemaPath, utf8 }: Leaf): Decoder {
  return { pathInSchema: path_in_schema, type, element: schemaPath.at(-1)!.element, schemaPath, codec, parsers, utf8 };
}

async function readDictionary(
  packed: Bytes,
  header: PageHeader,
  decoder: Decoder,
): Promise<ReturnType<typeof convert>> {
  const page = await decompressPage(decoder.codec, packed, header.uncompressed_page_size);
  const count = header.dictionary_page_header!.num_values;
  // A value takes a bit at least.
  if (!(isCount(count) && count <= 8 * page.length)) throw new Error(`a dictionary would have ${count} values`);
  const view = new DataView(page.buffer, page.byteOffset, page.byteLength);
  return convert(readPlain({ view, offset: 0 }, decoder.type, count, decoder.element.type_length), decoder);
}

async function readPage(
  packed: Bytes,
  header: PageHeader,
  decoder: Decoder,
  { dictionary, most }: { dictionary: ReturnType<typeof convert> | undefined; most: number },
): Promise<Page> {
  const head = header.data_page_header ?? header.data_page_header_v2;
  if (!head) throw new Error(`it has a page of type ${header.type}`);
  const count = head.num_values;
  if (!(isCount(count) && count <= Math.min(most, MOST_ENTRIES)))
    throw new Error(`a page would have ${count} of ${most} values`);
  const { encoding } = head;
  if (encoding === undefined) throw new Error("its values are encoded in a way that is not known");
  if (encoding.endsWith("_DICTIONARY") && !dictionary) throw new Error("a dictionary is missing");
  const { dataPage, definitionLevels, repetitionLevels } = header.data_page_header_v2
    ? await secondVersion(packed, header, decoder)
    : await firstVersion(packed, header, decoder);
  const values = convertWithDictionary(dataPage, dictionary, encoding, decoder) as ArrayLike<unknown>;
  const definition = definitionLevels ?? [];
  const whole = getMaxDefinitionLevel(decoder.schemaPath);
  const there = definition.length === 0 ? count : definition.filter((level) => level === whole).length;
  if (values.length !== there) throw new Error(`${values.length} of ${there} values are there`);
  if (Array.isArray(values) && values.includes(undefined)) throw new Error("a value is not in its dictionary");
  return { definition, repetition: repetitionLevels, values, count };
}

/** Levels and values are packed together (README.md of the format, "Data pages"). */
async function firstVersion(
  packed: Bytes,
  header: PageHeader,
  decoder: Decoder,
): Promise<ReturnType<typeof readDataPage>> {
  const head = header.data_page_header!;
  const page = await decompressPage(decoder.codec, packed, header.uncompressed_page_size);
  const view = new DataView(page.buffer, page.byteOffset, page.byteLength);
  let at = 0;
  for (const level of levelsOf(decoder)) {
    if (level === 0) continue;
    const length = view.getUint32(at, true);
    assertRuns(page.subarray(at + 4, at + 4 + length), bitsOf(level), head.num_values);
    at += 4 + length;
  }
  assertValues(page.subarray(at), head.encoding, head.num_values);
  return readDataPage(page, head, decoder);
}

/** The levels come first and are not compressed. */
async function secondVersion(
  packed: Bytes,
  header: PageHeader,
  decoder: Decoder,
): Promise<ReturnType<typeof readDataPage>> {
  const head = header.data_page_header_v2!;
  const [repeated, defined] = [head.repetition_levels_byte_length, head.definition_levels_byte_length];
  if (!(isCount(repeated) && isCount(defined) && repeated + defined <= packed.length))
    throw new Error("its levels are not complete");
  if (!(isCount(head.num_nulls) && head.num_nulls <= head.num_values)) throw new Error("it has more gaps than values");
  const [first, second] = levelsOf(decoder);
  assertRuns(packed.subarray(0, repeated), bitsOf(first), head.num_values);
  assertRuns(packed.subarray(repeated, repeated + defined), bitsOf(second), head.num_values);
  const body = packed.subarray(repeated + defined);
  const size = header.uncompressed_page_size - repeated - defined;
  const isPacked = head.is_compressed !== false && size > 0;
  const values = isPacked ? await decompressPage(decoder.codec, body, size) : body;
  assertValues(values, head.encoding, head.num_values);
  const page = new Uint8Array(repeated + defined + values.length);
  page.set(packed.subarray(0, repeated + defined));
  page.set(values, repeated + defined);
  const plain = { ...header, data_page_header_v2: { ...head, is_compressed: false } };
  return readDataPageV2(page, plain, decoder);
}

function levelsOf({ schemaPath }: Decoder): [repeated: number, defined: number] {
  return [getMaxRepetitionLevel(schemaPath), getMaxDefinitionLevel(schemaPath)];
}

/** In a damaged description, a number may be of any kind. */
function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function bitsOf(level: number): number {
  return 32 - Math.clz32(level);
}
