import type { TensorInfo } from "@tensorflow/tfjs";
import type { StepRecording } from "../device";
import { PrivatePool } from "./bufferPools";
import type { BackendInternals, TensorData } from "./internals";

/** One dispatch, ready to be sent again. */
interface Command {
  pipeline: GPUComputePipeline;
  bindGroup: GPUBindGroup;
  workgroups: [number, number, number];
}

/** What a recording asks of the backend that it is made on. */
interface RecordedBackend extends Pick<BackendInternals, "tensorMap"> {
  ownerOf(dataId: object): object;
  offsetOf(dataId: object): number;
}

/** A tensor from outside: it has to be there, in the same buffer, whenever the recording is replayed. */
interface External {
  data: TensorData;
  buffer: GPUBuffer;
  written: boolean;
}

/**
 * What one run of some work sent to the GPU. A replay sends it again, without the JavaScript that led to it: same
 * pipelines, same buffers, same constants.
 */
export class Recording implements StepRecording {
  readonly pool: PrivatePool;
  /** Tensors with smaller numbers were there before. */
  readonly firstId: number;
  /** Why this cannot be replayed, if so. */
  refusal: string | null = null;
  /** What the GPU took for one replay of late; null before it was measured. */
  milliseconds: number | null = null;
  private readonly commands: Command[] = [];
  private readonly externals = new Map<object, External>();
  /** One line per dispatch and per constant; two recordings of the same work have the same lines. */
  private readonly lines: string[] = [];

  constructor(device: GPUDevice, firstId: number) {
    this.firstId = firstId;
    this.pool = new PrivatePool(device);
  }

  get dispatches(): number {
    return this.commands.length;
  }

  abandon(): void {
    this.pool.abandon();
  }

  /** True when both recordings do the same, with the same constants, to the same tensors from outside. */
  equals(other: Recording): boolean {
    return this.lines.length === other.lines.length && this.lines.every((line, i) => line === other.lines[i]);
  }

  /** Notes numbers that JavaScript handed to the GPU: a replay would hand over the same ones. */
  noteConstants(values: ArrayLike<number>): void {
    this.lines.push(`constants ${Array.from(values).join(" ")}`);
  }

  noteDispatch(backend: RecordedBackend, what: string, reads: TensorInfo[], writes: TensorInfo[]): void {
    const names = [
      ...reads.map((tensor) => this.place(backend, tensor, false)),
      ...writes.map((tensor) => this.place(backend, tensor, true)),
    ];
    this.lines.push(`${what} ${names.join(" ")}`);
  }

  /** A compute pass that notes what goes through it. */
  observe(pass: NonNullable<BackendInternals["computePassEncoder"]>): typeof pass {
    let pipeline: GPUComputePipeline;
    let bindGroup: GPUBindGroup;
    return {
      setPipeline: (next) => {
        pipeline = next;
        pass.setPipeline(next);
      },
      setBindGroup: (index: number, next: GPUBindGroup | null | undefined) => {
        bindGroup = next as GPUBindGroup;
        pass.setBindGroup(index, next);
      },
      dispatchWorkgroups: (x, y = 1, z = 1) => {
        this.commands.push({ pipeline, bindGroup, workgroups: [x, y, z] });
        pass.dispatchWorkgroups(x, y, z);
      },
      end: () => pass.end(),
    };
  }

  /** False once a tensor from outside is gone or lies in another buffer. */
  isValid(backend: RecordedBackend): boolean {
    for (const [dataId, { buffer }] of this.externals)
      if (!backend.tensorMap.has(dataId) || backend.tensorMap.get(dataId).resource !== buffer) return false;
    return true;
  }

  encode(pass: GPUComputePassEncoder): void {
    for (const { pipeline, bindGroup, workgroups } of this.commands) {
      pass.setPipeline(pipeline);
      pass.setBindGroup(0, bindGroup);
      pass.dispatchWorkgroups(...workgroups);
    }
    // Values read back before are out of date now.
    for (const { data, written } of this.externals.values()) if (written) data.values = null;
  }

  /** What a tensor is called in the lines: by its order among the recording's buffers, or by its identity outside. */
  private place(backend: RecordedBackend, { dataId }: TensorInfo, written: boolean): string {
    const data = backend.tensorMap.get(dataId);
    const buffer = data.resource as GPUBuffer;
    const own = this.pool.nameOf(buffer);
    if (own !== undefined) return own;
    // A part lives as long as a step; the tensor that it belongs to is what stays.
    const owner = backend.ownerOf(dataId);
    const known = this.externals.get(owner);
    const ofOwner = backend.tensorMap.get(owner);
    this.externals.set(owner, { data: ofOwner, buffer, written: written || known?.written === true });
    return `outside${identityOf(buffer)}+${backend.offsetOf(dataId)}`;
  }
}

const identities = new WeakMap<object, number>();
let lastIdentity = 0;

/** A number for each object, the same whenever it is asked for. */
export function identityOf(object: object): number {
  const identity = identities.get(object) ?? ++lastIdentity;
  identities.set(object, identity);
  return identity;
}
