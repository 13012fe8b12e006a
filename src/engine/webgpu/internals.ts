import type { BackendValues, DataType, TensorInfo } from "@tensorflow/tfjs";
import { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";

/**
 * What this project uses of TensorFlow.js's WebGPU backend beyond its public types (version 4.22). Recording a step
 * needs to see every buffer and every dispatch; the backend keeps these private, but calls them through `this`.
 */

/** What the backend knows of a tensor. */
export interface TensorData {
  /** A copy on the CPU, not yet uploaded or read back before. */
  values: BackendValues | null;
  dtype: DataType;
  shape: number[];
  refCount: number;
  resource?: GPUBuffer | null;
  /** Somebody else's buffer: it is not released with the tensor. */
  external?: boolean;
}

export interface BufferManager {
  numBytesUsed: number;
  numBytesAllocated: number;
  acquireBuffer(size: number, usage: number, mappedAtCreation?: boolean, reuse?: boolean): GPUBuffer;
  releaseBuffer(buffer: GPUBuffer, reuse?: boolean): void;
  getNumUsedBuffers(): number;
  getNumFreeBuffers(): number;
  dispose(): void;
}

/** A program of TensorFlow.js's own kernels, compiled. */
export interface StockProgram {
  dispatch: [number, number, number];
  shaderKey: string;
  pipeline: GPUComputePipeline;
}

export interface BackendInternals {
  /** Programs of its own kernels, by `shaderKey`; it never forgets one by itself. */
  pipelineCache: Record<string, GPUComputePipeline>;
  device: GPUDevice;
  queue: GPUQueue;
  bufferManager: BufferManager;
  tensorMap: {
    has(dataId: object): boolean;
    get(dataId: object): TensorData;
    set(dataId: object, data: TensorData): void;
  };
  commandEncoder: GPUCommandEncoder | null;
  computePassEncoder: Pick<GPUComputePassEncoder, "setPipeline" | "setBindGroup" | "dispatchWorkgroups" | "end"> | null;
  dispatchCountInPass: number;
  /** Tensors that queued commands use: their buffers are released after the submission. */
  commandQueueOwnedIds: WeakSet<object>;
  nextDataId(): number;
  makeTensorInfo(shape: number[], dtype: DataType, values?: BackendValues): TensorInfo;
  uploadToGPU(dataId: object): void;
  ensureCommandEncoderReady(): void;
  endComputePassEncoder(): void;
  submitQueue(): void;
  disposeData(dataId: object, force?: boolean): boolean;
  read(dataId: object): Promise<BackendValues>;
  readSync(dataId: object): BackendValues;
  getBufferData(buffer: GPUBuffer): Promise<ArrayBuffer>;
  tensorToBinding(tensor: TensorInfo): GPUBindingResource;
  makeUniforms(uniforms: unknown[]): GPUBufferBinding;
  shouldExecuteOnCPU(inputs: TensorInfo[], sizeThreshold?: number): boolean;
  recordAndSubmit(program: StockProgram, output: TensorInfo, inputs: TensorInfo[], uniforms?: unknown[]): void;
  dispose(): void;
}

export const StockBackend = WebGPUBackend as unknown as new (
  device: GPUDevice,
  adapterInfo?: GPUAdapterInfo,
) => BackendInternals;
