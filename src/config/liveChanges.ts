import { PlaygroundError, problem } from "../i18n/errors";
import { formatList } from "../i18n/format";
import { saidOfErrors } from "./configError";
import { type ConfigChange, changesThatRestart } from "./diff";
import { texts } from "./errors";
import { parseConfig } from "./parse";
import { equal, merge, setIn } from "./paths";
import type { ArmConfig, ExperimentConfig, ExperimentInput } from "./schema";

/** What a run can take over while it goes on: numbers that training reads anew before every step, none of which shapes a tensor. */

const LIVE: ReadonlySet<string> = new Set([
  "temperature",
  "temperatureRule.end",
  "optimizer.learningRate",
  "optimizer.weightDecay",
  "optimizer.schedule.id",
  "optimizer.schedule.warmupSteps",
  "steps",
  "stop.minutes",
  "stop.target",
  "stop.patience",
]);

/** Whether a field can be changed while a run goes on; of arms, some overrides can. */
export function isLive({ path, before, after }: ConfigChange): boolean {
  return path === "arms" ? areAlike(before as ArmConfig[], after as ArmConfig[]) : LIVE.has(path);
}

/** Arms that differ in their overrides of such numbers alone. */
function areAlike(before: readonly ArmConfig[], after: readonly ArmConfig[]): boolean {
  return equal(before.map(withoutLive), after.map(withoutLive));
}

function withoutLive({ temperature: _t, learningRate: _r, label: _l, colour: _c, ...rest }: ArmConfig): unknown {
  return rest;
}

/** What of a wanted experiment a run of another can take over while it goes on, as a patch for `changedConfig`. */
export function livePatch(running: ExperimentConfig, wanted: ExperimentConfig): ExperimentInput {
  return changesThatRestart(running, wanted)
    .filter(isLive)
    .reduce<ExperimentInput>((patch, { path, after }) => setIn(patch, path, after), {});
}

/**
 * The experiment that a run goes on with.
 * @param patch laid over the experiment, field by field; arms are given as a whole
 * @throws PlaygroundError where it is not valid, or asks for what a run cannot take over
 */
export function changedConfig(running: ExperimentConfig, patch: unknown): ExperimentConfig {
  const result = parseConfig(merge(running, patch));
  if (!result.ok) throw new PlaygroundError(saidOfErrors(result.errors));
  const others = changesThatRestart(running, result.config).filter((change) => !isLive(change));
  if (others.length > 0) throw problem(texts.notLive, { fields: formatList(others.map(({ path }) => path)) });
  return result.config;
}
