import type { WasmInternals } from "./internals";

/**
 * Memory of a recording: what its kernels write while it is made stays its own, at the same addresses, for every replay. A block that
 * is given back within the recording is taken by the next of the same size.
 */
export class PinnedMemory {
  private readonly backend: WasmInternals;
  private readonly blocks: Block[] = [];
  private readonly free = new Map<number, Block[]>();

  constructor(backend: WasmInternals) {
    this.backend = backend;
  }

  acquire(bytes: number): Block {
    const again = this.free.get(bytes)?.pop();
    if (again) return again;
    const block = { name: `block ${this.blocks.length} of ${bytes}`, bytes, address: allocate(this.backend, bytes) };
    this.blocks.push(block);
    return block;
  }

  release(block: Block): void {
    const free = this.free.get(block.bytes);
    if (free) free.push(block);
    else this.free.set(block.bytes, [block]);
  }

  /** Gives all of it back. */
  abandon(): void {
    for (const { address } of this.blocks.splice(0)) this.backend.wasm._free(address);
    this.free.clear();
  }
}

/** A stretch of memory, by its order among those of its recording. */
export interface Block {
  readonly name: string;
  readonly bytes: number;
  readonly address: number;
}

/** @throws RangeError where the module's memory is used up */
export function allocate({ wasm }: Pick<WasmInternals, "wasm">, bytes: number): number {
  // Signed above 2 GiB.
  const address = wasm._malloc(Math.max(bytes, 1)) >>> 0;
  if (address === 0) throw new RangeError(`WebAssembly has no memory left for ${bytes} bytes.`);
  return address;
}
