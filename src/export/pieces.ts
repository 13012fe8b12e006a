/** Characters of a part: enough that a file has few of them, and far fewer than a text can have. */
const PART = 2 ** 20;

/**
 * A file of texts that come one after the other, which are let go as they come.
 *
 * @param pause lets the page go on, after each part
 */
export async function blobOf(pieces: Iterable<string>, type: string, pause: () => Promise<void>): Promise<Blob> {
  const parts: Blob[] = [];
  let texts: string[] = [];
  let length = 0;
  const close = () => {
    parts.push(new Blob(texts));
    [texts, length] = [[], 0];
  };
  for (const piece of pieces) {
    texts.push(piece);
    length += piece.length;
    if (length < PART) continue;
    close();
    await pause();
  }
  close();
  return new Blob(parts, { type });
}
