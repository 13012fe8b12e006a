import type { BackendValues, DataType, TensorInfo } from "@tensorflow/tfjs";

/**
 * What this project uses of TensorFlow.js's WASM backend beyond its public types (version 4.22). Its tensors lie in the memory
 * of an Emscripten module; our kernels are a second module on the same memory.
 */

/** What the backend knows of a tensor. */
export interface WasmTensorData {
  /** Number of the tensor within the Emscripten module. */
  id: number;
  /** Address of its first number, in bytes. */
  memoryOffset: number;
  shape: number[];
  dtype: DataType;
  refCount: number;
}

export interface WasmInternals {
  readonly dataIdMap: {
    has(dataId: object): boolean;
    get(dataId: object): WasmTensorData;
    delete(dataId: object): void;
  };
  readonly wasm: {
    /** Replaced whenever the memory grows. */
    readonly HEAPU8: Uint8Array<ArrayBuffer>;
    /** What the Emscripten module exports, its memory among it. */
    readonly asm?: Record<string, unknown>;
    readonly wasmMemory?: WebAssembly.Memory;
    _malloc(bytes: number): number;
    _free(address: number): void;
    readonly tfjs: { disposeData(id: number): void };
  };
  makeOutput(shape: number[], dtype: DataType, memoryOffset?: number, values?: BackendValues): TensorInfo;
  write(values: BackendValues | null, shape: number[], dtype: DataType): object;
  disposeData(dataId: object, force?: boolean): boolean;
  incRef(dataId: object): void;
  refCount(dataId: object): number;
  read(dataId: object): Promise<BackendValues>;
  readSync(dataId: object, start?: number, end?: number): BackendValues;
  dispose(): void;
}

/** @throws where this version of the backend hides its memory */
export function memoryOf({ wasm }: WasmInternals): WebAssembly.Memory {
  const found = [wasm.wasmMemory, ...Object.values(wasm.asm ?? {})].find((part) => part instanceof WebAssembly.Memory);
  if (found instanceof WebAssembly.Memory) return found;
  throw new Error("TensorFlow.js's WASM backend does not show its memory.");
}
