import * as tf from "@tensorflow/tfjs";
import type { Program } from "../../src/engine/webgpu/gpu";
import { bindingsOf, shaderOf, workgroupsOf } from "../../src/engine/webgpu/shader";

/**
 * The project's WebGPU backend on a device that does nothing: what would be sent to a GPU can be read without one. Values
 * that are read back are zeros.
 */

const nothing = () => undefined;

class FakeBuffer {
  readonly size: number;
  readonly usage: number;
  readonly mapState = "unmapped";
  readonly mapAsync = async () => undefined;
  readonly unmap = nothing;
  readonly destroy = nothing;
  private readonly bytes: ArrayBuffer;

  constructor({ size, usage }: { size: number; usage: number }) {
    this.size = size;
    this.usage = usage;
    this.bytes = new ArrayBuffer(size);
  }

  getMappedRange(): ArrayBuffer {
    return this.bytes;
  }
}

class FakeTexture {}

const GLOBALS = {
  GPUBuffer: FakeBuffer,
  GPUTexture: FakeTexture,
  GPUBufferUsage: { MAP_READ: 1, COPY_SRC: 4, COPY_DST: 8, UNIFORM: 64, STORAGE: 128, QUERY_RESOLVE: 512 },
  GPUShaderStage: { COMPUTE: 4 },
  GPUMapMode: { READ: 1 },
};

const fakePass = () => ({ setPipeline: nothing, setBindGroup: nothing, dispatchWorkgroups: nothing, end: nothing });
const fakeEncoder = () => ({ beginComputePass: fakePass, copyBufferToBuffer: nothing, finish: () => ({}) });

/** Those that every device has. */
const LIMITS = {
  maxBufferSize: 2 ** 28,
  maxComputeInvocationsPerWorkgroup: 256,
  maxComputeWorkgroupSizeX: 256,
  maxComputeWorkgroupsPerDimension: 65535,
  maxStorageBufferBindingSize: 2 ** 27,
  maxStorageBuffersPerShaderStage: 8,
};

function fakeDevice(): GPUDevice {
  const made = () => ({});
  return {
    features: new Set(),
    limits: LIMITS,
    lost: new Promise(nothing),
    queue: { submit: nothing, writeBuffer: nothing, onSubmittedWorkDone: async () => undefined },
    createBuffer: (descriptor: GPUBufferDescriptor) => new FakeBuffer(descriptor),
    createBindGroup: made,
    createBindGroupLayout: made,
    createCommandEncoder: fakeEncoder,
    createComputePipeline: () => ({ getBindGroupLayout: made }),
    createComputePipelineAsync: async () => ({ getBindGroupLayout: made }),
    createPipelineLayout: made,
    createShaderModule: made,
  } as unknown as GPUDevice;
}

/** Makes it TensorFlow.js's backend, and returns the list to which every dispatched program is added. */
export async function useFakeGpu(): Promise<Program[]> {
  Object.assign(globalThis, GLOBALS);
  const navigator = Object.assign(Object.create(globalThis.navigator ?? null), { gpu: {} });
  Object.defineProperty(globalThis, "navigator", { value: navigator, configurable: true });
  // Loaded late: the backend asks for the globals.
  const { PlaygroundBackend } = await import("../../src/engine/webgpu/backend");
  const programs: Program[] = [];
  class NotingBackend extends PlaygroundBackend {
    override dispatch(program: Program): void {
      programs.push(program);
      super.dispatch(program);
    }
  }
  const backend = new NotingBackend(fakeDevice(), { vendor: "none", architecture: "none" } as GPUAdapterInfo, true);
  if (tf.findBackendFactory("webgpu")) tf.removeBackend("webgpu");
  tf.registerBackend("webgpu", () => backend as unknown as tf.KernelBackend, 3);
  await tf.setBackend("webgpu");
  return programs;
}

/** One line for a dispatch: its name, its workgroups, and its tensors with their shapes. */
export function dispatchLine(program: Program): string {
  const shapes = [program.reads, program.writes].map((tensors) =>
    Object.entries(tensors).map(([name, { shape, dtype }]) => `${name} ${dtype}[${shape.join(", ")}]`),
  );
  return `${program.name}, ${workgroupsOf(program).join(" x ")} workgroups: ${shapes.map((list) => list.join(", ")).join(" -> ")}`;
}

/** A dispatch with its whole text. */
export function programText(program: Program): string {
  const bindings = bindingsOf(program).map(({ name, type }, at) => `//   ${at}: ${name} (${type})`);
  return [`// ${dispatchLine(program)}`, ...bindings, shaderOf(program).trim(), ""].join("\n");
}
