import type { ExperimentConfig } from "../../config/schema";
import { seedNumbers } from "../../config/seeds";
import type { PastRun } from "../../storage/runs/pastRun";
import { settingsKey } from "./arrange";

/** Which seeds a run of the same settings takes, so that none is trained twice. */

/** The schema's largest seed. */
const LAST = 0xffff_ffff;

/** The change of the settings. */
type Seeds = Partial<Pick<ExperimentConfig, "seed">>;
/** What decides which seeds were run with the settings of a config. */
type Kept = readonly Pick<PastRun, "config">[];

/** As many seeds as a config has, beginning after the last one that was run with its settings. */
export function furtherSeeds(config: ExperimentConfig, kept: Kept): Seeds {
  const used = usedSeeds(config, kept);
  const next = Math.max(...used) + 1;
  return { seed: next + config.seeds - 1 <= LAST ? next : firstGap(used, config.seeds) };
}

/**
 * Seeds somewhere else, none of which was run with the settings of a config.
 * @param random from 0 to below 1
 */
export function otherSeeds(config: ExperimentConfig, kept: Kept, random: () => number = Math.random): Seeds {
  const used = usedSeeds(config, kept);
  // Nine digits are enough to be told apart, and few enough to be read out.
  for (let attempt = 0; attempt < 100; attempt++) {
    const seed = Math.floor(random() * 1e9);
    if (isFree(seed, config.seeds, used)) return { seed };
  }
  return { seed: firstGap(used, config.seeds) };
}

function usedSeeds(config: ExperimentConfig, kept: Kept): ReadonlySet<number> {
  const key = settingsKey(config);
  const alike = kept.filter((run) => settingsKey(run.config) === key);
  return new Set([config, ...alike.map((run) => run.config)].flatMap(seedNumbers));
}

function isFree(seed: number, count: number, used: ReadonlySet<number>): boolean {
  return Array.from({ length: count }, (_, i) => seed + i).every((one) => one <= LAST && !used.has(one));
}

/** The lowest place for so many seeds. */
function firstGap(used: ReadonlySet<number>, count: number): number {
  const places = [0, ...[...used].map((seed) => seed + 1)].sort((a, b) => a - b);
  return places.find((seed) => isFree(seed, count, used)) ?? 0;
}
