import { decompress as unzstd } from "fzstd";
import { type ColumnMetaData, snappyUncompress } from "hyparquet";
import { gunzipInto } from "../../archives/gunzip";

/** Bytes of a decompressed page that are held. */
const LARGEST_PAGE = 256 * 2 ** 20;

type Codec = (packed: Uint8Array<ArrayBuffer>, page: Uint8Array<ArrayBuffer>) => Uint8Array | Promise<Uint8Array>;

/** The compressions that data sets are published in. Each fills the page that it is given, and no more. */
const CODECS: Partial<Record<ColumnMetaData["codec"], Codec>> = {
  UNCOMPRESSED: (packed) => packed,
  SNAPPY: (packed, page) => {
    snappyUncompress(packed, page);
    return page;
  },
  GZIP: (packed, page) => gunzipInto(page, packed),
  ZSTD: (packed, page) => unzstd(packed, page),
  BROTLI: async (packed, page) => (await rare()).decompressBrotli(packed, page.length),
  LZ4: async (packed, page) => (await rare()).decompressLz4(packed, page.length),
  LZ4_RAW: async (packed, page) => (await rare()).decompressLz4Raw(packed, page.length),
};

/** Codecs that few files need: a dictionary of 80 kB comes with them. */
function rare() {
  return import("hyparquet-compressors");
}

/**
 * @param size bytes that the page promises to grow to; looked at before there is memory for it
 * @throws when it is something else, or the codec is not known
 */
export async function decompressPage(
  codec: ColumnMetaData["codec"],
  packed: Uint8Array<ArrayBuffer>,
  size: number,
): Promise<Uint8Array> {
  const decompress = CODECS[codec];
  if (!decompress)
    throw new Error(`it is compressed by ${codec}; ${Object.keys(CODECS).join(", ").toLowerCase()} are read`);
  if (!(Number.isInteger(size) && size >= 0 && size <= LARGEST_PAGE))
    throw new Error(`a page would have ${size} bytes`);
  const page = await decompress(packed, codec === "UNCOMPRESSED" ? new Uint8Array(0) : new Uint8Array(size));
  if (page.length !== size) throw new Error(`a page has ${page.length} bytes instead of ${size}`);
  return page;
}
