import { sourceOf } from "../data/sources";
import { DEFAULT_ENCODER, encoderOf } from "../models";
import { parseConfig } from "./parse";
import type { ExperimentConfig } from "./schema";

type Dataset = ExperimentConfig["dataset"];

/** The config with another kind of data, at that kind's defaults. */
export function withDataset(config: ExperimentConfig, id: string): ExperimentConfig {
  const { dataset } = withKind(config, id);
  return dataset === config.dataset ? config : withData(config, dataset);
}

/** Data of another kind, at that kind's defaults. */
export function withKind<Named extends { dataset: Dataset }>(named: Named, id: string): Named {
  if (named.dataset.id === id) return named;
  const result = parseConfig({ dataset: { id } });
  return result.ok ? { ...named, dataset: result.config.dataset } : named;
}

/** The config with other data. Points have no pixels to convolve: an encoder of images gives way to the default one. */
export function withData(config: ExperimentConfig, dataset: Dataset): ExperimentConfig {
  const changed = { ...config, dataset };
  const fits = sourceOf(dataset).holdsImages || encoderOf(config.encoder.id).samples === "any";
  return fits ? changed : withEncoder(changed, DEFAULT_ENCODER);
}

/** The config with another kind of encoder, at that kind's defaults but for the size of the embedding. */
export function withEncoder(config: ExperimentConfig, id: string): ExperimentConfig {
  if (config.encoder.id === id) return config;
  const result = parseConfig({ dataset: { id: "glyphs" }, encoder: { id, projection: config.encoder.projection } });
  return result.ok ? { ...config, encoder: result.config.encoder } : config;
}
