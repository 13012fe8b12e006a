import { ALL } from "../augmentations";
import { sourceOf } from "../data/sources";
import { validationCount } from "../data/validation";
import { type Said, say, textsOf } from "../i18n/message";
import { metricOf } from "../metrics";
import { DEFAULT_ENCODER, encoderOf } from "../models";
import { OBJECTIVES, OPTION_NAMES, objectiveName, objectiveOf } from "../objectives";
import { parsePhi } from "../objectives/phi";
import type { AnchorObjective, Objective, PairObjective } from "../objectives/types";
import { batchSizeOf, hasMixedBatches, largestBatch } from "./batchSizes";
import { type ConfigError, configError } from "./configError";
import { texts } from "./errors";
import type { ArmConfig, ExperimentConfig, TemperatureRuleId } from "./schema";
import { watchesMetric } from "./stopRules";
import { ruleOf } from "./temperature";

/** What no single field can see: combinations that make no sense. Each says why, and what does. */
export function contradictions(config: ExperimentConfig): ConfigError[] {
  return [
    ...ofData(config),
    ...ofAugmentation(config),
    ...ofOptimizer(config),
    ...ofTemperatureBounds(config),
    ...ofQueueSize(config),
    ...ofEssTarget(config),
    ...ofStopRules(config),
    ...config.arms.flatMap((arm, index) => ofArm(config, arm, `arms[${index}]`)),
  ];
}

function ofData(config: ExperimentConfig): ConfigError[] {
  const { dataset, encoder, evaluation } = config;
  const errors = ofBatchSizes(config);
  if (evaluation.fineTune.steps > 0 && evaluation.every === 0)
    errors.push(configError("evaluation.fineTune.steps", texts.fineTuneOff));
  if (!sourceOf(dataset).holdsImages && encoderOf(encoder.id).samples === "images")
    errors.push(configError("encoder.id", say(texts.needsImages, { encoder: encoder.id, other: DEFAULT_ENCODER })));
  if (evaluation.knn.k > evaluation.trainSamples)
    errors.push(configError("evaluation.knn.k", say(texts.neighbors, { limit: evaluation.trainSamples })));
  return errors;
}

/** A batch has different samples, all of the training split; that of files is known when they are read. */
function ofBatchSizes({ dataset, batchSize, arms, evaluation }: ExperimentConfig): ConfigError[] {
  if (dataset.id === "files") return [];
  const { samples } = dataset;
  const { validation, testSamples } = evaluation;
  const most = validation ? samples - validationCount(samples, testSamples) : samples;
  const said = validation ? say(texts.batchBesideValidation, { limit: most, samples }) : say(texts.batch, { samples });
  const given = [{ path: "batchSize", size: batchSize }, ...ownBatches(arms)];
  return given.flatMap(({ path, size }) => (size > most ? [configError(path, said)] : []));
}

function ownBatches(arms: readonly ArmConfig[]): { path: string; size: number }[] {
  return arms.flatMap(({ batchSize }, index) =>
    batchSize === undefined ? [] : [{ path: `arms[${index}].batchSize`, size: batchSize }],
  );
}

function ofAugmentation({ augmentation }: ExperimentConfig): ConfigError[] {
  const problems = ALL.flatMap(({ problem }) => problem?.({ ...augmentation }) ?? []);
  return problems.map(({ field, said }) => configError(`augmentation.${field}`, said));
}

function ofOptimizer({ arms, optimizer: { id, matchGradientNorm } }: ExperimentConfig): ConfigError[] {
  if (!matchGradientNorm) return [];
  const errors: ConfigError[] = [];
  if (id !== "sgd") errors.push(configError("optimizer.id", say(texts.matchedByOwnSize, { optimizer: id })));
  if (arms.length < 2) errors.push(configError("optimizer.matchGradientNorm", texts.matchedAlone));
  return errors;
}

function ofTemperatureBounds({ temperatureRule: { minimum, maximum } }: ExperimentConfig): ConfigError[] {
  if (minimum <= maximum) return [];
  return [configError("temperatureRule.minimum", say(texts.temperatureBounds, { limit: maximum }))];
}

/** A step's keys take the place of the oldest ones, as many for every learner. */
function ofQueueSize(config: ExperimentConfig): ConfigError[] {
  const { size } = config.queue;
  if (size === 0) return [];
  if (hasMixedBatches(config)) return [configError("queue.size", texts.queueOfBatches)];
  const batchSize = largestBatch(config);
  return size >= batchSize ? [] : [configError("queue.size", say(texts.queueSize, { batchSize }))];
}

/** A single negative that carries all the gradient is a share of its own. */
function ofEssTarget(config: ExperimentConfig): ConfigError[] {
  const { target } = config.temperatureRule;
  const controlled = config.arms.filter((arm) => ruleOf(config, arm) === "ess");
  const batchSize = Math.min(...controlled.map((arm) => batchSizeOf(config, arm)));
  const negatives = 2 * batchSize - 2;
  if (controlled.length === 0 || target * negatives > 1) return [];
  const smallestBatch = Math.floor(1 / (2 * target)) + 2;
  const about = { negatives, batchSize, smallestBatch };
  return [configError("temperatureRule.target", say(texts.essTarget, about))];
}

