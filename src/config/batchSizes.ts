import type { ArmConfig, ExperimentConfig } from "./schema";
import { seedNumbers } from "./seeds";

/**
 * The batch sizes of an experiment: everybody's, or an arm's own. Learners of one seed see the same batches where their batch
 * sizes are the same; where they are not, the tensors of a step have rows for the largest batch, and what lies beyond a
 * learner's own counts for nothing.
 */

/** B of an arm: its own, or everybody's. */
export function batchSizeOf(
  { batchSize }: Pick<ExperimentConfig, "batchSize">,
  arm: Pick<ArmConfig, "batchSize">,
): number {
  return arm.batchSize ?? batchSize;
}

/** B of every arm. */
export function batchSizes(config: Batches): number[] {
  return config.arms.map((arm) => batchSizeOf(config, arm));
}

/** The largest batch of all arms, for which the tensors of a step have rows. */
export function largestBatch(config: Batches): number {
  return Math.max(...batchSizes(config));
}

/** The batch sizes that there are, the smallest first. */
export function distinctBatchSizes(config: Batches): number[] {
  return [...new Set(batchSizes(config))].sort((a, b) => a - b);
}

/** Whether some arms have other batches than others. */
export function hasMixedBatches(config: Batches): boolean {
  return new Set(batchSizes(config)).size > 1;
}

/** The one batch size of all arms; null where they have others. */
export function commonBatch(config: Batches): number | null {
  return hasMixedBatches(config) ? null : largestBatch(config);
}

/** Samples of each learner's batch, learners arm-major; null where all have as many. */
export function learnerBatches(config: Batches & Pick<ExperimentConfig, "seeds">): number[] | null {
  if (!hasMixedBatches(config)) return null;
  return batchSizes(config).flatMap((size) => new Array<number>(config.seeds).fill(size));
}

/** Whose batch a slice of the views is. */
export interface BatchSlice {
  /** The seed's number. */
  seed: number;
  batchSize: number;
}

/**
 * The batches that are drawn for a step, so that learner l reads slice l mod their number: one per seed for as many arms as it
 * takes until the arms' batch sizes repeat. With one batch size that is one arm; where a second objective follows with the same
 * sizes in the same order, both read the same batches.
 */
export function batchSlices(config: ExperimentConfig): BatchSlice[] {
  const sizes = batchSizes(config);
  const seeds = seedNumbers(config);
  return sizes.slice(0, batchPeriod(sizes)).flatMap((batchSize) => seeds.map((seed) => ({ seed, batchSize })));
}

/** Arms after which the batch sizes repeat. */
export function batchPeriod(sizes: readonly number[]): number {
  const repeats = (period: number) =>
    sizes.length % period === 0 && sizes.every((size, arm) => size === sizes[arm % period]);
  return sizes.findIndex((_, i) => repeats(i + 1)) + 1;
}

/** The experiment with one batch size for all arms. */
export function withBatchSize<Config extends Batches>(config: Config, batchSize: number): Config {
  const arms = config.arms.map(({ batchSize: _, ...arm }) => arm);
  return { ...config, arms, batchSize };
}

/** The experiment with no batch of more samples. */
export function withBatchesUpTo<Config extends Batches>(config: Config, most: number): Config {
  const arms = config.arms.map((arm) =>
    arm.batchSize === undefined ? arm : { ...arm, batchSize: Math.min(most, arm.batchSize) },
  );
  return { ...config, arms, batchSize: Math.min(most, config.batchSize) };
}

/**
 * Arms that differ in their batch size alone, by their places, in the order of the first of each; the figure of accuracy against
 * batch size has a line for each. An arm that has a twin of the same batch size stands alone.
 */
export function batchFamilies(config: Batches): number[][] {
  const families = new Map<string, number[]>();
  for (const [index, arm] of config.arms.entries()) {
    const key = familyOf(arm);
    const others = families.get(key) ?? [];
    const size = batchSizeOf(config, arm);
    const isTwin = others.some((other) => batchSizeOf(config, config.arms[other] as ArmConfig) === size);
    if (isTwin) families.set(`${key} ${index}`, [index]);
    else families.set(key, [...others, index]);
  }
  return [...families.values()].sort(([a = 0], [b = 0]) => a - b);
}

function familyOf({ batchSize: _size, label: _label, colour: _colour, ...training }: ArmConfig): string {
  return JSON.stringify(Object.entries(training).sort());
}

type Batches = Pick<ExperimentConfig, "arms" | "batchSize">;
