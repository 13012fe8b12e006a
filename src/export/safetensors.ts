import { z } from "../data/zod";
import { PlaygroundError } from "../i18n/errors";
import { say } from "../i18n/message";
import { atOnce, type Interruptible } from "../worker/tasks";
import { texts } from "./errors";

/**
 * Tensors in one file, as Hugging Face's safetensors format has it (github.com/huggingface/safetensors): the length of a
 * header in 8 bytes, little-endian; the header, which is JSON padded with spaces; then the tensors' bytes, without gaps.
 */

/** A tensor, row by row. */
export type SafeTensor =
  | { dtype: "F64"; shape: number[]; values: Float64Array }
  | { dtype: "F32"; shape: number[]; values: Float32Array }
  | { dtype: "I32"; shape: number[]; values: Int32Array }
  | { dtype: "U8"; shape: number[]; values: Uint8Array };

export interface SafetensorsFile {
  tensors: Map<string, SafeTensor>;
  /** Whatever else is to be known of them, as text. */
  metadata: Record<string, string>;
}

/** A file that is not in the format, or is damaged. */
export class SafetensorsError extends PlaygroundError {
  override name = "SafetensorsError";
}

/** Those that are read and written here, the widest first. */
const ARRAYS = { F64: Float64Array, F32: Float32Array, I32: Int32Array, U8: Uint8Array };
const DTYPES = Object.keys(ARRAYS) as SafeTensor["dtype"][];

const METADATA = "__metadata__";
const LENGTH_BYTES = 8;
/** Where a tensor may begin; the widest numbers have so many bytes. */
const ALIGNMENT = 8;
/** The longest header that the format allows. */
const LONGEST_HEADER = 100_000_000;

const placeSchema = z.strictObject({
  dtype: z.enum(DTYPES),
  shape: z.array(z.int().min(0)),
  data_offsets: z.tuple([z.int().min(0), z.int().min(0)]),
});
const metadataSchema = z.record(z.string(), z.string());

/** Where a tensor lies among the bytes after the header. */
type Place = z.output<typeof placeSchema> & { name: string };

/** Bytes that are copied without an interruption: about a millisecond's work. */
const BLOCK = 2 ** 21;

/** The bytes of a file; its tensors stand in it from the widest numbers to the narrowest, each aligned. */
export function writeSafetensors(file: SafetensorsFile): Uint8Array<ArrayBuffer> {
  return atOnce(safetensorsBytes(file));
}

/** The same for a page that goes on meanwhile. */
export function* safetensorsBytes({ tensors, metadata }: SafetensorsFile): Interruptible<Uint8Array<ArrayBuffer>> {
  // Widest first, so that every tensor begins at a multiple of its numbers' size.
  const sorted = DTYPES.flatMap((dtype) => [...tensors].filter(([, tensor]) => tensor.dtype === dtype));
  const header = headerOf(sorted, metadata);
  const from = LENGTH_BYTES + header.length;
  const bytes = new Uint8Array(from + sorted.reduce((sum, [, { values }]) => sum + values.byteLength, 0));
  new DataView(bytes.buffer).setBigUint64(0, BigInt(header.length), true);
  bytes.set(header, LENGTH_BYTES);
  let at = from;
  for (const [, { values }] of sorted) {
    const own = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    for (let begin = 0; begin < own.length; begin += BLOCK) {
      bytes.set(own.subarray(begin, begin + BLOCK), at + begin);
      yield;
    }
    at += own.length;
  }
  return bytes;
}

/**
 * The numbers are copied: the bytes may be forgotten afterwards.
 * @throws SafetensorsError, and nothing else, whatever the bytes are
 */
export function readSafetensors(bytes: Uint8Array): SafetensorsFile {
  const { header, data } = divide(bytes);
  const { [METADATA]: metadata = {}, ...rest } = parseHeader(header);
  const places = Object.entries(rest).map(([name, place]) => parsePlace(name, place));
  assertWithoutGaps(places, data.length);
  return {
    tensors: new Map(places.map((place) => [place.name, tensorAt(place, data)])),
    metadata: parseMetadata(metadata),
  };
}

function headerOf(tensors: [string, SafeTensor][], metadata: Record<string, string>): Uint8Array {
  let end = 0;
  const places = tensors.map(([name, { dtype, shape, values }]): [string, unknown] => {
    const begin = end;
    end += values.byteLength;
    return [name, { dtype, shape, data_offsets: [begin, end] }];
  });
  const text = new TextEncoder().encode(JSON.stringify(Object.fromEntries([[METADATA, metadata], ...places])));
  const padded = new Uint8Array(Math.ceil(text.length / ALIGNMENT) * ALIGNMENT).fill(" ".charCodeAt(0));
  padded.set(text);
  return padded;
}

function divide(bytes: Uint8Array): { header: Uint8Array; data: Uint8Array } {
  if (bytes.length < LENGTH_BYTES) throw new SafetensorsError(texts.tooShort);
  const length = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true);
  if (length > BigInt(Math.min(LONGEST_HEADER, bytes.length - LENGTH_BYTES)))
    throw new SafetensorsError(texts.cutShort);
  const from = LENGTH_BYTES + Number(length);
  return { header: bytes.subarray(LENGTH_BYTES, from), data: bytes.subarray(from) };
}

function parseHeader(header: Uint8Array): Record<string, unknown> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(header));
  } catch (cause) {
    throw new SafetensorsError(texts.noJson, { cause });
  }
  if (typeof parsed === "object" && parsed !== null && !Array.isArray(parsed)) return parsed as Record<string, unknown>;
  throw new SafetensorsError(texts.noList);
}

function parsePlace(name: string, given: unknown): Place {
  const { data: place, error } = placeSchema.safeParse(given);
  if (!place) {
    const [issue] = error.issues;
    const about = { path: issue?.path.join(".") ?? "", reason: issue?.message ?? "" };
    throw new SafetensorsError(say(texts.unreadable, { name, ...about }));
  }
  const [begin, end] = place.data_offsets;
  const size = place.shape.reduce((product, n) => product * n, 1) * ARRAYS[place.dtype].BYTES_PER_ELEMENT;
  if (end - begin === size) return { ...place, name };
  const about = { dtype: place.dtype, shape: place.shape.join(", "), found: end - begin, expected: size };
  throw new SafetensorsError(say(texts.wrongSize, { name, ...about }));
}

function parseMetadata(metadata: unknown): Record<string, string> {
  const parsed = metadataSchema.safeParse(metadata);
  if (parsed.success) return parsed.data;
  throw new SafetensorsError(texts.noTexts);
}

/** Every byte belongs to one tensor. */
function assertWithoutGaps(places: readonly Place[], length: number): void {
  let reached = 0;
  for (const { name, data_offsets } of [...places].sort(
    (a, b) => a.data_offsets[0] - b.data_offsets[0] || a.data_offsets[1] - b.data_offsets[1],
  )) {
    const [begin, end] = data_offsets;
    if (begin !== reached) throw new SafetensorsError(say(texts.gap, { name }));
    reached = end;
  }
  if (reached !== length) throw new SafetensorsError(say(texts.wrongLength, { expected: reached, found: length }));
}

/** A copy, since the numbers need not be aligned in the file; of Node's buffers, `slice` would be none. */
function tensorAt({ dtype, shape, data_offsets }: Place, data: Uint8Array): SafeTensor {
  const values = new ARRAYS[dtype](new Uint8Array(data.subarray(...data_offsets)).buffer);
  return { dtype, shape, values } as SafeTensor;
}
