import type { BufferManager } from "./internals";

/**
 * Buffers of a recording belong to the recording alone: what a replay writes must never be somebody else's tensor.
 * This manager stands in for TensorFlow.js's own, hands out buffers of the recording under way, and gives every buffer
 * back to where it came from.
 */
export class BufferPools implements BufferManager {
  private readonly shared: BufferManager;
  private readonly owners = new WeakMap<GPUBuffer, PrivatePool>();
  private current: PrivatePool | null = null;

  constructor(shared: BufferManager) {
    this.shared = shared;
  }

  /** From now on buffers come from `pool`; null for the shared ones. */
  use(pool: PrivatePool | null): void {
    this.current = pool;
  }

  acquireBuffer(size: number, usage: number, mappedAtCreation = false, reuse = true): GPUBuffer {
    if (!this.current) return this.shared.acquireBuffer(size, usage, mappedAtCreation, reuse);
    const buffer = this.current.acquire(size, usage, mappedAtCreation);
    this.owners.set(buffer, this.current);
    return buffer;
  }

  releaseBuffer(buffer: GPUBuffer, reuse = true): void {
    const owner = this.owners.get(buffer);
    if (owner) owner.release(buffer);
    else this.shared.releaseBuffer(buffer, reuse);
  }

  get numBytesUsed(): number {
    return this.shared.numBytesUsed;
  }

  get numBytesAllocated(): number {
    return this.shared.numBytesAllocated;
  }

  getNumUsedBuffers(): number {
    return this.shared.getNumUsedBuffers();
  }

  getNumFreeBuffers(): number {
    return this.shared.getNumFreeBuffers();
  }

  dispose(): void {
    this.shared.dispose();
  }
}

/** The buffers of one recording. Uniforms and uploaded constants are pinned: a replay reads them again. */
export class PrivatePool {
  private readonly device: GPUDevice;
  private readonly names = new Map<GPUBuffer, string>();
  private readonly free = new Map<string, GPUBuffer[]>();
  private readonly inUse = new Set<GPUBuffer>();
  /** Hold what a replay reads again: never handed out a second time. */
  private readonly pinned = new Set<GPUBuffer>();
  private abandoned = false;

  constructor(device: GPUDevice) {
    this.device = device;
  }

  /** What a buffer is called in two recordings of the same work; undefined where it is not the recording's. */
  nameOf(buffer: GPUBuffer): string | undefined {
    return this.names.get(buffer);
  }

  acquire(size: number, usage: number, mappedAtCreation: boolean): GPUBuffer {
    const isPinned = mappedAtCreation || (usage & GPUBufferUsage.UNIFORM) !== 0;
    const reused = isPinned ? undefined : this.free.get(keyOf({ size, usage }))?.pop();
    const buffer = reused ?? this.device.createBuffer({ size, usage, mappedAtCreation });
    if (!reused) this.names.set(buffer, `own${this.names.size}`);
    if (isPinned) this.pinned.add(buffer);
    // Uniforms belong to no tensor.
    if (!(usage & GPUBufferUsage.UNIFORM)) this.inUse.add(buffer);
    return buffer;
  }

  release(buffer: GPUBuffer): void {
    if (!this.inUse.delete(buffer)) return;
    const key = keyOf(buffer);
    if (this.abandoned) buffer.destroy();
    else if (!this.pinned.has(buffer)) this.free.set(key, [...(this.free.get(key) ?? []), buffer]);
  }

  /** The recording will not be replayed: frees everything but the tensors that live on, which follow when they die. */
  abandon(): void {
    this.abandoned = true;
    for (const buffer of this.names.keys()) if (!this.inUse.has(buffer)) buffer.destroy();
  }
}

function keyOf({ size, usage }: { size: number; usage: number }): string {
  return `${size}_${usage}`;
}
