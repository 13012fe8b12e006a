import { PlaygroundError } from "../i18n/errors";
import { METRIC_IDS, type MetricId } from "../metrics";
import { type MetricColumn, RunColumns } from "../record/columns";
import { flatLayers, LAYER_MEASURES, layersOfFlat } from "../record/flatLayers";
import type { LayerSeries } from "../record/layers";
import type { Interruptible } from "../worker/tasks";
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

/** The columns may get longer meanwhile: rows that come later are not among them. */
export function* tensorsOfColumns(columns: RunColumns): Interruptible<Tensors> {
  const tensors: Tensors = new Map();
  for (const metric of columns.metrics()) {
    const column = columns.get(metric) as MetricColumn;
    const steps = column.steps.subarray(0, column.length);
    const rows = yield* rowsOf(column);
    for (const [name, tensor] of series(`${PREFIX}${metric}`, steps, [columns.learners], rows))
      tensors.set(name, tensor);
  }
  return tensors;
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

export function tensorsOfLayers(layers: LayerSeries, learners: number): Tensors {
  if (!layers.latest) return new Map();
  const { steps, measures } = flatLayers(layers);
  const shape = [learners, layers.latest.names.length];
  return new Map(
    LAYER_MEASURES.flatMap((name, i) => series(`${LAYERS}.${name}`, steps, shape, measures[i] as Float32Array)),
  );
}

/** @throws PlaygroundError where they are not of so many learners and these layers */
export function layersIn(tensors: Tensors, learners: number, names: string[]): LayerSeries {
  const shape = [learners, names.length];
  const measured = LAYER_MEASURES.map((name) => seriesIn(tensors, `${LAYERS}.${name}`, shape));
  const steps = measured[0]?.steps ?? new Int32Array();
  const size = steps.length * learners * names.length;
  const measures = measured.map((of) => of?.values ?? new Float32Array(size));
  if (measures.some(({ length }) => length !== size)) throw new PlaygroundError(texts.measured);
  return layersOfFlat({ steps, measures }, names, learners);
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

/** Numbers that are laid out anew without an interruption: about a tenth of a millisecond's work. */
const BLOCK = 65_536;

/** [rows, L] */
function* rowsOf({ length, values }: MetricColumn): Interruptible<Float32Array> {
  const rows = new Float32Array(length * values.length);
  const size = Math.ceil(BLOCK / values.length);
  for (let from = 0; from < length; from += size) {
    const to = Math.min(length, from + size);
    values.forEach((own, learner) => {
      for (let row = from; row < to; row++) rows[row * values.length + learner] = own[row] as number;
    });
    yield;
  }
  return rows;
}
