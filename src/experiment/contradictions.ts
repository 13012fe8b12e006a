import { OBJECTIVES, OPTION_NAMES, objectiveOf } from "../objectives";
import { parsePhi } from "../objectives/phi";
import type { Objective } from "../objectives/types";
import type { ArmConfig, ConfigError, ExperimentConfig } from "./config";
import { ruleOf } from "./temperatureSettings";

/** What no single field can see: combinations that make no sense. Each says why, and what does. */
export function contradictions(config: ExperimentConfig): ConfigError[] {
  return [
    ...ofData(config),
    ...ofOptimizer(config),
    ...ofTemperatureBounds(config),
    ...ofQueueSize(config),
    ...config.arms.flatMap((arm, index) => ofArm(config, arm, `arms[${index}]`)),
  ];
}

function ofData({ dataset, batchSize, encoder, evaluation }: ExperimentConfig): ConfigError[] {
  const errors: ConfigError[] = [];
  if (dataset.id !== "files" && batchSize > dataset.samples)
    errors.push({
      path: "batchSize",
      message: `must be at most dataset.samples (${dataset.samples}): a batch is drawn without replacement`,
    });
  if (dataset.id === "points" && encoder.id === "convnet")
    errors.push({ path: "encoder.id", message: "a convnet needs images; for points take mlp" });
  if (evaluation.knn.k > evaluation.trainSamples)
    errors.push({
      path: "evaluation.knn.k",
      message: `must be at most evaluation.trainSamples (${evaluation.trainSamples})`,
    });
  return errors;
}

function ofOptimizer({ optimizer: { id, matchGradientNorm } }: ExperimentConfig): ConfigError[] {
  if (!matchGradientNorm || id === "sgd") return [];
  return [
    {
      path: "optimizer.id",
      message: `${id} divides a gradient by its own size, so that optimizer.matchGradientNorm would be cancelled; take sgd`,
    },
  ];
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

function ofArm(config: ExperimentConfig, arm: ArmConfig, path: string): ConfigError[] {
  const { batchSize } = config;
  const { label, kind, smallestBatch } = objectiveOf(arm.objective);
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
  if (kind === "embeddings" && arm.precision !== undefined && arm.precision !== "float32")
    errors.push({
      path: `${path}.precision`,
      message: `must be float32 for ${label}: low precision is emulated for losses of similarities, and this one has none`,
    });
  return errors;
}

/** A rule moves the temperature, so the loss has to depend on it, and the way has to begin within its bounds. */
function ofRule(config: ExperimentConfig, arm: ArmConfig, path: string): ConfigError[] {
  const rule = ruleOf(config, arm);
  if (rule === "fixed") return [];
  const objective = objectiveOf(arm.objective);
  if (objective.kind === "embeddings" || objective.similarity !== "logit")
    return [
      {
        path: `${path}.temperatureRule`,
        message: `${objective.label} does not use the temperature; take fixed for this arm, or an objective of cosine / temperature such as infoNce`,
      },
    ];
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
  if (objective !== "custom")
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
