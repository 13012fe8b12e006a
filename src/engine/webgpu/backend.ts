import type { BackendValues, DataType, TensorInfo } from "@tensorflow/tfjs";
import type { Device, RingSize } from "../device";
import { CompileAhead } from "./compileAhead";
import { copyInto, repeatHead } from "./copy";
import { DeviceWatch } from "./deviceWatch";
import { enqueue, tensorsOf } from "./dispatch";
import type { GpuBackend, Program } from "./gpu";
import type { GpuTimer } from "./gpuTimer";
import { StockBackend, type StockProgram } from "./internals";
import { MOST_PIPELINES, Pipelines } from "./pipelines";
import { Readback, type Stretch } from "./readback";
import { RecentMap } from "./recentMap";
import { Recorder } from "./recorder";
import { identityOf, type Recording } from "./recording";
import { writeRingRow } from "./ringRow";
import { workgroupsOf } from "./shader";
import { TensorsInPlace } from "./tensorsInPlace";

/** Dispatches after which queued work is handed to the GPU, as in TensorFlow.js. */
const SUBMIT_AFTER = 15;
/** Invocations that keep every unit of a small GPU busy, and a few workgroups for each of a few cores. */
const ON_HARDWARE = 4096;
const ON_SOFTWARE = 512;

/**
 * TensorFlow.js's WebGPU backend with three things more: programs with any number of outputs (`dispatch.ts`), tensors that
 * are parts of one buffer and are written in place (`tensorsInPlace.ts`), and recordings of whole steps (`recorder.ts`).
 * Here stands only where they meet TensorFlow.js's own.
 */
export class PlaygroundBackend extends StockBackend implements GpuBackend, Device {
  fused = true;
  readonly wantedInvocations: number;
  /** Whether programs are compiled before they are needed: where the CPU computes, that takes longer than one after the other. */
  compilesAhead: boolean;
  private readonly pipelines: Pipelines;
  /** Which programs of TensorFlow.js's own kernels were used last: the others leave its cache. */
  private readonly stockPipelines: RecentMap<true>;
  private readonly ahead: CompileAhead;
  private readonly inPlace: TensorsInPlace;
  private readonly recorder: Recorder;
  private readonly watch: DeviceWatch;
  private readonly readback: Readback;

  /** @param isSoftware the adapter computes on the CPU */
  constructor(device: GPUDevice, adapterInfo: GPUAdapterInfo, isSoftware: boolean) {
    super(device, adapterInfo);
    this.wantedInvocations = isSoftware ? ON_SOFTWARE : ON_HARDWARE;
    this.compilesAhead = !isSoftware;
    this.pipelines = new Pipelines(device);
    this.stockPipelines = new RecentMap(MOST_PIPELINES, (key) => delete this.pipelineCache[key]);
    this.ahead = new CompileAhead(this, this.pipelines);
    this.inPlace = new TensorsInPlace(this);
    this.recorder = new Recorder(this);
    this.watch = new DeviceWatch(device);
    this.readback = new Readback(this, this.watch);
  }

  /** The device is gone; another backend has to take this one's place. */
  get isLost(): boolean {
    return this.watch.isLost;
  }

  /** Whether sums over a workgroup are made by subgroups; false until somebody has seen them to be right. */
  get subgroups(): boolean {
    return this.pipelines.subgroups;
  }

  /** Without effect where the device has none. */
  set subgroups(wanted: boolean) {
    this.pipelines.subgroups = wanted && this.device.features.has("subgroups");
  }

  /** Compiled programs that are kept. */
  get keptPipelines(): { own: number; stock: number } {
    return { own: this.pipelines.count, stock: Object.keys(this.pipelineCache).length };
  }

  /** Times replays; null where the device has no timestamps. */
  get timer(): GpuTimer | null {
    return this.recorder.timer;
  }

  // --- programs -------------------------------------------------------------------------------------------------

  dispatch(program: Program): void {
    if (this.ahead.isCollecting) {
      this.pipelines.begin(program);
      return;
    }
    for (const { dataId } of tensorsOf(program)) this.uploadToGPU(dataId);
    const pipeline = this.pipelines.of(program);
    this.noteProgram(program, pipeline.pipeline);
    enqueue(this, program, pipeline);
    if (this.dispatchCountInPass >= SUBMIT_AFTER) this.flush();
  }

  /**
   * Compiles what `work` would send to the GPU, all at once and beside everything else, and sends nothing; resolves when it is there,
   * never rejects. The work is run, without results: it may read none, and assign no variable. Nothing where `compilesAhead` is false.
   */
  async compileAhead(work: () => void): Promise<void> {
    if (this.compilesAhead) await this.ahead.compile(work);
  }

  /** Hands queued work to the GPU. */
  flush(): void {
    this.endComputePassEncoder();
    if (this.commandEncoder) this.submitQueue();
  }

  /** Resolves when the GPU has done all that was sent so far; rejects where it has failed. */
  async settled(): Promise<void> {
    this.flush();
    await this.watch.settle(this.queue.onSubmittedWorkDone());
  }

  /** What the device refused before does not count any more: a new run starts afresh. */
  clearError(): void {
    this.watch.clearError();
  }

  // --- tensors in place -----------------------------------------------------------------------------------------

  /** A tensor of zeros that programs write in place and that uniforms may read; `size` in elements. */
  allocate(size: number, dtype: DataType = "float32"): TensorInfo {
    return this.inPlace.allocate(size, dtype);
  }

