import type { MetricConfig, Reducer } from "../../metrics/types";

/** A metric that makes one number per learner of sums. */
interface Reducible<Sums> {
  id: string;
  reducer(config: Pick<MetricConfig, "batchSize">): Reducer<Sums>;
}

/** The metrics of one source; every learner has reducers of its own, which may carry averages from probe to probe. */
export class Reduction<Sums> {
  private readonly ids: string[];
  /** [learner][metric] */
  private readonly reducers: Reducer<Sums>[][];

  constructor(
    metrics: readonly Reducible<Sums>[],
    learners: number,
    configOf: (learner: number) => Pick<MetricConfig, "batchSize">,
  ) {
    this.ids = metrics.map(({ id }) => id);
    this.reducers = Array.from({ length: learners }, (_, learner) =>
      metrics.map((metric) => metric.reducer(configOf(learner))),
    );
  }

  /** One column [L] per metric; to be called once per probe. */
  columns(sumsOf: (learner: number) => Sums): Record<string, Float32Array> {
    const values = this.reducers.map((own, learner) => {
      const sums = sumsOf(learner);
      return own.map(({ reduce }) => reduce(sums));
    });
    const columns = this.ids.map((id, metric) => [id, Float32Array.from(values, (own) => own[metric] as number)]);
    return Object.fromEntries(columns);
  }

  /** What goes from probe to probe, learner by learner, metric by metric. */
  get carried(): Float64Array {
    return Float64Array.from(this.carrying().flatMap(({ read }) => [...read()]));
  }

  set carried(values: Float64Array) {
    let place = 0;
    for (const { read, write } of this.carrying()) {
      const count = read().length;
      write(Array.from(values.subarray(place, place + count)));
      place += count;
    }
  }

  private carrying() {
    return this.reducers.flat().flatMap(({ carried }) => (carried ? [carried] : []));
  }
}
