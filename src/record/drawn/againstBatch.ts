import { batchFamilies, batchSizeOf, distinctBatchSizes } from "../../config/batchSizes";
import type { ArmConfig, ExperimentConfig } from "../../config/schema";
import type { MetricId } from "../../metrics";
import type { RunColumns } from "../columns";
import { describe } from "../statistics/describe";
import { type Interval, meanInterval } from "../statistics/differences";

/** The paper's figure: what arms that differ in their batch size alone have come to, against that batch size. */

/** What an arm's learners measured at the latest step at which any did. */
interface BatchPoint {
  arm: number;
  batchSize: number;
  /** Null where no seed has a value. */
  mean: number | null;
  /** 95 % interval of Student's t over seeds; null below two. */
  ci95: Interval | null;
  seeds: number;
}

export interface AgainstBatch {
  /** Step of the values; null before the first. */
  step: number | null;
  /** The batch sizes of all lines, the smallest first. */
  sizes: number[];
  /** A line for every family of arms, its points in the order of their batch sizes. */
  lines: BatchPoint[][];
}

/** Null where no two arms differ in their batch size alone: there is no line then. */
export function againstBatch(
  config: ExperimentConfig,
  columns: RunColumns | null,
  metric: MetricId,
): AgainstBatch | null {
  const families = batchFamilies(config).filter(({ length }) => length > 1);
  if (families.length === 0) return null;
  const column = columns?.get(metric);
  const row = (column?.length ?? 0) - 1;
  const measuredOf = (learner: number) => column?.values[learner]?.[row] ?? null;
  const pointOf = (arm: number): BatchPoint => {
    const described = describe(
      Array.from({ length: config.seeds }, (_, seed) => measuredOf(arm * config.seeds + seed)),
    );
    const batchSize = batchSizeOf(config, config.arms[arm] as ArmConfig);
    return { arm, batchSize, mean: described.mean, ci95: meanInterval(described), seeds: described.n };
  };
  const lines = families.map((arms) => arms.map(pointOf).sort((a, b) => a.batchSize - b.batchSize));
  return { step: row < 0 ? null : (column?.steps[row] ?? null), sizes: distinctBatchSizes(config), lines };
}
