import type { DataType, TensorInfo } from "@tensorflow/tfjs";
import * as tf from "@tensorflow/tfjs";
import type { Device, RingSize, Stretch } from "../device";
import { memoryOf, type WasmInternals, type WasmTensorData } from "./internals";
import { allocate } from "./memory";
import { WasmRecording } from "./recording";
import { KernelRunner } from "./runner";
import { argumentsOf, type Division, rangesOf, wholeLines } from "./threads/shares";

/**
 * One call of a kernel: it gets the addresses of `reads` and `writes` (0 for null), then those of a division's scratch, `numbers`, and the
 * first and the end of the units that it is to work out.
 */
export interface KernelArguments {
  reads: readonly (TensorInfo | null)[];
  /** A tensor that is written may be read as well. */
  writes: readonly (TensorInfo | null)[];
  /** Sizes and constants: a recorded call has them for good. */
  numbers: readonly number[];
  /** How threads may divide it, where the kernel can be divided. */
  division?: Division;
}

/** A tensor whose memory is not TensorFlow.js's to give back. */
interface Lent {
  owner: object;
  release(): void;
}

/**
 * Runs this project's WebAssembly kernels on the tensors of TensorFlow.js's WASM backend, records their calls and makes them again. It
 * puts itself between the engine and the backend where a tensor is made, written, read or disposed, and changes nothing else.
 */
export class WasmLane implements Device {
  /** False when the self-check failed or the user asked for the references. */
  fused = true;
  private readonly backend: WasmInternals;
  readonly runner: KernelRunner;
  private readonly lent = new WeakMap<object, Lent>();
  private readonly gradientPlaces = new WeakMap<object, { flat: TensorInfo; offset: number }>();
  private lookUp: (dataId: object) => WasmTensorData;
  private recording: WasmRecording | null = null;
  /** The backend's own, before this one took its place. */
  private readonly disposeStock: WasmInternals["disposeData"];

  private constructor(backend: WasmInternals, runner: KernelRunner) {
    this.backend = backend;
    this.runner = runner;
    this.lookUp = (dataId) => backend.dataIdMap.get(dataId);
    this.disposeStock = backend.disposeData.bind(backend);
    this.attach();
  }

  /**
   * Loads the kernels for a backend that has started.
   * @throws where they cannot be had
   */
  static async create(backend: WasmInternals): Promise<WasmLane> {
    return new WasmLane(backend, await KernelRunner.load(memoryOf(backend)));
  }

  /** How many threads its kernels have. */
  get threads(): number {
    return this.runner.team?.threads ?? 1;
  }

  // --- kernels --------------------------------------------------------------------------------------------------

  /** @throws where the module has no such kernel */
  run(name: string, { reads, writes, numbers, division }: KernelArguments): void {
    const { runner, recording } = this;
    const ranges = division ? rangesOf(division, runner.team) : [[]];
    const sizes = (division?.scratch ?? []).map((floats) => floats && wholeLines(floats));
    const scratch = sizes.map((floats) => floats && this.scratch(ranges.length * floats));
    const tensors = [...reads, ...writes, ...scratch.map((own) => own || null)];
    const addresses = tensors.map((tensor) => (tensor ? this.addressOf(tensor.dataId) : 0));
    const call = runner.callOf(name, argumentsOf(addresses, { ranges, sizes, numbers }));
    const called = recording && tensors.map((tensor) => tensor && this.calledWith(tensor));
    if (called) recording.noteCall(call, called);
    runner.perform([call]);
    for (const own of scratch) if (own) own.dispose();
  }

  /** A tensor for a kernel to write; its content is undefined until then. */
  makeTensorInfo(shape: number[], dtype: DataType = "float32"): TensorInfo {
    const { recording } = this;
    if (!recording) return this.backend.makeOutput(shape, dtype, allocate(this.backend, bytesOf(shape)));
    const block = recording.memory.acquire(bytesOf(shape));
    const info = this.adopt(shape, dtype, block.address, () => recording.memory.release(block));
    recording.noteOutput(info.dataId, block);
    return info;
  }

  /** Memory for a kernel's intermediate numbers, as a tensor that the caller disposes after the call. */
  scratch(floats: number): tf.Tensor {
    return tf.engine().makeTensorFromTensorInfo(this.makeTensorInfo([floats]));
  }

  // --- tensors in place -----------------------------------------------------------------------------------------

  allocate(size: number, dtype: DataType = "float32"): TensorInfo {
    const address = allocate(this.backend, 4 * size);
    this.backend.wasm.HEAPU8.fill(0, address, address + 4 * size);
    return this.adopt([size], dtype, address, () => this.backend.wasm._free(address));
  }

  free(tensor: TensorInfo): void {
    this.backend.disposeData(tensor.dataId);
  }

  part(flat: TensorInfo, offset: number, shape: number[]): TensorInfo {
    const address = this.addressOf(flat.dataId) + 4 * offset;
    return this.adopt(shape, flat.dtype, address, () => undefined, flat.dataId);
  }

  placeGradient(parameter: TensorInfo, flat: TensorInfo, offset: number): void {
    this.gradientPlaces.set(parameter.dataId, { flat, offset });
  }

  /** Where the gradient of a parameter belongs, as a tensor of its own; null where it has no such place. */
  gradientPlace(parameter: TensorInfo): TensorInfo | null {
    const place = this.gradientPlaces.get(parameter.dataId);
    return place ? this.part(place.flat, place.offset, parameter.shape) : null;
  }

