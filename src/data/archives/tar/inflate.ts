import { messageOf } from "../../../engine/messageOf";
import { DataError } from "../../types";

/** Most bytes that an archive may hold once decompressed: 1 GiB, six times CIFAR's. */
const MOST_INFLATED = 2 ** 30;

/**
 * Hands out the decompressed content of a gzip file (RFC 1952) piece by piece, without holding more than what was asked for.
 * The checksum is compared at the end of the file.
 */
export class InflatingReader {
  private readonly source: ReadableStreamDefaultReader<Uint8Array>;
  private readonly name: string;
  private chunk = new Uint8Array(0);
  private at = 0;
  private passed = 0;

  /** @param onRead told the compressed bytes read so far */
  constructor(file: Blob, name: string, onRead?: (bytes: number) => void) {
    let read = 0;
    const counter = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller) {
        read += chunk.length;
        onRead?.(read);
        controller.enqueue(chunk);
      },
    });
    this.name = name;
    this.source = file.stream().pipeThrough(counter).pipeThrough(new DecompressionStream("gzip")).getReader();
  }

  /**
   * The next `length` bytes, valid until the next call; fewer at the end of the content.
   * @throws DataError when the file is damaged, cut short, or far larger than any data set
   */
  async read(length: number): Promise<Uint8Array> {
    if (this.chunk.length - this.at >= length) return this.take(length);
    const bytes = new Uint8Array(length);
    let filled = 0;
    while (filled < length && (await this.fill())) {
      const part = this.take(Math.min(length - filled, this.chunk.length - this.at));
      bytes.set(part, filled);
      filled += part.length;
    }
    return bytes.subarray(0, filled);
  }

  /** Passes over `length` bytes. Returns how many there were. */
  async skip(length: number): Promise<number> {
    let passed = 0;
    while (passed < length && (await this.fill()))
      passed += this.take(Math.min(length - passed, this.chunk.length - this.at)).length;
    return passed;
  }

  /** Gives the file back, read to its end or not. */
  async close(): Promise<void> {
    // A stream that broke has nothing to give back, and was reported by `read`.
    await this.source.cancel().catch(() => undefined);
  }

  private take(length: number): Uint8Array {
    this.at += length;
    return this.chunk.subarray(this.at - length, this.at);
  }

  /** Whether there is a byte left to take. */
  private async fill(): Promise<boolean> {
    while (this.at === this.chunk.length) {
      const { done, value } = await this.next();
      if (done) return false;
      this.chunk = new Uint8Array(value);
      this.at = 0;
      this.passed += value.length;
      if (this.passed > MOST_INFLATED)
        throw new DataError(
          `${this.name} holds more than ${MOST_INFLATED} bytes once decompressed, the most that are read.`,
        );
    }
    return true;
  }

  private async next(): Promise<ReadableStreamReadResult<Uint8Array>> {
    try {
      return await this.source.read();
    } catch (error) {
      throw new DataError(
        `${this.name} is not a complete gzip file: it is damaged or cut short (${messageOf(error)}).`,
      );
    }
  }
}

/** The first bytes of a gzip file's content; none where it is damaged. */
export async function inflatedStart(file: File, length: number): Promise<Uint8Array> {
  const reader = new InflatingReader(file, file.name);
  try {
    return (await reader.read(length)).slice();
  } catch (error) {
    if (error instanceof DataError) return new Uint8Array(0);
    throw error;
  } finally {
    await reader.close();
  }
}
