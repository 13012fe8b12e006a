import { gunzipInto, joined } from "../../data/archives/gunzip";
import { PlaygroundError, problem, saidOf } from "../../i18n/errors";
import { yieldToEventLoop } from "../../worker/yield";
import { texts } from "./errors";
import { fillFromPlanes, planesOf, type Words } from "./words";

/**
 * Lists of numbers with a description of them, as one piece of bytes. Before anything else stands, little-endian: the mark `FNCE`,
 * the version, whether the rest is compressed, two bytes of nothing, and the length of the rest once it is not. The rest: the length of the
 * description, the description as JSON, then the lists by their planes (words.ts). The description's `lists` says which there are.
 */

const MARK = 0x45434e46;
const VERSION = 1;
const HEAD = 12;
const COMPRESSION = { none: 0, gzip: 1 } as const;
/** Most bytes that a device has to hold for a piece. */
const MOST = 2 ** 30;

const KINDS = { i: Int32Array, u: Uint32Array, f: Float32Array } as const;
type Kind = keyof typeof KINDS;

type Bytes = Uint8Array<ArrayBuffer>;

export interface Contents {
  /** What JSON can hold. */
  about: unknown;
  lists: Words[];
}

interface Description {
  about: unknown;
  lists: [kind: Kind, length: number][];
}

/** Compressed, a block at a time: other work of the page goes on in between. */
export async function pack(contents: Contents): Promise<Bytes> {
  if (!("CompressionStream" in globalThis)) return packAtOnce(contents);
  const { description, length } = described(contents);
  const stream = new CompressionStream("gzip");
  const written = writeBlocks(stream.writable.getWriter(), description, contents.lists);
  const [rest] = await Promise.all([new Response(stream.readable).arrayBuffer(), written]);
  return joined([head(COMPRESSION.gzip, length), new Uint8Array(rest)]) as Bytes;
}

/** The same at once and as it is: for a page that is about to go, on which nothing is finished later. */
export function packAtOnce(contents: Contents): Bytes {
  const { description, length } = described(contents);
  const blocks = contents.lists.flatMap((list) => [...planesOf(list)]);
  return joined([head(COMPRESSION.none, length), ...description, ...blocks]) as Bytes;
}

async function writeBlocks(
  writer: WritableStreamDefaultWriter<BufferSource>,
  description: Bytes[],
  lists: Words[],
): Promise<void> {
  for (const part of description) await writer.write(part);
  for (const list of lists)
    for (const block of planesOf(list)) {
      await writer.write(block);
      await yieldToEventLoop();
    }
  await writer.close();
}

function head(compression: number, length: number): Bytes {
  const bytes = new Uint8Array(HEAD);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MARK, true);
  view.setUint8(4, VERSION);
  view.setUint8(5, compression);
  view.setUint32(8, length, true);
  return bytes;
}

/** What stands before the lists, and the length of all. */
function described({ about, lists }: Contents): { description: Bytes[]; length: number } {
  const kinds = lists.map((list): [Kind, number] => [kindOf(list), list.length]);
  const text = new TextEncoder().encode(JSON.stringify({ about, lists: kinds } satisfies Description)) as Bytes;
  const size = new Uint8Array(Uint32Array.of(text.length).buffer);
  const length = 4 + text.length + lists.reduce((sum, { byteLength }) => sum + byteLength, 0);
  return { description: [size, text], length };
}

function kindOf(list: Words): Kind {
  return (Object.keys(KINDS) as Kind[]).find((kind) => list instanceof KINDS[kind]) as Kind;
}

/** @throws PlaygroundError where they are no such bytes, of a later version, or damaged */
export async function unpack(bytes: Bytes): Promise<Contents> {
  try {
    return listsIn(await restOf(bytes));
  } catch (error) {
    if (error instanceof PlaygroundError) throw error;
    throw problem(texts.damaged, { reason: saidOf(error) }, { cause: error });
  }
}

async function restOf(bytes: Bytes): Promise<Bytes> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEAD || view.getUint32(0, true) !== MARK) throw new PlaygroundError(texts.noColumns);
  const version = view.getUint8(4);
  if (version !== VERSION) throw problem(texts.otherVersion, { version });
  const length = view.getUint32(8, true);
  if (length > MOST) throw problem(texts.tooLarge, { length });
  const rest = bytes.subarray(HEAD);
  const content = view.getUint8(5) === COMPRESSION.none ? rest : await gunzipInto(new Uint8Array(length), rest);
  if (content.length !== length) throw problem(texts.cutShort, { found: content.length, length });
  return content;
}

function listsIn(rest: Bytes): Contents {
  const size = new DataView(rest.buffer, rest.byteOffset).getUint32(0, true);
  const text = new TextDecoder("utf-8", { fatal: true }).decode(rest.subarray(4, 4 + size));
  const { about, lists } = JSON.parse(text) as Description;
  let at = 4 + size;
  const read = lists.map(([kind, length]) => {
    if (at + 4 * length > rest.length) throw problem(texts.cutShort, { found: rest.length, length: at + 4 * length });
    const list = new KINDS[kind](length);
    fillFromPlanes(list, rest.subarray(at, at + 4 * length));
    at += 4 * length;
    return list;
  });
  return { about, lists: read };
}
