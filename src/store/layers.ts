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

/** What the seeds of an arm have in common at a layer; NaN where none has a value. */
export interface LayerPoint {
  mean: number;
  low: number;
  high: number;
}

/**
 * One measure of all learners, arm by arm.
 * @param values [learner][layer], learner = arm * seeds + seed
 * @returns [arm][layer]
 */
export function layersPerArm(values: Float32Array[], seeds: number): LayerPoint[][] {
  return Array.from({ length: values.length / seeds }, (_, arm) => {
    const own = values.slice(arm * seeds, (arm + 1) * seeds);
    return Array.from({ length: own[0]?.length ?? 0 }, (_, layer) => spread(own.map((learner) => learner[layer]!)));
  });
}

function spread(values: number[]): LayerPoint {
  const finite = values.filter(Number.isFinite);
  if (finite.length === 0) return { mean: Number.NaN, low: Number.NaN, high: Number.NaN };
  const mean = finite.reduce((sum, value) => sum + value, 0) / finite.length;
  return { mean, low: Math.min(...finite), high: Math.max(...finite) };
}
