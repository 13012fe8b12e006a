import { PlaygroundError } from "../i18n/errors";
import { METRIC_IDS, type MetricId } from "../metrics";
import { VARIANCE_QUANTILES } from "../metrics/distributions/layerVariance";
import { type MetricColumn, RunColumns } from "../record/columns";
import type { LayerStatistics } from "../record/events";
import { LayerSeries } from "../record/layers";
import { texts } from "./errors";
import type { SafeTensor } from "./safetensors";

/**
 * What was measured of learners as tensors of a checkpoint, to the bit and a fifth as long as in JSON:
 *
 *     measured.infoNce.step                  [rows]
 *     measured.infoNce                       [rows, L], learner = arm * seeds + seed
 *     measured.layers.step                   [rows]
 *     measured.layers.gradientVariance       [rows, L, layers]
 */

type Tensors = Map<string, SafeTensor>;

const PREFIX = "measured.";
const LAYERS = `${PREFIX}layers`;

/** Whether a tensor is of what was measured, and not of the state of the learners. */
export function isMeasured(name: string): boolean {
  return name.startsWith(PREFIX);
}

export function tensorsOfColumns(columns: RunColumns): Tensors {
  return new Map(
    columns.metrics().flatMap((metric) => {
      const column = columns.get(metric) as MetricColumn;
      return series(`${PREFIX}${metric}`, column.steps.subarray(0, column.length), [columns.learners], rowsOf(column));
    }),
  );
}

/**
 * Metrics that this version does not know are left out.
 * @throws PlaygroundError where they are not of so many learners
 */
export function columnsIn(tensors: Tensors, learners: number): RunColumns {
  const columns = new RunColumns(learners);
  for (const metric of METRIC_IDS as readonly MetricId[]) {
    const measured = seriesIn(tensors, `${PREFIX}${metric}`, [learners]);
    if (measured) columns.append({ steps: measured.steps, values: { [metric]: measured.values } });
  }
  return columns;
}

/** What is measured of layers, each [learner][layer]. */
const MEASURES: readonly [name: string, of: (row: LayerStatistics) => Float32Array[]][] = [
  ["gradientVariance", (row) => row.gradientVariance],
  ["gradientNoise", (row) => row.gradientNoise],
  ...VARIANCE_QUANTILES.map((quantile): [string, (row: LayerStatistics) => Float32Array[]] => [
    `varianceQuantiles.${quantile}`,
    (row) => row.varianceQuantiles[quantile],
  ]),
];

export function tensorsOfLayers({ all, latest }: LayerSeries, learners: number): Tensors {
  if (!latest) return new Map();
  const steps = Int32Array.from(all, ({ step }) => step);
  const shape = [learners, latest.names.length];
  return new Map(
    MEASURES.flatMap(([name, of]) =>
      series(`${LAYERS}.${name}`, steps, shape, joined(all.flatMap(of), all.length * learners * latest.names.length)),
    ),
  );
}

/** @throws PlaygroundError where they are not of so many learners and these layers */
export function layersIn(tensors: Tensors, learners: number, names: string[]): LayerSeries {
  const layers = new LayerSeries();
  const shape = [learners, names.length];
  const measured = MEASURES.map(([name]) => seriesIn(tensors, `${LAYERS}.${name}`, shape));
  const size = learners * names.length;
  for (const [row, step] of (measured[0]?.steps ?? new Int32Array()).entries()) {
    const [gradientVariance, gradientNoise, p10, p50, p90] = measured.map((of) =>
      split(of?.values.slice(row * size, (row + 1) * size) ?? new Float32Array(size), learners),
    ) as [Float32Array[], Float32Array[], Float32Array[], Float32Array[], Float32Array[]];
    layers.append({ step, names, gradientVariance, gradientNoise, varianceQuantiles: { p10, p50, p90 } });
  }
  return layers;
}

function series(name: string, steps: Int32Array, shape: number[], values: Float32Array): [string, SafeTensor][] {
  return [
    [`${name}.step`, { dtype: "I32", shape: [steps.length], values: steps }],
    [name, { dtype: "F32", shape: [steps.length, ...shape], values }],
  ];
}

/** @param shape of a row */
function seriesIn(tensors: Tensors, name: string, shape: number[]): { steps: Int32Array; values: Float32Array } | null {
  const [steps, values] = [tensors.get(`${name}.step`), tensors.get(name)];
  if (!steps && !values) return null;
  const fits =
    steps?.dtype === "I32" && values?.dtype === "F32" && isShape(values.shape, [steps.values.length, ...shape]);
  if (!fits) throw new PlaygroundError(texts.measured);
  return { steps: steps.values, values: values.values };
}

function isShape(found: readonly number[], expected: readonly number[]): boolean {
  return found.length === expected.length && found.every((size, axis) => size === expected[axis]);
}

/** [rows, L] */
function rowsOf({ length, values }: MetricColumn): Float32Array {
  const rows = new Float32Array(length * values.length);
  values.forEach((own, learner) => {
    for (let row = 0; row < length; row++) rows[row * values.length + learner] = own[row] as number;
  });
  return rows;
}

function joined(parts: readonly Float32Array[], length: number): Float32Array {
  const all = new Float32Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function split(values: Float32Array, count: number): Float32Array[] {
  const size = values.length / count;
  return Array.from({ length: count }, (_, i) => values.slice(i * size, (i + 1) * size));
}
