/** Bytes that are looked through: a second frame comes early, or the file says at its head that it moves. */
const LOOKED_AT = 2 ** 20;
/** What introduces a frame of a GIF: a block of control, and the frame's own mark. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the marks
const GIF_FRAME = /!\xf9\x04[\s\S]{4}\x00,/g;
/** VP8X, the flag of animation in what follows its length. */
const WEBP_HEAD = { name: 12, flags: 20, moves: 2 } as const;

/** Whether a picture has several frames, of which decoders give the first: GIF, WebP, PNG, AVIF. */
export function moves(bytes: Uint8Array): boolean {
  const start = latin1(bytes.subarray(0, 64));
  if (start.startsWith("GIF8")) return [...latin1(bytes.subarray(0, LOOKED_AT)).matchAll(GIF_FRAME)].length > 1;
  if (start.startsWith("RIFF") && start.startsWith("VP8X", WEBP_HEAD.name))
    return (bytes[WEBP_HEAD.flags]! & WEBP_HEAD.moves) > 0;
  if (start.startsWith("PNG", 1)) return latin1(bytes.subarray(0, 1024)).includes("acTL");
  return start.startsWith("ftypavis", 4);
}

function latin1(bytes: Uint8Array): string {
  return new TextDecoder("latin1").decode(bytes);
}
