import { inflatedStart } from "../archives/tar/inflate";
import { isTar, TAR_BLOCK } from "../archives/tar/tar";
import { DataError, type PickedFile } from "../types";
import { bytesOf, isGzip } from "./bytes";
import { isStray } from "./picked";
import { SUPPORTED } from "./supported";

export type Format = "idx" | "cifar" | "numpy" | "images" | "csv" | "parquet";

/** Bytes that tell formats apart. */
const START = 16;

const IDX_NAME = /idx|ubyte/i;
/** Types of the values of an IDX file, its third byte. */
const IDX_TYPES = [0x08, 0x09, 0x0b, 0x0c, 0x0d, 0x0e];

/**
 * Finds out what was picked, by the first bytes of each file, and by the name where a format has no mark of its own.
 *
 * @returns the one format of all files, and the files that belong to it; IDX where a name says so, since its reader says what
 * was found instead
 * @throws DataError when the files are of several formats, or of none
 */
export async function recognise(picked: PickedFile[]): Promise<{ format: Format; files: PickedFile[] }> {
  const files = picked.filter(({ path }) => picked.length === 1 || !isStray(path));
  const found: (PickedFile & { format: Format | null })[] = [];
  for (const { file, path } of files) found.push({ file, path, format: await formatOf(file) });
  const known = found.find(({ format }) => format !== null);
  if (!known && !files.some(({ file }) => IDX_NAME.test(file.name))) throw unknown(files[0]?.file.name ?? "This");
  if (!known || known.format === "idx") return { format: "idx", files };
  const other = found.find(({ format }) => format !== known.format && (known.format !== "images" || format !== null));
  if (other)
    throw other.format
      ? new DataError(
          `${known.file.name} and ${other.file.name} are of different formats (${known.format} and ${other.format}): pick the files of one data set.`,
        )
      : unknown(other.file.name);
  return { format: known.format!, files: found.filter(({ format }) => format !== null) };
}

function unknown(name: string): DataError {
  return new DataError(`${name} is of no known format. ${SUPPORTED}`);
}

/** Null where the format is not known. Folders of images are large: their names have to do. */
async function formatOf(file: File): Promise<Format | null> {
  if (/\.(png|jpe?g|webp)$/i.test(file.name)) return "images";
  if (/(\.bin|batches\.meta\.txt|fine_label_names\.txt)$/i.test(file.name)) return "cifar";
  if (/\.(csv|tsv)$/i.test(file.name)) return "csv";
  const start = await bytesOf(file.slice(0, START), file.name);
  const text = String.fromCharCode(...start);
  if (text.startsWith("\x93NUMPY")) return "numpy";
  if (text.startsWith("PAR1")) return "parquet";
  if (text.startsWith("PK")) return (await holdsArrays(file)) ? "numpy" : "images";
  if (isGzip(start)) return isTar(await inflatedStart(file, TAR_BLOCK)) ? "cifar" : "idx";
  if (isEncodedImage(text)) return "images";
  return start[0] === 0 && start[1] === 0 && IDX_TYPES.includes(start[2] ?? 0) ? "idx" : null;
}

/** PNG, JPEG or WebP. */
function isEncodedImage(start: string): boolean {
  return (
    start.startsWith("\x89PNG\r\n\x1a\n") ||
    start.startsWith("\xff\xd8\xff") ||
    (start.startsWith("RIFF") && start.slice(8, 12) === "WEBP")
  );
}

/** Whether the first entry of a ZIP archive is a NumPy array (APPNOTE.TXT, 4.3.7: the name begins at byte 30). */
async function holdsArrays(file: File): Promise<boolean> {
  if (/\.npz$/i.test(file.name)) return true;
  const start = await bytesOf(file.slice(0, 300), file.name);
  const nameLength = (start[26] ?? 0) | ((start[27] ?? 0) << 8);
  return /\.npy$/i.test(String.fromCharCode(...start.subarray(30, 30 + nameLength)));
}
