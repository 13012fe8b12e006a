import type { MetricColumn } from "../columns";

/**
 * Exponential moving averages of a column, one per learner, continued when the column grows. Each average is divided by
 * the weight that it has seen, so that the first values are not pulled towards zero. A value that is not finite ends a
 * learner's line.
 */
export class SmoothedColumn {
  readonly values: Float32Array[];
  private readonly column: MetricColumn;
  private readonly smoothing: number;
  private readonly sums: Float64Array;
  private readonly weights: Float64Array;
  private done = 0;

  /** @param smoothing weight of the past in [0, 1); 0 leaves the values as they are */
  constructor(column: MetricColumn, smoothing: number) {
    this.column = column;
    this.smoothing = smoothing;
    this.values = column.values.map(() => new Float32Array(0));
    this.sums = new Float64Array(column.values.length);
    this.weights = new Float64Array(column.values.length);
  }

  /** Takes in what was appended since the last call; a last row that was measured again keeps its first value. */
  update(): void {
    const { length, steps } = this.column;
    if (this.done === length) return;
    this.column.values.forEach((raw, learner) => {
      this.values[learner] = withCapacity(this.values[learner] as Float32Array, steps.length);
      this.extend(raw, learner);
    });
    this.done = length;
  }

  private extend(raw: Float32Array, learner: number): void {
    const smooth = this.values[learner] as Float32Array;
    let sum = this.sums[learner] as number;
    let weight = this.weights[learner] as number;
    for (let i = this.done; i < this.column.length; i++) {
      sum = this.smoothing * sum + (1 - this.smoothing) * (raw[i] as number);
      weight = this.smoothing * weight + (1 - this.smoothing);
      smooth[i] = sum / weight;
    }
    this.sums[learner] = sum;
    this.weights[learner] = weight;
  }
}

function withCapacity(values: Float32Array, capacity: number): Float32Array {
  if (values.length >= capacity) return values;
  const larger = new Float32Array(capacity);
  larger.set(values);
  return larger;
}
