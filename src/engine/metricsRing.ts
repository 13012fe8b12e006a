import * as tf from "@tensorflow/tfjs";

/** Rows of metrics that were read: row r belongs to steps[r] and is values[r * size .. (r + 1) * size]. */
export interface MetricsRows {
  steps: Int32Array;
  values: Float32Array;
}

/**
 * Metrics of the steps that are queued on the backend. They stay there as tensors until `drain` joins them and reads
 * once, so that training never waits for one number.
 */
export class MetricsRing {
  private rows: { step: number; values: tf.Tensor }[] = [];

  /** Number of rows that wait to be read. */
  get pending(): number {
    return this.rows.length;
  }

  /** Takes over the values of a step, of any shape but the same for all, for example [L, K]. */
  push(step: number, values: tf.Tensor): void {
    this.rows.push({ step, values: tf.keep(values) });
  }

  /** Reads every waiting row at once, oldest first; rows pushed meanwhile wait for the next call. */
  async drain(): Promise<MetricsRows> {
    const rows = this.rows.splice(0);
    if (rows.length === 0) return { steps: new Int32Array(0), values: new Float32Array(0) };
    const joined = tf.tidy(() => tf.concat(rows.map(({ values }) => values.flatten())));
    tf.dispose(rows.map(({ values }) => values));
    try {
      const values = (await joined.data()) as Float32Array;
      return { steps: Int32Array.from(rows, ({ step }) => step), values };
    } finally {
      joined.dispose();
    }
  }

  /** Drops the rows that wait. */
  dispose(): void {
    tf.dispose(this.rows.splice(0).map(({ values }) => values));
  }
}
