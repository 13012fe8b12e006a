import { OBJECTIVES, OPTION_NAMES, objectiveOf } from "../objectives";
import type { ArmConfig, ConfigError, ExperimentConfig } from "./config";

/** What no single field can see: combinations that make no sense. Each says why, and what does. */
export function contradictions(config: ExperimentConfig): ConfigError[] {
  return [
    ...ofData(config),
    ...ofOptimizer(config),
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
  if (dataset.id === "points" && encoder.id !== "mlp")
    errors.push({ path: "encoder.id", message: `a ${encoder.id} needs images; for points take mlp` });
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

function ofArm({ batchSize }: ExperimentConfig, arm: ArmConfig, path: string): ConfigError[] {
  const { label, kind, smallestBatch } = objectiveOf(arm.objective);
  const errors = foreignOptions(arm, path);
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
