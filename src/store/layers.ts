import type { LayerRecord } from "../experiment/record";
import type { LayerStatistics } from "../worker/protocol";

/** What the gradient probes of a run measured of each parameter tensor. */
export class LayerSeries {
  private readonly rows: LayerStatistics[] = [];

  /** A step measured again replaces its row. */
  append(row: LayerStatistics): void {
    if (this.latest?.step === row.step) this.rows.pop();
    this.rows.push(row);
  }

  get latest(): LayerStatistics | null {
    return this.rows.at(-1) ?? null;
  }

  /** The series of one learner; undefined before the first probe. */
  series(learner: number): LayerRecord | undefined {
    if (!this.latest) return undefined;
    return {
      name: this.latest.names,
      step: this.rows.map(({ step }) => step),
      gradientVariance: this.rows.map((row) => finiteOrNull(row.gradientVariance[learner])),
      gradientNoise: this.rows.map((row) => finiteOrNull(row.gradientNoise[learner])),
    };
  }
}

function finiteOrNull(values: Float32Array = new Float32Array()): (number | null)[] {
  return Array.from(values, (value) => (Number.isFinite(value) ? value : null));
}
