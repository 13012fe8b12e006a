import type { MetricConfig } from "../../metrics/types";

/** A metric that makes one number per learner of sums. */
interface Reducible<Sums> {
  id: string;
  reducer(config: Pick<MetricConfig, "batchSize">): (sums: Sums) => number;
}

/** The metrics of one source; every learner has a reducer of its own, which may carry averages from probe to probe. */
export class Reduction<Sums> {
  private readonly learners: number;
  private readonly metrics: { id: string; ofLearner: ((sums: Sums) => number)[] }[];

  constructor(metrics: readonly Reducible<Sums>[], learners: number, config: Pick<MetricConfig, "batchSize">) {
    this.learners = learners;
    this.metrics = metrics.map((metric) => ({
      id: metric.id,
      ofLearner: Array.from({ length: learners }, () => metric.reducer(config)),
    }));
  }

  /** One column [L] per metric; to be called once per probe. */
  columns(sumsOf: (learner: number) => Sums): Record<string, Float32Array> {
    const sums = Array.from({ length: this.learners }, (_, learner) => sumsOf(learner));
    const columns = this.metrics.map(({ id, ofLearner }) => [
      id,
      Float32Array.from(ofLearner, (reduce, learner) => reduce(sums[learner] as Sums)),
    ]);
    return Object.fromEntries(columns);
  }
}