  /** Gives back a tensor of `allocate`. */
  free(tensor: TensorInfo): void {
    const buffer = this.inPlace.bufferOf(tensor);
    this.flush();
    this.disposeData(tensor.dataId);
    buffer.destroy();
  }

  /** A part of `flat` as a tensor: same buffer, no copy. It must not outlive `flat`. `offset` in elements. */
  part(flat: TensorInfo, offset: number, shape: number[]): TensorInfo {
    return this.inPlace.part(flat, offset, shape);
  }

  /** Says where in `flat` the gradient of a parameter belongs. */
  placeGradient(parameter: TensorInfo, flat: TensorInfo, offset: number): void {
    this.inPlace.placeGradient(parameter, flat, offset);
  }

  gradientPlace(parameter: TensorInfo): TensorInfo | null {
    return this.inPlace.gradientPlace(parameter);
  }

  /** Overwrites a tensor, in the order of the queue: after all that was sent before. */
  writeInPlace(tensor: TensorInfo, values: Float32Array | Int32Array | Uint32Array | Uint8Array): void {
    this.flush();
    this.inPlace.write(tensor, values);
  }

  /** Sends many numbers to the GPU. */
  upload(values: Float32Array | Int32Array): TensorInfo {
    return this.inPlace.upload(values);
  }

  copyInto(target: TensorInfo, values: TensorInfo): void {
    copyInto(this, target, values);
  }

  repeatHead(source: TensorInfo, copy: TensorInfo, period: number): void {
    repeatHead(this, { source, copy }, period);
  }

  writeRingRow(row: { ring: TensorInfo; values: TensorInfo; block: TensorInfo }, size: RingSize): void {
    writeRingRow(this, row, size);
  }

  override tensorToBinding(tensor: TensorInfo): GPUBindingResource {
    return this.inPlace.bindingOf(tensor) ?? super.tensorToBinding(tensor);
  }

  // --- reading back ---------------------------------------------------------------------------------------------

  override async read(dataId: object): Promise<BackendValues> {
    this.recorder.refuseReading();
    const part = this.inPlace.partOf(dataId);
    return part ? this.readback.read(dataId, [part]) : super.read(dataId);
  }

  /**
   * Stretches of a flat tensor of `allocate`, one after the other; only they are copied.
   * @param stretches in elements
   */
  async readStretches({ dataId }: TensorInfo, stretches: readonly Stretch[]): Promise<BackendValues> {
    this.recorder.refuseReading();
    return this.readback.read(
      dataId,
      stretches.map(({ offset, size }) => ({ offset: 4 * offset, size: 4 * size })),
    );
  }

  override readSync(dataId: object): BackendValues {
    this.recorder.refuseReading();
    if (this.ahead.isCollecting) throw new Error("There are only programs, no results.");
    if (!this.inPlace.partOf(dataId)) return super.readSync(dataId);
    throw new Error("A tensor that is written in place can only be read with `data()`.");
  }

  // --- recording ------------------------------------------------------------------------------------------------

  /** Runs `work` and notes all that it sends to the GPU. */
  record(work: () => void): Recording {
    return this.recorder.record(work, () => this.flush());
  }

  /** Sends a recording again. */
  replay(recording: Recording): void {
    this.flush();
    this.recorder.replay(recording);
  }

  /** False once a tensor from outside is gone or lies in another buffer. */
  isValid(recording: Recording): boolean {
    return recording.isValid(this);
  }

  /** The tensor whose buffer holds a tensor: itself, unless it is a part. */
  ownerOf(dataId: object): object {
    return this.inPlace.partOf(dataId)?.owner ?? dataId;
  }

  /** Where in that buffer it begins, in bytes. */
  offsetOf(dataId: object): number {
    return this.inPlace.partOf(dataId)?.offset ?? 0;
  }

  private noteProgram(program: Program, pipeline: GPUComputePipeline): void {
    const written = Object.values(program.writes);
    this.recorder.current?.noteDispatch(
      this,
      `${program.name} ${identityOf(pipeline)} ${workgroupsOf(program).join(" ")}`,
      tensorsOf(program).filter((tensor) => !written.includes(tensor)),
      written,
    );
  }

  override ensureCommandEncoderReady(): void {
    super.ensureCommandEncoderReady();
    const recording = this.recorder.current;
    if (!recording || this.computePassEncoder || !this.commandEncoder) return;
    this.computePassEncoder = recording.observe(this.commandEncoder.beginComputePass());
  }

  /** A small result computed on the CPU would be replayed as a constant. */
  override shouldExecuteOnCPU(inputs: TensorInfo[], sizeThreshold?: number): boolean {
    return (
      !this.ahead.isCollecting && this.recorder.current === null && super.shouldExecuteOnCPU(inputs, sizeThreshold)
    );
  }

  override uploadToGPU(dataId: object): void {
    if (!this.ahead.isCollecting) this.recorder.noteUpload(dataId, () => super.uploadToGPU(dataId));
  }

  override makeUniforms(uniforms: { data: number[] }[]): GPUBufferBinding {
    this.recorder.current?.noteConstants(uniforms.flatMap(({ data }) => data));
    return super.makeUniforms(uniforms);
  }

  override recordAndSubmit(
    program: StockProgram,
    output: TensorInfo,
    inputs: TensorInfo[],
    uniforms?: unknown[],
  ): void {
    const what = `${identityOf(program.pipeline)} ${program.dispatch.join(" ")}`;
    this.recorder.current?.noteDispatch(this, what, inputs, [output]);
    this.stockPipelines.set(program.shaderKey, true);
    super.recordAndSubmit(program, output, inputs, uniforms);
  }
}
