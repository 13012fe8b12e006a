import { largestBatch } from "../../config/batchSizes";
import { equal } from "../../config/paths";
import type { ExperimentConfig } from "../../config/schema";
import type { PlaygroundState } from "../playgroundState";
import { type Run, trainedMs } from "../run";

/** How long an experiment will take on this device, from what was timed on it, and from nothing else. */

/** Some stretch of a run on the device in use, probes and evaluations included. */
export interface TimedRun {
  config: ExperimentConfig;
  steps: number;
  durationMs: number;
}

/** Fewer steps are mostly the compiling of their programs. */
const FEWEST_STEPS = 50;

/**
 * Least and most time of a whole run, in milliseconds. A step of the same encoder on the same kind of data takes at least as
 * long with more views in it, and at most in proportion to them: a device that was not busy does more in the same time.
 *
 * @param timed the newest first
 * @returns null where nothing like it was timed
 */
export function expectedTime(
  config: ExperimentConfig,
  timed: readonly TimedRun[],
): [least: number, most: number] | null {
  const alike = timed.filter((run) => run.steps >= FEWEST_STEPS && isAlike(run.config, config));
  const ratioTo = (run: TimedRun) => viewsOfStep(config) / viewsOfStep(run.config);
  const [nearest] = alike.sort((a, b) => Math.abs(Math.log(ratioTo(a))) - Math.abs(Math.log(ratioTo(b))));
  if (!nearest) return null;
  const same = (config.steps * nearest.durationMs) / nearest.steps;
  const scaled = same * ratioTo(nearest);
  return [Math.min(same, scaled), Math.max(same, scaled)];
}

const known = new WeakMap<ExperimentConfig, WeakMap<ExperimentConfig, boolean>>();

/** The same, found once for two objects, which never change: a queue asks again at every redraw, of every run that is kept. */
function isAlike(one: ExperimentConfig, other: ExperimentConfig): boolean {
  const ofOne = known.get(one) ?? new WeakMap<ExperimentConfig, boolean>();
  known.set(one, ofOne);
  const alike = ofOne.get(other) ?? doTheSame(one, other);
  ofOne.set(other, alike);
  return alike;
}

/** Whether two experiments do the same things in a step, if not to as many views. */
function doTheSame(one: ExperimentConfig, other: ExperimentConfig): boolean {
  const worksOn = ({ dataset, encoder: { projection: _, ...layers }, kernels }: ExperimentConfig) => [
    dataset.id,
    layers,
    kernels,
  ];
  return equal(worksOn(one), worksOn(other));
}

function viewsOfStep(config: ExperimentConfig): number {
  return 2 * largestBatch(config) * config.arms.length * config.seeds;
}

type Known = Pick<PlaygroundState, "run" | "history" | "environment">;

/** What was timed on the device in use: the run on the page, then the past ones. */
export function timedRuns({ run, history, environment }: Known): TimedRun[] {
  if (!environment) return [];
  const { backend, adapter } = environment;
  const past = history.filter((item) => item.environment.backend === backend && item.environment.adapter === adapter);
  return [
    ...(run ? [timedSoFar(run)] : []),
    ...past.map(({ config, stepsDone, durationMs }) => ({ config, steps: stepsDone, durationMs })),
  ];
}

function timedSoFar(run: Run): TimedRun {
  return { config: run.config, steps: run.step, durationMs: trainedMs(run) };
}