  ownerOf(dataId: object): object {
    return this.lent.get(dataId)?.owner ?? dataId;
  }

  writeInPlace({ dataId }: TensorInfo, values: Float32Array | Int32Array | Uint32Array | Uint8Array): void {
    const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    this.backend.wasm.HEAPU8.set(bytes, this.addressOf(dataId));
  }

  copyInto(target: TensorInfo, values: TensorInfo): void {
    this.run("copy", { reads: [values], writes: [target], numbers: [tf.util.sizeFromShape(target.shape)] });
  }

  repeatHead(source: TensorInfo, copy: TensorInfo, period: number): void {
    this.run("repeatHead", { reads: [source], writes: [copy], numbers: [period, tf.util.sizeFromShape(copy.shape)] });
  }

  writeRingRow(
    { ring, values, block }: { ring: TensorInfo; values: TensorInfo; block: TensorInfo },
    { rows }: RingSize,
  ): void {
    this.run("writeRingRow", {
      reads: [values, block],
      writes: [ring],
      numbers: [tf.util.sizeFromShape(values.shape), rows],
    });
  }

  async readStretches({ dataId }: TensorInfo, stretches: readonly Stretch[]): Promise<Float32Array> {
    const all = new Float32Array(this.backend.wasm.HEAPU8.buffer);
    const first = this.addressOf(dataId) / 4;
    const values = new Float32Array(stretches.reduce((sum, { size }) => sum + size, 0));
    let at = 0;
    for (const { offset, size } of stretches) {
      values.set(all.subarray(first + offset, first + offset + size), at);
      at += size;
    }
    return values;
  }

  // --- recording ------------------------------------------------------------------------------------------------

  record(work: () => void): WasmRecording {
    const recording = new WasmRecording(this.backend);
    this.recording = recording;
    try {
      work();
      return recording;
    } catch (error) {
      recording.abandon();
      throw error;
    } finally {
      this.recording = null;
    }
  }

  replay(recording: WasmRecording): void {
    this.runner.perform(recording.calls);
  }

  isValid(recording: WasmRecording): boolean {
    return recording.isValid(this.backend);
  }

  // --- the backend ----------------------------------------------------------------------------------------------

  /** Sees what TensorFlow.js makes, reads and disposes of. */
  private attach(): void {
    const { backend } = this;
    const write = backend.write.bind(backend);
    const makeOutput = backend.makeOutput.bind(backend);
    const readSync = backend.readSync.bind(backend);
    backend.write = (values, shape, dtype) => {
      const dataId = write(values, shape, dtype);
      this.recording?.noteForeign(dataId);
      return dataId;
    };
    backend.makeOutput = (shape, dtype, memoryOffset, values) => {
      const info = makeOutput(shape, dtype, memoryOffset, values);
      this.recording?.noteForeign(info.dataId);
      return info;
    };
    backend.readSync = (dataId, start, end) => {
      if (this.recording) this.recording.refusal ??= "it reads a tensor back";
      return readSync(dataId, start, end);
    };
    backend.disposeData = (dataId, force) => this.dispose(dataId, force);
    const disposeBackend = backend.dispose.bind(backend);
    backend.dispose = () => {
      this.runner.giveThreads(null);
      disposeBackend();
    };
    this.watchKernelsOfTensorFlow();
  }

  /** A replay does without TensorFlow.js's own kernels: one that reads what ours wrote, or a state, has to be noticed. */
  private watchKernelsOfTensorFlow(): void {
    const { dataIdMap } = this.backend;
    const get = dataIdMap.get.bind(dataIdMap);
    this.lookUp = get;
    dataIdMap.get = (dataId) => {
      this.recording?.noteForeignRead(dataId, this.lent.has(dataId));
      return get(dataId);
    };
    // What only counts references reads nothing.
    this.backend.incRef = (dataId) => {
      get(dataId).refCount++;
    };
    this.backend.refCount = (dataId) => (dataIdMap.has(dataId) ? get(dataId).refCount : 0);
  }

  private dispose(dataId: object, force = false): boolean {
    const lent = this.lent.get(dataId);
    if (!lent || !this.backend.dataIdMap.has(dataId)) return this.unwatched(() => this.disposeStock(dataId, force));
    const data = this.lookUp(dataId);
    data.refCount--;
    if (!force && data.refCount > 0) return false;
    this.backend.wasm.tfjs.disposeData(data.id);
    this.backend.dataIdMap.delete(dataId);
    lent.release();
    return true;
  }

  /** A tensor of memory that is not given back to the module's allocator with it. */
  private adopt(shape: number[], dtype: DataType, address: number, release: () => void, owner?: object): TensorInfo {
    const info = this.unwatched(() => this.backend.makeOutput(shape, dtype, address));
    this.lent.set(info.dataId, { owner: owner ?? info.dataId, release });
    return info;
  }

  private calledWith({ dataId }: TensorInfo) {
    const owner = this.ownerOf(dataId);
    return { dataId, owner: { dataId: owner, address: this.addressOf(owner) } };
  }

  /** Does something with the backend that is no part of a recording. */
  private unwatched<T>(work: () => T): T {
    const { recording } = this;
    this.recording = null;
    const result = work();
    this.recording = recording;
    return result;
  }

  private addressOf(dataId: object): number {
    return this.lookUp(dataId).memoryOffset;
  }
}

function bytesOf(shape: number[]): number {
  return 4 * tf.util.sizeFromShape(shape);
}
