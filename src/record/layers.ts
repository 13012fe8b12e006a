import { type LayerMeasure, VARIANCE_QUANTILES } from "../metrics/distributions/layerVariance";
import type { LayerStatistics } from "./events";
import type { LayerRecord, RunRecord } from "./record";

/** What the gradient probes of a run measured of each parameter tensor. */
export class LayerSeries {
  private readonly rows: LayerStatistics[] = [];

  /** A step measured again replaces its row. */
  append(row: LayerStatistics): void {
    if (this.latest?.step === row.step) this.rows.pop();
    this.rows.push(row);
  }

  /** All of them, in the order of their steps. */
  get all(): readonly LayerStatistics[] {
    return this.rows;
  }

  /** A copy of what was measured at weights of up to so many updates. */
  upTo(step: number): LayerSeries {
    const cut = new LayerSeries();
    for (const row of this.rows) if (row.step <= step) cut.append(row);
    return cut;
  }

  get latest(): LayerStatistics | null {
    return this.rows.at(-1) ?? null;
  }

  /** The series of one learner; undefined before the first probe. */
  series(learner: number): LayerRecord | undefined {
    if (!this.latest) return undefined;
    const bySteps = (pick: (row: LayerStatistics) => Float32Array[]) =>
      this.rows.map((row) => finiteOrNull(pick(row)[learner]));
    return {
      name: this.latest.names,
      step: this.rows.map(({ step }) => step),
      gradientVariance: bySteps((row) => row.gradientVariance),
      gradientNoise: bySteps((row) => row.gradientNoise),
      varianceQuantiles: {
        p10: bySteps((row) => row.varianceQuantiles.p10),
        p50: bySteps((row) => row.varianceQuantiles.p50),
        p90: bySteps((row) => row.varianceQuantiles.p90),
      },
    };
  }
}

/** The layers that a record was made from, as `columnsOfRecord` has the rest; those of a learner without any are NaN. */
export function layersOfRecord({ learners }: Pick<RunRecord, "learners">): LayerSeries {
  const series = new LayerSeries();
  const known = learners.find(({ layers }) => layers)?.layers;
  for (const [row, step] of known?.step.entries() ?? []) {
    const ofLearners = (pick: (layers: LayerRecord) => (number | null)[][]) =>
      learners.map(({ layers }) => orNaN(layers && pick(layers)[row], known?.name.length ?? 0));
    series.append({
      step,
      names: known?.name ?? [],
      gradientVariance: ofLearners((layers) => layers.gradientVariance),
      gradientNoise: ofLearners((layers) => layers.gradientNoise),
      varianceQuantiles: {
        p10: ofLearners((layers) => layers.varianceQuantiles.p10),
        p50: ofLearners((layers) => layers.varianceQuantiles.p50),
        p90: ofLearners((layers) => layers.varianceQuantiles.p90),
      },
    });
  }
  return series;
}

function orNaN(values: (number | null)[] | undefined, size: number): Float32Array {
  return Float32Array.from({ length: size }, (_, i) => values?.[i] ?? Number.NaN);
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

/** A measure of the latest probe, [arm][layer]; of quantiles the median with the two outer ones, as means over the seeds. */
export function layerPoints(layers: LayerStatistics, measure: LayerMeasure, seeds: number): LayerPoint[][] {
  if (measure !== "varianceQuantiles") return layersPerArm(layers[measure], seeds);
  const [low, median, high] = VARIANCE_QUANTILES.map((q) => layersPerArm(layers.varianceQuantiles[q], seeds));
  return (median ?? []).map((own, arm) =>
    own.map(({ mean }, layer) => ({ mean, low: low![arm]![layer]!.mean, high: high![arm]![layer]!.mean })),
  );
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
