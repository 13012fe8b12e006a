import type { BackendValues, DataType, TensorInfo } from "@tensorflow/tfjs";
import { BufferPools } from "./bufferPools";
import type { GpuBackend, Program } from "./gpu";
import { GpuTimer } from "./gpuTimer";
import { StockBackend, type StockProgram } from "./internals";
import { identityOf, Recording } from "./recording";
import { bindingsOf, shaderOf, workgroupsOf } from "./shader";

/** Dispatches after which queued work is handed to the GPU, as in TensorFlow.js. */
const SUBMIT_AFTER = 15;
/** A browser that notices finished work late: see `nudging`. */
const LOOKS_SELDOM = typeof navigator !== "undefined" && /firefox/i.test(navigator.userAgent ?? "");
/** Invocations that keep every unit of a small GPU busy, and a few workgroups for each of a few cores. */
const ON_HARDWARE = 4096;
const ON_SOFTWARE = 512;
/** Alignment of a buffer's part that every device accepts, in bytes. */
const PART_ALIGNMENT = 256;
/** Numbers that `upload` sends at a time: 8 MiB. */
const UPLOAD_PIECE = 2 ** 21;

interface Pipeline {
  pipeline: GPUComputePipeline;
  layout: GPUBindGroupLayout;
}

/** A tensor that is a part of another one's buffer, or the whole of its own. */
interface Part {
  offset: number;
  size: number;
  /** Whose buffer it is. */
  owner: object;
}

/**
 * TensorFlow.js's WebGPU backend with three things more: programs with any number of outputs, tensors that are parts of
 * one buffer and are written in place, and recordings of whole steps (see Replayable).
 */
export class PlaygroundBackend extends StockBackend implements GpuBackend {
  fused = true;
  readonly wantedInvocations: number;
  private readonly pools: BufferPools;
  private readonly pipelines = new Map<string, Pipeline>();
  private readonly parts = new WeakMap<object, Part>();
  private readonly gradientPlaces = new WeakMap<object, { flat: TensorInfo; offset: number }>();
  private recording: Recording | null = null;
  /** The device is gone; another backend has to take this one's place. */
  isLost = false;
  /** What the device said of work that it could not do, since then its results mean nothing. */
  private failure: string | null = null;
  /** Times replays; null where the device has no timestamps. */
  readonly timer: GpuTimer | null;

  /** @param isSoftware the adapter computes on the CPU */
  constructor(device: GPUDevice, adapterInfo: GPUAdapterInfo, isSoftware: boolean) {
    super(device, adapterInfo);
    this.wantedInvocations = isSoftware ? ON_SOFTWARE : ON_HARDWARE;
    this.pools = new BufferPools(this.bufferManager);
    this.bufferManager = this.pools;
    this.timer = GpuTimer.create(device);
    device.onuncapturederror = ({ error }) => {
      this.failure ??= `The graphics device refused some work: ${error.message}`;
    };
    void device.lost.then(({ reason, message }) => {
      this.isLost = true;
      if (reason !== "destroyed") this.failure = `The graphics device was lost: ${message}`;
    });
  }

  // --- programs -------------------------------------------------------------------------------------------------

  dispatch(program: Program): void {
    const tensors = [
      ...Object.values(program.reads),
      ...Object.values(program.writes),
      ...Object.values(program.uniforms ?? {}).map(({ tensor }) => tensor),
    ];
    for (const { dataId } of tensors) this.uploadToGPU(dataId);
    const text = shaderOf(program);
    const { pipeline, layout } = this.pipelineOf(program, text);
    const [x, y] = workgroupsOf(program);
    const written = Object.values(program.writes);
    this.recording?.noteDispatch(
      this,
      `${program.name} ${identityOf(pipeline)} ${x} ${y}`,
      tensors.filter((tensor) => !written.includes(tensor)),
      written,
    );
    this.ensureCommandEncoderReady();
    if (!this.commandEncoder) throw new Error("There is no command encoder.");
    this.computePassEncoder ??= this.commandEncoder.beginComputePass();
    this.computePassEncoder.setPipeline(pipeline);
    this.computePassEncoder.setBindGroup(
      0,
      this.device.createBindGroup({
        layout,
        entries: tensors.map((tensor, binding) => ({ binding, resource: this.tensorToBinding(tensor) })),
      }),
    );
    this.computePassEncoder.dispatchWorkgroups(x, y);
    for (const { dataId } of tensors) this.commandQueueOwnedIds.add(dataId);
    for (const { dataId } of written) this.tensorMap.get(dataId).values = null;
    if (++this.dispatchCountInPass >= SUBMIT_AFTER) this.flush();
  }

  /** Hands queued work to the GPU. */
  flush(): void {
    this.endComputePassEncoder();
    if (this.commandEncoder) this.submitQueue();
  }

