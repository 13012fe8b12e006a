import { type MetricId, STEP_METRICS } from "../metrics";
import type { MetricRows } from "./events";
import type { RunRecord } from "./record";
import { firstPlace } from "./search";
import { TrainingClock } from "./trainingClock";

/** Rows that a new column has room for; it doubles whenever it is full. */
const INITIAL_CAPACITY = 256;

const OF_STEPS: ReadonlySet<string> = new Set(STEP_METRICS.map(({ id }) => id));

/** One metric of all learners by step, in typed arrays that grow. `values[learner][row]` belongs to `steps[row]`. */
export class MetricColumn {
  /** Rows filled so far. */
  length = 0;
  steps = new Int32Array(INITIAL_CAPACITY);
  readonly values: Float32Array<ArrayBuffer>[];
  /** Whether the rows are another column's, which writes to them alone. */
  private isShared = false;

  constructor(learners: number) {
    this.values = Array.from({ length: learners }, () => new Float32Array(INITIAL_CAPACITY));
  }

  /** A column of rows that are there already, which it takes over. */
  static of(steps: Int32Array<ArrayBuffer>, values: Float32Array<ArrayBuffer>[]): MetricColumn {
    const column = new MetricColumn(0);
    column.steps = steps;
    column.values.push(...values);
    column.length = steps.length;
    return column;
  }

  /** Adds one row; `row[offset + learner]` is the learner's value. A step measured again replaces its row. */
  push(step: number, row: ArrayLike<number>, offset: number): void {
    const index = this.length > 0 && this.steps[this.length - 1] === step ? this.length - 1 : this.length;
    if (index === this.steps.length || this.isShared) this.grow();
    this.steps[index] = step;
    this.values.forEach((column, learner) => {
      column[index] = row[offset + learner] as number;
    });
    this.length = index + 1;
  }

  /** Index of the last row at or before `step`; -1 when there is none. */
  indexAt(step: number): number {
    return firstPlace(0, this.length, (row) => (this.steps[row] as number) > step) - 1;
  }

  /** The first rows, as a column that copies them only when it is added to. */
  first(rows: number): MetricColumn {
    const first = MetricColumn.of(
      this.steps.subarray(0, rows),
      this.values.map((own) => own.subarray(0, rows)),
    );
    first.isShared = true;
    return first;
  }

  private grow(): void {
    const steps = new Int32Array(Math.max(INITIAL_CAPACITY, 2 * this.steps.length));
    steps.set(this.steps);
    this.steps = steps;
    this.isShared = false;
    this.values.forEach((column, learner) => {
      const larger = new Float32Array(steps.length);
      larger.set(column);
      this.values[learner] = larger;
    });
  }
}

/** Every measurement of a run. Step metrics are dense, those of the probes have few rows with their own steps. */
export class RunColumns {
  readonly learners: number;
  /** When the steps were trained. */
  clock = new TrainingClock();
  private readonly columns = new Map<MetricId, MetricColumn>();

  constructor(learners: number) {
    this.learners = learners;
  }

  get(metric: MetricId): MetricColumn | undefined {
    return this.columns.get(metric);
  }

  metrics(): MetricId[] {
    return [...this.columns.keys()];
  }

  /** Puts a whole column in the place of a metric's. */
  set(metric: MetricId, column: MetricColumn): void {
    this.columns.set(metric, column);
  }

  /** Adds what a message brought. Rows in which no learner has a value (a probe that was not due) are left out. */
  append(rows: MetricRows): void {
    for (const [metric, values] of Object.entries(rows.values) as [MetricId, Float32Array][])
      rows.steps.forEach((step, row) => {
        const offset = row * this.learners;
        if (this.anyFinite(values, offset)) this.column(metric).push(step, values, offset);
      });
  }

  /**
   * What belongs to the first updates, of a run that is to be gone on from there: the metrics of the training steps before
   * `step`, and what was measured at weights of up to so many updates. Numbers are copied only when something is added.
   */
  upTo(step: number): RunColumns {
    const cut = new RunColumns(this.learners);
    for (const [metric, column] of this.columns) {
      const rows = column.indexAt(OF_STEPS.has(metric) ? step - 1 : step) + 1;
      if (rows > 0) cut.set(metric, column.first(rows));
    }
    cut.clock = this.clock.upTo(step);
    return cut;
  }

  /** The series of one learner, on the union of all steps at which anything was measured; null where nothing was. */
  series(learner: number): { step: number[]; [metric: string]: (number | null)[] } {
    const step = this.allSteps();
    const rowOf = new Map(step.map((value, row) => [value, row]));
    const series: Record<string, (number | null)[]> = {};
    for (const [metric, column] of this.columns) {
      const values = new Array<number | null>(step.length).fill(null);
      for (let i = 0; i < column.length; i++) {
        const value = column.values[learner]?.[i] as number;
        values[rowOf.get(column.steps[i] as number) as number] = Number.isFinite(value) ? value : null;
      }
      series[metric] = values;
    }
    return { ...series, step };
  }

  private allSteps(): number[] {
    const steps = new Set<number>();
    for (const column of this.columns.values())
      for (let i = 0; i < column.length; i++) steps.add(column.steps[i] as number);
    return [...steps].sort((a, b) => a - b);
  }

  private anyFinite(values: Float32Array, offset: number): boolean {
    for (let learner = 0; learner < this.learners; learner++)
      if (Number.isFinite(values[offset + learner])) return true;
    return false;
  }

  private column(metric: MetricId): MetricColumn {
    const known = this.columns.get(metric);
    if (known) return known;
    const column = new MetricColumn(this.learners);
    this.columns.set(metric, column);
    return column;
  }
}

/**
 * The columns that a record was made from: a record of them has the same series again. Learners are numbered as they
 * stand in the record; where they were measured at different steps, a column has the steps of all.
 */
export function columnsOfRecord({ learners, clock }: Pick<RunRecord, "learners" | "clock">): RunColumns {
  const columns = new RunColumns(learners.length);
  if (clock) columns.clock = TrainingClock.of(clock);
  const steps = [...new Set(learners.flatMap(({ series }) => series.step))].sort((a, b) => a - b);
  const places = learners.map(({ series }) => new Map(series.step.map((step, row) => [step, row])));
  const metrics = new Set(learners.flatMap(({ series }) => Object.keys(series)).filter((key) => key !== "step"));
  for (const metric of metrics) {
    const values = steps.flatMap((step) =>
      learners.map(({ series }, learner) => {
        const row = places[learner]?.get(step);
        return row === undefined ? Number.NaN : (series[metric as MetricId]?.[row] ?? Number.NaN);
      }),
    );
    columns.append({ steps: Int32Array.from(steps), values: { [metric]: Float32Array.from(values) } });
  }
  return columns;
}

/** Updates that rows tell of: metrics of a training step t come with update t + 1; those of a probe at t belong to t updates. */
export function updatesMade({ steps, values }: MetricRows): number {
  const last = steps[steps.length - 1] ?? 0;
  return Object.keys(values).some((metric) => OF_STEPS.has(metric)) ? last + 1 : last;
}
