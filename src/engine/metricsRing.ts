import * as tf from "@tensorflow/tfjs";
import { device } from "./currentDevice";
import type { Device, Stretch } from "./device";
import { readAndDispose } from "./readAndDispose";
import type { StepBlock } from "./stepBlock";

/** Rows that were read: row r belongs to steps[r] and is values[r * size .. (r + 1) * size]. */
interface MetricsRows {
  steps: Int32Array;
  values: Float32Array;
}

/**
 * Values of the steps that are queued on the backend. They stay there until `drain` reads every waiting row at once, so
 * that training never waits for one number.
 */
export interface MetricsRing {
  /** Number of rows that wait to be read. */
  readonly pending: number;
  /** The rows on the device, [rows, size], which kernels write at `block.slot`; null where `write` keeps tensors. */
  readonly target: tf.TensorInfo | null;
  /** The slot of a step. */
  slotOf(step: number): number;
  /** Within a step: takes in its values, of any shape. */
  write(values: tf.Tensor, block: StepBlock): void;
  /** After a step was queued with its slot in its block: its row waits, in the place of the oldest when all are taken. */
  advance(step: number): void;
  /** Reads every waiting row, oldest first; rows that come meanwhile wait for the next call. */
  drain(): Promise<MetricsRows>;
  dispose(): void;
}

/** Rows on the GPU: more than are ever in flight. */
const ROWS = 128;

/** @param size numbers of a step */
export function createMetricsRing(size: number, rows = ROWS): MetricsRing {
  const backend = device();
  return backend ? new DeviceRing(backend, size, rows) : new TensorRing(rows);
}

/** Any backend: a list of tensors. */
class TensorRing implements MetricsRing {
  readonly target = null;
  private rows: { step: number; values: tf.Tensor }[] = [];
  private latest: tf.Tensor | null = null;
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  get pending(): number {
    return this.rows.length;
  }

  slotOf(): number {
    return 0;
  }

  write(values: tf.Tensor): void {
    this.latest?.dispose();
    this.latest = tf.keep(values.clone());
  }

  advance(step: number): void {
    if (!this.latest) throw new Error("The step wrote no values.");
    if (this.rows.length === this.most) this.rows.shift()?.values.dispose();
    this.rows.push({ step, values: this.latest });
    this.latest = null;
  }

  async drain(): Promise<MetricsRows> {
    const rows = this.rows.splice(0);
    if (rows.length === 0) return { steps: new Int32Array(0), values: new Float32Array(0) };
    const joined = tf.tidy(() => tf.concat(rows.map(({ values }) => values.flatten())));
    tf.dispose(rows.map(({ values }) => values));
    const values = (await readAndDispose(joined)) as Float32Array;
    return { steps: Int32Array.from(rows, ({ step }) => step), values };
  }

  dispose(): void {
    tf.dispose(this.rows.splice(0).map(({ values }) => values));
    this.latest?.dispose();
    this.latest = null;
  }
}

/** Where kernels run: one stretch of memory whose rows the steps' kernels write in turn. */
class DeviceRing implements MetricsRing {
  readonly target: tf.TensorInfo;
  private readonly rows: number;
  private readonly backend: Device;
  private readonly size: number;
  private readonly steps: number[] = [];

  constructor(backend: Device, size: number, rows: number) {
    this.backend = backend;
    this.size = size;
    this.rows = rows;
    this.target = backend.allocate(rows * size);
  }

  get pending(): number {
    return this.steps.length;
  }

  slotOf(step: number): number {
    return step % this.rows;
  }

  write(values: tf.Tensor, block: StepBlock): void {
    const { target: ring, rows } = this;
    this.backend.writeRingRow({ ring, values, block: block.tensor }, { rows, learners: block.learners });
  }

  advance(step: number): void {
    if (this.steps.length === this.rows) this.steps.shift();
    this.steps.push(step);
  }

  async drain(): Promise<MetricsRows> {
    const steps = Int32Array.from(this.steps.splice(0));
    if (steps.length === 0) return { steps, values: new Float32Array(0) };
    const values = (await this.backend.readStretches(this.target, this.stretchesOf(steps))) as Float32Array;
    return { steps, values };
  }

  /** Where the rows of these steps lie: one stretch, or two where the ring goes round between them. */
  private stretchesOf(steps: Int32Array): Stretch[] {
    const { size } = this;
    const stretches: Stretch[] = [];
    for (const step of steps) {
      const offset = this.slotOf(step) * size;
      const last = stretches.at(-1);
      if (last && last.offset + last.size === offset) last.size += size;
      else stretches.push({ offset, size });
    }
    return stretches;
  }

  dispose(): void {
    this.backend.free(this.target);
  }
}
