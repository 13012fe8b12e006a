type Bytes = Uint8Array<ArrayBuffer>;

/**
 * A file in an archive, which behaves as one that was picked: readers need not know where it lies. Its content is unpacked
 * whenever it is asked for, and not held: what lies in an archive may be far more than the memory.
 */
export class PackedFile extends File {
  private readonly load: () => Promise<Bytes>;
  private readonly from: number;

  /**
   * @param size bytes that there are in it, from `from` on
   * @param load unpacks all; throws a DataError where it is damaged
   */
  constructor(name: string, size: number, load: () => Promise<Bytes>, from = 0) {
    super([], name);
    this.load = load;
    this.from = from;
    // A getter of the platform's, which a class may not take the place of in TypeScript.
    Object.defineProperty(this, "size", { value: size });
  }

  override async arrayBuffer(): Promise<ArrayBuffer> {
    const bytes = await this.content();
    return bytes.length === bytes.buffer.byteLength ? bytes.buffer : bytes.slice().buffer;
  }

  override async text(): Promise<string> {
    return new TextDecoder().decode(await this.content());
  }

  override slice(start = 0, end = this.size): Blob {
    const [first, last] = [within(start, this.size), within(end, this.size)];
    return new PackedFile(this.name, Math.max(0, last - first), this.load, this.from + first);
  }

  override stream(): ReadableStream<Bytes> {
    return new ReadableStream({
      pull: async (controller) => {
        controller.enqueue(await this.content());
        controller.close();
      },
    });
  }

  private async content(): Promise<Bytes> {
    return (await this.load()).subarray(this.from, this.from + this.size);
  }
}

/** As slices count: from the end where negative. */
function within(place: number, size: number): number {
  return Math.min(size, Math.max(0, place < 0 ? size + place : place));
}

/** Unpacks anew only what was not asked for last: a file that is read in parts is unpacked once. */
export class LastUnpacked {
  private key: unknown = null;
  private content: Promise<Bytes> = Promise.resolve(new Uint8Array(0));

  of(key: unknown, unpack: () => Promise<Bytes>): Promise<Bytes> {
    if (this.key !== key) this.content = unpack();
    this.key = key;
    return this.content;
  }
}
