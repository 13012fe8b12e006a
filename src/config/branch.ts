import { PlaygroundError } from "../i18n/errors";
import { type Said, say } from "../i18n/message";
import { type ObjectiveId, objectiveName, objectiveOf } from "../objectives";
import { texts } from "./branchTexts";
import { configError, saidOfErrors } from "./configError";
import { type ConfigChange, changesThatRestart } from "./diff";
import { isLive } from "./liveChanges";
import { parseConfig } from "./parse";
import { equal, merge, setIn } from "./paths";
import type { ArmConfig, ExperimentConfig, ExperimentInput } from "./schema";
import { ruleOf } from "./temperature";

/**
 * What a branch of a run can have otherwise than the run that it leaves at a checkpoint: all that leaves the weights their meaning, and
 * what was measured before its own. What was carried for the old settings begins anew.
 */

/** A change that no branch can have, and why. */
interface Refusal {
  change: ConfigChange;
  why: Said;
}

/** What of the carried state is of no use to the new settings, and begins anew. */
export interface FreshParts {
  /** The averages or velocities of all parameters. */
  optimizer: boolean;
  /** By arm: what its objective keeps of samples or learners. */
  memories: readonly boolean[];
  /** The learned temperatures. */
  learned: boolean;
  /** The controllers of temperatures. */
  controllers: boolean;
  /** What the rules for the run's end go by. */
  stopping: boolean;
}

export interface BranchPlan {
  /** What is changed, as a patch laid over the run's experiment. */
  patch: ExperimentInput;
  changes: ConfigChange[];
  refused: Refusal[];
  fresh: FreshParts;
}

/** Folders of settings that any branch can change. */
const FREE = ["augmentation.", "optimizer.", "temperatureRule.", "stop."];

/** Why others cannot be changed, by how their paths begin. */
const REASONS: readonly [prefix: string, why: Said][] = [
  ["dataset.", texts.data],
  ["encoder.", texts.encoder],
  ["seed", texts.seeds],
  ["batchSize", texts.batch],
  ["queue.", texts.queue],
  ["evaluation.", texts.measured],
  ["gradientProbe.", texts.measured],
];

/** How a branch of a run would become a wanted experiment, wherever that computes. */
export function branchPlan(running: ExperimentConfig, wanted: ExperimentConfig): BranchPlan {
  const { backend } = running;
  const changes = changesThatRestart(running, { ...wanted, backend });
  const patch = changes.reduce<ExperimentInput>((all, { path, after }) => setIn(all, path, after), {});
  const refused = changes.flatMap((change) => {
    const why = refusalOf(change);
    return why ? [{ change, why }] : [];
  });
  return { patch, changes, refused, fresh: freshParts(running, wanted) };
}

/**
 * The experiment that a branch goes on with.
 * @param patch laid over the experiment, field by field; arms are given as a whole
 * @throws PlaygroundError where it is not valid, or no branch can have it, with the reason of each field
 */
export function branchedConfig(running: ExperimentConfig, patch: unknown): ExperimentConfig {
  const result = parseConfig(merge(running, patch));
  if (!result.ok) throw new PlaygroundError(saidOfErrors(result.errors));
  const { refused } = branchPlan(running, result.config);
  const reasons = refused.map(({ change, why }) => configError(change.path, why));
  if (reasons.length > 0) throw new PlaygroundError(saidOfErrors(reasons));
  return result.config;
}

/** What begins anew where one experiment becomes another at a checkpoint. */
export function freshParts(before: ExperimentConfig, after: ExperimentConfig): FreshParts {
  const uses = (rule: string) =>
    [before, after].map((config) => config.arms.some((arm) => ruleOf(config, arm) === rule));
  const [learned, controllers] = ["learned", "ess"].map((rule) => new Set(uses(rule)).size > 1) as [boolean, boolean];
  return {
    // Averages of a parameter that comes or goes would be of another age than the others.
    optimizer: learned || !equal(memoryOf(before), memoryOf(after)),
    memories: after.arms.map(({ objective }, i) => objective !== before.arms[i]?.objective),
    learned,
    controllers,
    stopping: before.stop.metric !== after.stop.metric,
  };
}

/** What decides what an optimizer carries. */
function memoryOf({ optimizer }: ExperimentConfig): unknown {
  const { id, beta1, beta2, momentum } = optimizer;
  return id === "adam" ? { id, beta1, beta2 } : { id, momentum };
}

function refusalOf(change: ConfigChange): Said | null {
  const { path, before, after } = change;
  if (isLive(change) || FREE.some((folder) => path.startsWith(folder))) return null;
  if (path === "arms") return refusalOfArms(before as ArmConfig[], after as ArmConfig[]);
  return REASONS.find(([prefix]) => path.startsWith(prefix))?.[1] ?? texts.device;
}

function refusalOfArms(before: readonly ArmConfig[], after: readonly ArmConfig[]): Said | null {
  if (before.length !== after.length) return texts.arms;
  if (!equal(before.map(ownBatch), after.map(ownBatch))) return texts.batch;
  const changed = after.flatMap(({ objective }, i) => {
    const was = before[i]?.objective;
    return was === objective || was === undefined ? [] : [was, objective];
  });
  const trained = changed.find(isTrainedItself);
  return trained === undefined ? null : say(texts.ownNumbers, { objective: objectiveName(trained) });
}

function ownBatch({ batchSize }: ArmConfig): number | null {
  return batchSize ?? null;
}

/** Whether an objective has numbers that are trained beside the encoder. */
function isTrainedItself(id: ObjectiveId): boolean {
  const { learned, kind } = objectiveOf(id);
  return learned > 0 || kind === "labels";
}