  private pipelineOf(program: Program, text: string): Pipeline {
    const known = this.pipelines.get(text);
    if (known) return known;
    const bindings = bindingsOf(program);
    const layout = this.device.createBindGroupLayout({
      label: program.name,
      entries: bindings.map(({ type }, binding) => ({
        binding,
        visibility: GPUShaderStage.COMPUTE,
        buffer: { type },
      })),
    });
    const pipeline = this.device.createComputePipeline({
      label: program.name,
      layout: this.device.createPipelineLayout({ bindGroupLayouts: [layout] }),
      compute: { module: this.device.createShaderModule({ label: program.name, code: text }), entryPoint: "main" },
    });
    const made = { pipeline, layout };
    this.pipelines.set(text, made);
    return made;
  }

  // --- tensors in place -----------------------------------------------------------------------------------------

  /**
   * A tensor of zeros that programs write in place and that uniforms may read.
   * @param size in elements
   */
  allocate(size: number, dtype: DataType = "float32"): TensorInfo {
    const info = this.makeTensorInfo([size], dtype);
    const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.UNIFORM | GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST;
    const bytes = Math.ceil((4 * size) / 16) * 16;
    const data = this.tensorMap.get(info.dataId);
    data.resource = this.device.createBuffer({ size: bytes, usage });
    // Not one of the pool's buffers: `free` gives it back.
    data.external = true;
    this.parts.set(info.dataId, { offset: 0, size: 4 * size, owner: info.dataId });
    return info;
  }

  /** The tensor whose buffer holds a tensor: itself, unless it is a part. */
  ownerOf(dataId: object): object {
    return this.parts.get(dataId)?.owner ?? dataId;
  }

  /** Where in that buffer it begins, in bytes. */
  offsetOf(dataId: object): number {
    return this.parts.get(dataId)?.offset ?? 0;
  }

  /** Gives back a tensor of `allocate`. */
  free(tensor: TensorInfo): void {
    const buffer = this.tensorMap.get(tensor.dataId).resource as GPUBuffer;
    this.flush();
    this.disposeData(tensor.dataId);
    buffer.destroy();
  }

  /** A part of `flat` as a tensor: same buffer, no copy. It must not outlive `flat`. `offset` in elements. */
  part(flat: TensorInfo, offset: number, shape: number[]): TensorInfo {
    const info = this.makeTensorInfo(shape, flat.dtype);
    const data = this.tensorMap.get(info.dataId);
    data.resource = this.tensorMap.get(flat.dataId).resource ?? null;
    data.external = true;
    const size = 4 * shape.reduce((product, n) => product * n, 1);
    this.parts.set(info.dataId, { offset: 4 * offset, size, owner: flat.dataId });
    return info;
  }

  /** Elements from one part to the next, so that a part of `size` elements may be followed by another. */
  static partStride(size: number): number {
    const elements = PART_ALIGNMENT / 4;
    return Math.ceil(size / elements) * elements;
  }

  /** Says where in `flat` the gradient of a parameter belongs. */
  placeGradient(parameter: TensorInfo, flat: TensorInfo, offset: number): void {
    this.gradientPlaces.set(parameter.dataId, { flat, offset });
  }

  gradientPlace(parameter: TensorInfo): TensorInfo | null {
    const place = this.gradientPlaces.get(parameter.dataId);
    return place ? this.part(place.flat, place.offset, parameter.shape) : null;
  }

  /** Overwrites a tensor, in the order of the queue: after all that was sent before. */
  writeInPlace(tensor: TensorInfo, values: Float32Array | Int32Array | Uint32Array | Uint8Array): void {
    this.flush();
    this.uploadToGPU(tensor.dataId);
    const data = this.tensorMap.get(tensor.dataId);
    data.values = null;
    this.queue.writeBuffer(
      data.resource as GPUBuffer,
      this.offsetOf(tensor.dataId),
      values.buffer,
      values.byteOffset,
      values.byteLength,
    );
  }

  /**
   * Sends numbers to the GPU piece by piece. Sent at once, as other tensors are, the browser's GPU process would hold them twice
   * meanwhile: 154 MB more for CIFAR's images.
   */
  upload(values: Float32Array | Int32Array): TensorInfo {
    const info = this.makeTensorInfo([values.length], values instanceof Int32Array ? "int32" : "float32");
    this.uploadToGPU(info.dataId);
    const buffer = this.tensorMap.get(info.dataId).resource as GPUBuffer;
    for (let at = 0; at < values.length; at += UPLOAD_PIECE) {
      const piece = values.subarray(at, at + UPLOAD_PIECE);
      this.queue.writeBuffer(buffer, 4 * at, piece.buffer, piece.byteOffset, piece.byteLength);
    }
    return info;
  }

  override tensorToBinding(tensor: TensorInfo): GPUBindingResource {
    const part = this.parts.get(tensor.dataId);
    if (!part) return super.tensorToBinding(tensor);
    const buffer = this.tensorMap.get(tensor.dataId).resource as GPUBuffer;
    return { buffer, offset: part.offset, size: Math.min(buffer.size - part.offset, Math.ceil(part.size / 16) * 16) };
  }