/** A metric that a rule goes by has to be measured, and able to come to the target. */
function ofStopRules({ stop, evaluation, gradientProbe }: ExperimentConfig): ConfigError[] {
  if (!watchesMetric(stop)) return [];
  const { cadence, domain } = metricOf(stop.metric);
  const [every, setting] =
    cadence === "evaluation" ? [evaluation.every, "evaluation.every"] : [gradientProbe.every, "gradientProbe.every"];
  const errors: ConfigError[] = [];
  if (every === 0) errors.push(configError("stop.metric", say(texts.stopUnmeasured, { metric: stop.metric, setting })));
  const [, most] = domain;
  if (most !== null && stop.target > most)
    errors.push(configError("stop.target", say(texts.stopTarget, { metric: stop.metric, limit: most })));
  return errors;
}

function ofArm(config: ExperimentConfig, arm: ArmConfig, path: string): ConfigError[] {
  const batchSize = batchSizeOf(config, arm);
  const objective = objectiveOf(arm.objective);
  const name = objectiveName(arm.objective);
  const errors = [
    ...foreignOptions(arm, path),
    ...ofPhi(arm, path),
    ...ofRule(config, arm, path),
    ...ofQueue(config, arm, path),
  ];
  if (objective.smallestBatch && batchSize < objective.smallestBatch.size) {
    const { reason } = textsOf("objectives", objective).smallestBatch;
    const said = say(texts.smallestBatch, { limit: objective.smallestBatch.size, objective: name, reason });
    errors.push(configError(arm.batchSize === undefined ? "batchSize" : `${path}.batchSize`, said));
  }
  if (!isOfSimilarities(objective) && arm.precision !== undefined && arm.precision !== "float32")
    errors.push(configError(`${path}.precision`, say(texts.precision, { objective: name })));
  return errors;
}

/** A rule has to be one for the loss, and the way has to begin within its bounds. */
function ofRule(config: ExperimentConfig, arm: ArmConfig, path: string): ConfigError[] {
  const rule = ruleOf(config, arm);
  const objective = objectiveOf(arm.objective);
  const problem = ruleProblem(rule, objective, config.queue.size > 0);
  if (problem)
    return [
      configError(
        `${path}.temperatureRule`,
        say(texts.ofObjective, { objective: objectiveName(arm.objective), problem }),
      ),
    ];
  if (rule === "fixed") return [];
  const { minimum, maximum } = config.temperatureRule;
  const temperature = arm.temperature ?? config.temperature;
  if (rule === "scheduled" || minimum > maximum || (temperature >= minimum && temperature <= maximum)) return [];
  const at = arm.temperature === undefined ? "temperature" : `${path}.temperature`;
  return [configError(at, say(texts.temperature, { low: minimum, high: maximum, rule }))];
}

function isOfSimilarities(objective: Objective): objective is AnchorObjective | PairObjective {
  return objective.kind === "anchor" || objective.kind === "pairs";
}

/** Why the temperature of an objective cannot follow a rule, and what can be taken in its place; null where it can. */
function ruleProblem(rule: TemperatureRuleId, objective: Objective, hasQueue: boolean): Said | null {
  if (rule === "fixed") return null;
  if (!isOfSimilarities(objective) || objective.similarity !== "logit") return texts.noTemperature;
  if (rule === "learned" && "classPrior" in objective.options) return texts.movingFloor;
  if (rule !== "ess") return null;
  if (hasQueue) return texts.controlledByQueue;
  if (objective.kind !== "anchor" || objective.pairing !== "allViews") return texts.otherNegatives;
  return null;
}

/** Keys stand in for the other views of a batch, which an anchor's own loss can be given in another form. */
function ofQueue({ queue }: ExperimentConfig, arm: ArmConfig, path: string): ConfigError[] {
  if (queue.size === 0) return [];
  const objective = objectiveOf(arm.objective);
  const reason = queueProblem(objective);
  if (!reason) return [];
  return [configError(`${path}.objective`, say(texts.noQueue, { objective: objectiveName(arm.objective), reason }))];
}

function queueProblem(objective: Objective): Said | null {
  if (objective.kind === "pairs") return texts.queueOfPairs;
  if (objective.kind === "embeddings") return texts.queueOfEmbeddings;
  if (objective.kind === "labels") return texts.queueOfLabels;
  if (objective.memory === "sample") return texts.queueOfMemory;
  if (objective.similarity !== "logit") return texts.queueOfVectors;
  if (objective.pairing !== "allViews" && objective.pairing !== "oneWay") return texts.queueOfViews;
  return null;
}

/** Options that belong to other objectives. */
function foreignOptions(arm: ArmConfig, path: string): ConfigError[] {
  return OPTION_NAMES.filter((name) => arm[name] !== undefined && !(name in objectiveOf(arm.objective).options)).map(
    (name) => {
      const owners = Object.values(OBJECTIVES).filter(({ options }) => name in options);
      const names = owners.map(({ id }) => id).join(", ");
      const said = say(texts.foreignOption, { objective: objectiveName(arm.objective), owners: names });
      return configError(`${path}.${name}`, said);
    },
  );
}

/** A custom objective's function has to be one that can be trained on; other objectives have none. */
function ofPhi({ objective, phi }: ArmConfig, path: string): ConfigError[] {
  if (phi === undefined) return [];
  if (objectiveOf(objective).phi === null)
    return [configError(`${path}.phi`, say(texts.noPhi, { objective: objectiveName(objective) }))];
  const result = parsePhi(phi);
  if (result.ok) return [];
  return [configError(`${path}.phi`, say(texts.phi, { problem: result.said, at: result.at + 1, phi }))];
}
