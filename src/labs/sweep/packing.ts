import { batchSizeOf, largestBatch } from "../../config/batchSizes";
import type { ArmConfig, ExperimentConfig } from "../../config/schema";
import { ruleOf } from "../../config/temperature";
import { rateOf } from "../training/rates";

/**
 * Cells that can be trained as one cohort, since learners know nothing of each other: those that differ only in what an arm can have
 * of its own. A step of many learners is as many dispatches as a step of a few, so a device that one cell does not fill trains a
 * pack in little more time than a cell.
 */

/** Learners of a pack at most. */
const MOST_LEARNERS = 64;
/** Largest batch of a pack, as a multiple of the smallest: rows beyond a learner's own batch are worked out for nothing. */
const MOST_SPREAD = 2;

/** Whether a cell's learners would be measured the same beside those of others. */
export function canBePacked({ arms, queue, stop, optimizer, gradientProbe }: ExperimentConfig): boolean {
  const endsEarly = stop.minutes > 0 || stop.target > 0 || stop.patience > 0;
  const measuresFirstArm = gradientProbe.every > 0 && gradientProbe.common && arms.length > 1;
  return queue.size === 0 && !endsEarly && !optimizer.matchGradientNorm && !measuresFirstArm;
}

/** Cells in packs, by their places in the list; of a cell that is trained alone the pack has one. */
export function packsOf(configs: readonly ExperimentConfig[]): number[][] {
  const packs: number[][] = [];
  for (const place of configs.keys()) {
    const joins = (pack: readonly number[]) => {
      const all = [...pack, place].map((other) => configs[other] as ExperimentConfig);
      return areAlike(all) && isWithinBounds(all);
    };
    const open = packs.find(joins);
    if (open) open.push(place);
    else packs.push([place]);
  }
  return packs;
}

function areAlike(configs: readonly ExperimentConfig[]): boolean {
  return configs.every(canBePacked) && new Set(configs.map(commonPart)).size === 1;
}

/** What arms cannot have of their own; equal for cells that can be one cohort. */
function commonPart({ arms, batchSize: _size, temperature: _tau, ...rest }: ExperimentConfig): string {
  const { temperatureRule, optimizer } = rest;
  return JSON.stringify({
    ...rest,
    arms: arms.length,
    temperatureRule: { ...temperatureRule, id: null },
    optimizer: { ...optimizer, learningRate: null },
  });
}

function isWithinBounds(configs: readonly ExperimentConfig[]): boolean {
  const learners = configs.reduce((sum, { arms, seeds }) => sum + arms.length * seeds, 0);
  const sizes = configs.map(largestBatch);
  return learners <= MOST_LEARNERS && Math.max(...sizes) <= MOST_SPREAD * Math.min(...sizes);
}

/**
 * The experiment of all arms of some cells: the first arms of all cells, then the second ones, so that cells whose batch sizes repeat
 * share batches.
 */
export function packed(configs: readonly ExperimentConfig[]): ExperimentConfig {
  const [first] = configs as [ExperimentConfig];
  const arms = first.arms.flatMap((_, arm) => configs.map((config) => ownArm(config, config.arms[arm] as ArmConfig)));
  return { ...first, arms };
}

/** The arm with everything of its own that it has of its cell. */
function ownArm(config: ExperimentConfig, arm: ArmConfig): ArmConfig {
  return {
    ...arm,
    temperature: arm.temperature ?? config.temperature,
    temperatureRule: ruleOf(config, arm),
    learningRate: rateOf(config, arm),
    batchSize: batchSizeOf(config, arm),
  };
}

/** Which cell an arm of a pack is of, and which arm it is there. */
export function placeInPack(arm: number, cells: number): { cell: number; arm: number } {
  return { cell: arm % cells, arm: Math.floor(arm / cells) };
}