  /** Tensors that are written in place are read anew each time: a copy on the CPU would be out of date unnoticed. */
  override async read(dataId: object): Promise<BackendValues> {
    if (this.recording) this.recording.refusal = "it reads a tensor back";
    const part = this.parts.get(dataId);
    if (!part) return super.read(dataId);
    const { resource, dtype } = this.tensorMap.get(dataId);
    const bytes = await this.readBytes(resource as GPUBuffer, part.offset, part.size);
    return dtype === "float32" ? new Float32Array(bytes) : new Int32Array(bytes);
  }

  override readSync(dataId: object): BackendValues {
    if (this.recording) this.recording.refusal = "it reads a tensor back";
    if (this.parts.has(dataId)) throw new Error("A tensor that is written in place can only be read with `data()`.");
    return super.readSync(dataId);
  }

  private async readBytes(buffer: GPUBuffer, offset: number, size: number): Promise<ArrayBuffer> {
    const staging = this.device.createBuffer({ size, usage: GPUBufferUsage.COPY_DST | GPUBufferUsage.MAP_READ });
    this.ensureCommandEncoderReady();
    this.endComputePassEncoder();
    this.commandEncoder?.copyBufferToBuffer(buffer, offset, staging, 0, size);
    this.submitQueue();
    await this.watched(staging.mapAsync(GPUMapMode.READ));
    const bytes = staging.getMappedRange().slice(0);
    staging.destroy();
    return bytes;
  }

  // --- recording ------------------------------------------------------------------------------------------------

  /** Runs `work` and notes all that it sends to the GPU. */
  record(work: () => void): Recording {
    this.flush();
    const recording = new Recording(this.device, this.nextDataId());
    this.recording = recording;
    this.pools.use(recording.pool);
    try {
      work();
      this.flush();
      return recording;
    } catch (error) {
      this.flush();
      recording.pool.abandon();
      throw error;
    } finally {
      this.recording = null;
      this.pools.use(null);
    }
  }

  /** Sends a recording again. */
  replay(recording: Recording): void {
    this.flush();
    const encoder = this.device.createCommandEncoder();
    const timestampWrites = this.timer?.begin();
    const pass = encoder.beginComputePass(timestampWrites && { timestampWrites });
    recording.encode(pass);
    pass.end();
    if (timestampWrites) this.timer?.resolve(encoder);
    this.queue.submit([encoder.finish()]);
    if (timestampWrites) {
      void this.timer?.read().then((milliseconds) => {
        recording.milliseconds = milliseconds;
      });
    }
  }

  /** Resolves when the GPU has done all that was sent so far. */
  async settled(): Promise<void> {
    this.flush();
    await this.watched(this.queue.onSubmittedWorkDone());
  }

  /** Forgets what the device refused before: a new run starts afresh. */
  forgive(): void {
    this.failure = null;
  }

  /** Waits for the GPU, and throws where it has failed meanwhile: its results would be the old ones. */
  private async watched(work: Promise<unknown>): Promise<void> {
    await (LOOKS_SELDOM ? this.nudging(work) : work);
    if (this.failure !== null) throw new Error(this.failure);
  }

  /** Firefox looks for finished work ten times a second, and whenever something is submitted (Mozilla bug 1870699). */
  private async nudging(work: Promise<unknown>): Promise<void> {
    let isDone = false;
    const done = work.finally(() => {
      isDone = true;
    });
    while (!isDone) {
      this.queue.submit([]);
      await Promise.race([done, new Promise((resolve) => setTimeout(resolve, 1))]);
    }
    await done;
  }

  override ensureCommandEncoderReady(): void {
    super.ensureCommandEncoderReady();
    if (!this.recording || this.computePassEncoder || !this.commandEncoder) return;
    this.computePassEncoder = this.recording.listen(this.commandEncoder.beginComputePass());
  }

  /** A small result computed on the CPU would be replayed as a constant. */
  override shouldExecuteOnCPU(inputs: TensorInfo[], sizeThreshold?: number): boolean {
    return this.recording === null && super.shouldExecuteOnCPU(inputs, sizeThreshold);
  }

  override uploadToGPU(dataId: object): void {
    const { resource, values } = this.tensorMap.get(dataId);
    if (!this.recording || resource != null) {
      super.uploadToGPU(dataId);
    } else if ((dataId as { id: number }).id < this.recording.firstId) {
      // A tensor from before, used for the first time: it outlives the recording.
      this.pools.use(null);
      super.uploadToGPU(dataId);
      this.pools.use(this.recording.pool);
    } else {
      if (values) this.recording.noteConstants(values as Float32Array);
      super.uploadToGPU(dataId);
    }
  }

  override makeUniforms(uniforms: { data: number[] }[]): GPUBufferBinding {
    this.recording?.noteConstants(uniforms.flatMap(({ data }) => data));
    return super.makeUniforms(uniforms);
  }

  override recordAndSubmit(
    program: StockProgram,
    output: TensorInfo,
    inputs: TensorInfo[],
    uniforms?: unknown[],
  ): void {
    const what = `${identityOf(program.pipeline)} ${program.dispatch.join(" ")}`;
    this.recording?.noteDispatch(this, what, inputs, [output]);
    super.recordAndSubmit(program, output, inputs, uniforms);
  }
}
