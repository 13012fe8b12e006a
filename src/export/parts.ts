/** Bytes that are held here before the browser, which may put them on its disk, gets them. */
const HELD = 4 * 2 ** 20;

/** A file that grows piece by piece, of which little lies in the memory of the page. */
export class Parts {
  /** Bytes so far. */
  size = 0;
  private readonly blobs: Blob[] = [];
  private held: Uint8Array<ArrayBuffer>[] = [];
  private heldSize = 0;

  /** @param piece it stays as it is, and must not be changed afterwards */
  add(piece: Uint8Array<ArrayBuffer>): void {
    this.held.push(piece);
    this.heldSize += piece.length;
    this.size += piece.length;
    if (this.heldSize >= HELD) this.flush();
  }

  toBlob(type: string): Blob {
    this.flush();
    return new Blob(this.blobs, { type });
  }

  private flush(): void {
    this.blobs.push(new Blob(this.held));
    this.held = [];
    this.heldSize = 0;
  }
}
