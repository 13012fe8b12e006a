import type { StepRecording } from "../device";
import type { WasmInternals } from "./internals";
import { type Block, PinnedMemory } from "./memory";
import type { KernelCall } from "./runner";

/** A tensor that a kernel is called with. */
interface CalledWith {
  dataId: object;
  /** The tensor that its memory belongs to: itself, unless it is a part, which may be made anew for every step. */
  owner: { dataId: object; address: number };
}

/**
 * What one run of some work called of this project's kernels: a flat list of functions and numbers. A replay calls them again, without
 * the JavaScript that led to them.
 */
export class WasmRecording implements StepRecording {
  refusal: string | null = null;
  readonly milliseconds = null;
  readonly memory: PinnedMemory;
  readonly calls: KernelCall[] = [];
  /** Tensors from outside by the address that they have to keep. */
  private readonly externals = new Map<object, number>();
  /** One line per call; two recordings of the same work have the same lines. */
  private readonly lines: string[] = [];
  /** What was made while it was recorded: by our kernels in a block, by TensorFlow.js in none. */
  private readonly made = new Map<object, Block | null>();

  constructor(backend: WasmInternals) {
    this.memory = new PinnedMemory(backend);
  }

  get dispatches(): number {
    return this.calls.length;
  }

  equals(other: WasmRecording): boolean {
    return this.lines.length === other.lines.length && this.lines.every((line, i) => line === other.lines[i]);
  }

  abandon(): void {
    this.memory.abandon();
  }

  noteOutput(dataId: object, block: Block): void {
    this.made.set(dataId, block);
  }

  /** Notes a tensor that TensorFlow.js made: a replay would not make it again. */
  noteForeign(dataId: object): void {
    if (!this.made.has(dataId)) this.made.set(dataId, null);
  }

  /** Notes that TensorFlow.js reads a tensor: one that kernels write would have to be read anew. */
  noteForeignRead(dataId: object, isInPlace: boolean): void {
    if (isInPlace || this.made.get(dataId)) this.refusal ??= "TensorFlow.js works with what a kernel wrote";
  }

  /** @param tensors what the first arguments of the first share are the addresses of; null for none */
  noteCall(call: KernelCall, tensors: readonly (CalledWith | null)[]): void {
    this.calls.push(call);
    const [args = []] = call.shares;
    const places = tensors.map((tensor, i) => (tensor ? this.place(tensor, args[i] as number, call.name) : "none"));
    this.lines.push(`${call.name} ${places.join(", ")}; ${args.slice(tensors.length).join(" ")}`);
  }

  isValid({ dataIdMap }: WasmInternals): boolean {
    for (const [dataId, address] of this.externals)
      if (!dataIdMap.has(dataId) || dataIdMap.get(dataId).memoryOffset !== address) return false;
    return true;
  }

  private place({ dataId, owner }: CalledWith, address: number, kernel: string): string {
    const block = this.made.get(dataId);
    if (block) return block.name;
    if (block === null) this.refusal ??= `${kernel} reads what TensorFlow.js worked out`;
    else this.externals.set(owner.dataId, owner.address);
    return `address ${address}`;
  }
}
