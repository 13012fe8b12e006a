import type { ExperimentConfig } from "../../config/schema";
import { z } from "../../data/zod";
import { PlaygroundError } from "../../i18n/errors";
import { english } from "../../i18n/translate";
import { METRIC_IDS, type MetricId } from "../../metrics";
import { MetricColumn, RunColumns } from "../../record/columns";
import type { LogXiHistogram, SignalHistogram } from "../../record/events";
import { flatLayers, LAYER_MEASURES, layersOfFlat } from "../../record/flatLayers";
import { LayerSeries } from "../../record/layers";
import { type MeasuredRun, stoppedOfRecord } from "../../record/learners";
import { TrainingClock } from "../../record/trainingClock";
import type { Contents } from "./container";
import { texts } from "./errors";
import type { Words } from "./words";

/** The heavy part of a run, to and from lists of numbers with a description: every series to the bit, each with its own steps. */

/** All that was measured of a run, with the histograms of its last steps. */
export interface RunSeries extends MeasuredRun {
  histogram: LogXiHistogram | null;
  signal: SignalHistogram | null;
}

/** What a histogram says of itself beside its counts. */
const bins = z.object({ step: z.int().min(0), from: z.number(), width: z.number(), count: z.int().min(0) }).nullable();

const description = z.object({
  metrics: z.array(z.string()),
  layers: z.object({ names: z.array(z.string()), rows: z.int().min(0) }).nullable(),
  stopped: z.array(z.object({ arm: z.int(), seed: z.int(), step: z.int().min(0), reason: z.string() })),
  histogram: bins,
  signal: bins,
  /** Whether readings of the clock of training come last: not in runs that were kept before there was one. */
  clock: z.boolean().default(false),
});
type SeriesDescription = z.output<typeof description>;

/** The run as it is now. Its columns are not copied: rows that come later are not among them. */
export function contentsOf({ columns, layers, stopped, histogram, signal }: RunSeries): Contents {
  const metrics = columns.metrics();
  const about: SeriesDescription = {
    metrics,
    layers: layers.latest && { names: layers.latest.names, rows: layers.all.length },
    stopped: stopped.map(({ reason, ...learner }) => ({ ...learner, reason: english(reason) })),
    histogram: histogram && { ...binsOf(histogram), count: histogram.counts.length },
    signal: signal && { ...binsOf(signal), count: signal.counts.length },
    clock: true,
  };
  const lists = [
    ...metrics.flatMap((metric) => listsOf(columns.get(metric) as MetricColumn)),
    ...(layers.latest ? layerLists(layers) : []),
    ...(histogram?.counts ?? []),
    ...(signal?.counts ?? []),
    Int32Array.from(columns.clock.points.step),
    Int32Array.from(columns.clock.points.ms),
  ];
  return { about, lists };
}

function binsOf({ step, from, width }: Pick<LogXiHistogram, "step" | "from" | "width">) {
  return { step, from, width };
}

function listsOf({ steps, values, length }: MetricColumn): Words[] {
  return [steps.subarray(0, length), ...values.map((own) => own.subarray(0, length))];
}

/** The steps, then each measure as [row, learner, layer]. */
function layerLists(layers: LayerSeries): Words[] {
  const { steps, measures } = flatLayers(layers);
  return [steps, ...measures];
}

/**
 * The run of a description and its lists. Metrics that this version does not know are left out.
 * @throws PlaygroundError where they do not fit each other or the config
 */
export function seriesIn({ about, lists }: Contents, config: ExperimentConfig): RunSeries {
  const parsed = description.safeParse(about);
  if (!parsed.success) throw new PlaygroundError(texts.mismatch);
  const { metrics, layers, stopped, histogram, signal } = parsed.data;
  const learners = config.arms.length * config.seeds;
  const reader = new ListReader(lists);
  const columns = new RunColumns(learners);
  for (const metric of metrics) {
    const column = columnIn(reader, learners);
    if (isMetric(metric) && column.length > 0) columns.set(metric, column);
  }
  const series = {
    config,
    columns,
    layers: layers ? layersIn(reader, layers, learners) : new LayerSeries(),
    histogram: histogram && { ...binsOf(histogram), counts: reader.times(histogram.count, Uint32Array) },
    signal: signal && { ...binsOf(signal), counts: reader.times(signal.count, Uint32Array) },
    stopped: stoppedOfRecord({ learners: stopped.map(asLearner) }),
  };
  if (parsed.data.clock) columns.clock = clockIn(reader);
  return series;
}

function clockIn(reader: ListReader): TrainingClock {
  const step = Array.from(reader.next(Int32Array));
  return TrainingClock.of({ step, ms: Array.from(reader.next(Int32Array)) });
}

function isMetric(id: string): id is MetricId {
  return (METRIC_IDS as readonly string[]).includes(id);
}

function asLearner({ arm, seed, step, reason }: SeriesDescription["stopped"][number]) {
  return { arm, seed, stopped: { step, reason }, series: { step: [] } };
}

function columnIn(reader: ListReader, learners: number): MetricColumn {
  const steps = reader.next(Int32Array);
  const values = reader.times(learners, Float32Array);
  if (values.some(({ length }) => length !== steps.length)) throw new PlaygroundError(texts.mismatch);
  return MetricColumn.of(steps, values);
}

function layersIn(
  reader: ListReader,
  { names, rows }: NonNullable<SeriesDescription["layers"]>,
  learners: number,
): LayerSeries {
  const steps = reader.next(Int32Array);
  const measures = reader.times(LAYER_MEASURES.length, Float32Array);
  const size = rows * learners * names.length;
  if (steps.length !== rows || measures.some(({ length }) => length !== size))
    throw new PlaygroundError(texts.mismatch);
  return layersOfFlat({ steps, measures }, names, learners);
}

type ListClass<List> = abstract new (...given: never[]) => List;

/** Takes lists one after the other, each of the kind that is expected there. */
class ListReader {
  private readonly lists: readonly Words[];
  private at = 0;

  constructor(lists: readonly Words[]) {
    this.lists = lists;
  }

  next<List extends Words>(kind: ListClass<List>): List {
    const list = this.lists[this.at++];
    if (!(list instanceof kind)) throw new PlaygroundError(texts.mismatch);
    return list as List;
  }

  times<List extends Words>(count: number, kind: ListClass<List>): List[] {
    return Array.from({ length: count }, () => this.next(kind));
  }
}
