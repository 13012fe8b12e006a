import { ALL } from "../augmentations";
import { sourceOf } from "../data/sources";
import { validationCount } from "../data/validation";
import { DEFAULT_ENCODER, encoderOf } from "../models";
import { OBJECTIVES, OPTION_NAMES, objectiveOf } from "../objectives";
import { parsePhi } from "../objectives/phi";
import type { AnchorObjective, Objective, PairObjective } from "../objectives/types";
import type { ArmConfig, ConfigError, ExperimentConfig, TemperatureRuleId } from "./schema";
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
    ...config.arms.flatMap((arm, index) => ofArm(config, arm, `arms[${index}]`)),
  ];
}

function ofData({ dataset, batchSize, encoder, evaluation }: ExperimentConfig): ConfigError[] {
  const errors = [...ofBatchSize(dataset, batchSize, evaluation)];
  if (evaluation.fineTune.steps > 0 && evaluation.every === 0)
    errors.push({
      path: "evaluation.fineTune.steps",
      message: "must be 0 while evaluation.every is 0, which turns every evaluation off",
    });
  if (!sourceOf(dataset).holdsImages && encoderOf(encoder.id).samples === "images")
    errors.push({ path: "encoder.id", message: `a ${encoder.id} needs images; for points take ${DEFAULT_ENCODER}` });
  if (evaluation.knn.k > evaluation.trainSamples)
    errors.push({
      path: "evaluation.knn.k",
      message: `must be at most evaluation.trainSamples (${evaluation.trainSamples})`,
    });
  return errors;
}

/** A batch has different samples, all of the training split; that of files is known when they are read. */
function ofBatchSize(
  dataset: ExperimentConfig["dataset"],
  batchSize: number,
  { validation, testSamples }: ExperimentConfig["evaluation"],
): ConfigError[] {
  if (dataset.id === "files") return [];
  const { samples } = dataset;
  const most = validation ? samples - validationCount(samples, testSamples) : samples;
  if (batchSize <= most) return [];
  const limit = validation
    ? `${most}, dataset.samples (${samples}) less those held out for validation`
    : `dataset.samples (${samples})`;
  return [{ path: "batchSize", message: `must be at most ${limit}: a batch is drawn without replacement` }];
}

function ofAugmentation({ augmentation }: ExperimentConfig): ConfigError[] {
  const problems = ALL.flatMap(({ problem }) => problem?.({ ...augmentation }) ?? []);
  return problems.map(({ field, message }) => ({ path: `augmentation.${field}`, message }));
}

function ofOptimizer({ arms, optimizer: { id, matchGradientNorm } }: ExperimentConfig): ConfigError[] {
  if (!matchGradientNorm) return [];
  const errors: ConfigError[] = [];
  if (id !== "sgd")
    errors.push({
      path: "optimizer.id",
      message: `${id} divides a gradient by its own size, so that optimizer.matchGradientNorm would be cancelled; take sgd`,
    });
  if (arms.length < 2)
    errors.push({
      path: "optimizer.matchGradientNorm",
      message:
        "gives the other arms' gradients the length of the first one's, and there is one arm; take false, or two arms",
    });
  return errors;
}

function ofTemperatureBounds({ temperatureRule: { minimum, maximum } }: ExperimentConfig): ConfigError[] {
  if (minimum <= maximum) return [];
  return [{ path: "temperatureRule.minimum", message: `must be at most temperatureRule.maximum (${maximum})` }];
}

function ofQueueSize({ queue: { size }, batchSize }: ExperimentConfig): ConfigError[] {
  if (size === 0 || size >= batchSize) return [];
  return [
    {
      path: "queue.size",
      message: `must be 0 (no queue) or at least batchSize (${batchSize}): the keys of a whole batch enter it in each step`,
    },
  ];
}

/** A single negative that carries all the gradient is a share of its own. */
function ofEssTarget(config: ExperimentConfig): ConfigError[] {
  const { target } = config.temperatureRule;
  const isControlled = config.arms.some((arm) => ruleOf(config, arm) === "ess");
  const negatives = 2 * config.batchSize - 2;
  if (!isControlled || target * negatives > 1) return [];
  const smallestBatch = Math.floor(1 / (2 * target)) + 2;
  return [
    {
      path: "temperatureRule.target",
      message: `must be above 1/${negatives}, the share of one of the ${negatives} negatives in a batch of ${config.batchSize}, below which no temperature goes; take a higher target, or a batchSize of at least ${smallestBatch}`,
    },
  ];
}

function ofArm(config: ExperimentConfig, arm: ArmConfig, path: string): ConfigError[] {
  const { batchSize } = config;
  const objective = objectiveOf(arm.objective);
  const { label, smallestBatch } = objective;
  const errors = [
    ...foreignOptions(arm, path),
    ...ofPhi(arm, path),
    ...ofRule(config, arm, path),
    ...ofQueue(config, arm, path),
  ];
  if (smallestBatch && batchSize < smallestBatch.size)
    errors.push({
      path: "batchSize",
      message: `must be at least ${smallestBatch.size} for ${label}: ${smallestBatch.reason}`,
    });
  if (!isOfSimilarities(objective) && arm.precision !== undefined && arm.precision !== "float32")
    errors.push({
      path: `${path}.precision`,
      message: `must be float32 for ${label}: low precision is emulated for losses of similarities, and this one has none`,
    });
  return errors;
}

