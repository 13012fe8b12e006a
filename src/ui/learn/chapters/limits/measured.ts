import { changesThatRestart } from "../../../../config/diff";
import type { ExperimentConfig } from "../../../../config/schema";
import { excludesZero, type Interval, meanInterval } from "../../../../record/statistics/differences";
import type { PastRun } from "../../../../storage/runs/pastRun";

/** What is known of FlatNCE minus InfoNCE, by batch size and temperature. */

export interface Cell {
  batchSize: number;
  temperature: number;
  /** In points of a hundred. */
  difference: number;
  interval: Interval | null;
  seeds: number;
}

type Earlier = Omit<Cell, "interval" | "seeds"> & { sd: number; seeds: number };

/**
 * Paired differences of linear-probe accuracy in points, with their standard deviations over seeds: a small convnet in PyTorch, Adam at
 * rate 0.001, 1,000 steps, the normal augmentation.
 */
const EARLIER = {
  glyphs: [
    { batchSize: 8, temperature: 0.1, difference: -16, sd: 10, seeds: 3 },
    { batchSize: 16, temperature: 0.1, difference: 2.8, sd: 3, seeds: 3 },
    { batchSize: 32, temperature: 0.05, difference: 3.7, sd: 1.2, seeds: 5 },
    { batchSize: 32, temperature: 0.1, difference: 3.2, sd: 2.1, seeds: 5 },
    { batchSize: 32, temperature: 0.2, difference: 0.5, sd: 2.1, seeds: 3 },
    { batchSize: 64, temperature: 0.05, difference: 3.7, sd: 2.1, seeds: 5 },
  ],
  kmnist: [
    { batchSize: 4, temperature: 0.1, difference: -4.2, sd: 1.1, seeds: 3 },
    { batchSize: 32, temperature: 0.05, difference: 0.5, sd: 0.8, seeds: 3 },
    { batchSize: 64, temperature: 0.05, difference: 2.2, sd: 0.9, seeds: 3 },
  ],
  cifar: [{ batchSize: 64, temperature: 0.05, difference: -0.8, sd: 0.5, seeds: 2 }],
} as const satisfies Record<string, readonly Earlier[]>;

export type DataId = keyof typeof EARLIER;
export const DATA_IDS = Object.keys(EARLIER) as DataId[];

export function earlierCells(data: DataId): Cell[] {
  return EARLIER[data].map(({ sd, ...cell }) => ({
    ...cell,
    interval: meanInterval({ mean: cell.difference, sd, n: cell.seeds }),
  }));
}

/** The latest run of each of some experiments, among those that are kept and ended. */
export function ownCells(history: readonly PastRun[], experiments: readonly ExperimentConfig[]): Cell[] {
  return experiments.flatMap((experiment) => {
    const run = history.find(({ ended, config }) => ended === "finished" && isSame(config, experiment));
    const found = run?.paired.find(({ metric, armA, armB }) => metric === "knnAccuracy" && armA === 0 && armB === 1);
    if (found?.difference == null) return [];
    const { batchSize, temperature } = experiment;
    const interval: Interval | null = found.ci95 ? [100 * found.ci95[0], 100 * found.ci95[1]] : null;
    return [{ batchSize, temperature, difference: 100 * found.difference, interval, seeds: found.n }];
  });
}

/** On whatever device. */
function isSame(config: ExperimentConfig, { backend, kernels, captured, ...experiment }: ExperimentConfig): boolean {
  return (
    changesThatRestart({ ...config, backend, kernels, captured }, { ...experiment, backend, kernels, captured })
      .length === 0
  );
}

/** What a cell says. */
export function verdictOf({ interval, difference }: Cell): "ahead" | "behind" | "unclear" {
  if (!excludesZero(interval)) return "unclear";
  return difference > 0 ? "ahead" : "behind";
}