/** A rule has to be one for the loss, and the way has to begin within its bounds. */
function ofRule(config: ExperimentConfig, arm: ArmConfig, path: string): ConfigError[] {
  const rule = ruleOf(config, arm);
  const objective = objectiveOf(arm.objective);
  const problem = ruleProblem(rule, objective, config.queue.size > 0);
  if (problem) return [{ path: `${path}.temperatureRule`, message: `${objective.label} ${problem}` }];
  if (rule === "fixed") return [];
  const { minimum, maximum } = config.temperatureRule;
  const temperature = arm.temperature ?? config.temperature;
  if (rule === "scheduled" || minimum > maximum || (temperature >= minimum && temperature <= maximum)) return [];
  return [
    {
      path: arm.temperature === undefined ? "temperature" : `${path}.temperature`,
      message: `must be from temperatureRule.minimum to temperatureRule.maximum (${minimum} to ${maximum}) where the temperature is ${rule === "learned" ? "learned" : "controlled"}`,
    },
  ];
}

function isOfSimilarities(objective: Objective): objective is AnchorObjective | PairObjective {
  return objective.kind === "anchor" || objective.kind === "pairs";
}

/** Why the temperature of an objective cannot follow a rule, and what can be taken in its place; null where it can. */
function ruleProblem(rule: TemperatureRuleId, objective: Objective, hasQueue: boolean): string | null {
  if (rule === "fixed") return null;
  if (!isOfSimilarities(objective) || objective.similarity !== "logit")
    return "does not use the temperature; take fixed for this arm, or an objective of cosine / temperature such as infoNce";
  if (rule === "learned" && "classPrior" in objective.options)
    return "has a floor that moves with the temperature whatever the similarities are, which their gradient does not show; take fixed for this arm, or infoNce";
  if (rule !== "ess") return null;
  if (hasQueue)
    return "cannot be controlled: the controller measures the negatives of a batch, and the loss takes its own from a queue; take learned or scheduled, or queue.size 0";
  if (objective.kind !== "anchor" || objective.pairing !== "allViews")
    return "cannot be controlled: the controller measures the negatives among all views of a batch, and the loss has others; take learned or scheduled, or infoNce or flatNce";
  return null;
}

/** Keys stand in for the other views of a batch, which an anchor's own loss can be given in another form. */
function ofQueue({ queue }: ExperimentConfig, arm: ArmConfig, path: string): ConfigError[] {
  if (queue.size === 0) return [];
  const objective = objectiveOf(arm.objective);
  const reason = queueProblem(objective);
  if (!reason) return [];
  return [
    {
      path: `${path}.objective`,
      message: `${objective.label} cannot take its negatives from a queue: ${reason}; take infoNce or flatNce, or queue.size 0`,
    },
  ];
}

function queueProblem(objective: Objective): string | null {
  if (objective.kind === "pairs") return "it is a loss of the similarities within a batch";
  if (objective.kind === "embeddings") return "it is a loss of the embeddings of a batch, without negatives";
  if (objective.kind === "labels") return "it compares no embeddings at all";
  if (objective.memory === "sample")
    return "its averages over many batches are of the negatives of a batch, and a queue brings those of many batches itself";
  if (objective.similarity !== "logit") return "a queue holds unit vectors, compared by cosine / temperature";
  if (objective.pairing !== "allViews" && objective.pairing !== "oneWay")
    return "which views of a batch are its negatives is what defines it, and a queue has none of them";
  return null;
}

/** Options that belong to other objectives. */
function foreignOptions(arm: ArmConfig, path: string): ConfigError[] {
  return OPTION_NAMES.filter((name) => arm[name] !== undefined && !(name in objectiveOf(arm.objective).options)).map(
    (name) => {
      const owners = Object.values(OBJECTIVES).filter(({ options }) => name in options);
      const names = owners.map(({ id }) => id).join(", ");
      return {
        path: `${path}.${name}`,
        message: `${objectiveOf(arm.objective).label} has no such option; it belongs to ${names}`,
      };
    },
  );
}

/** A custom objective's function has to be one that can be trained on; other objectives have none. */
function ofPhi({ objective, phi }: ArmConfig, path: string): ConfigError[] {
  if (phi === undefined) return [];
  if (objectiveOf(objective).phi === null)
    return [
      {
        path: `${path}.phi`,
        message: `${objectiveOf(objective).label} is no function to be typed; take custom for that`,
      },
    ];
  const result = parsePhi(phi);
  if (result.ok) return [];
  return [{ path: `${path}.phi`, message: `${result.message} (at character ${result.at + 1} of ${phi})` }];
}
