import type { ExperimentConfig } from "../../config/schema";
import type { Dataset } from "../../data/types";
import { saidOf } from "../../i18n/errors";
import type { Said } from "../../i18n/message";
import { createEncoder } from "../../ops/encoder";
import { assertRoom } from "../../training/limits";

/** Why the device cannot hold an experiment on its data; null where it can. */
export function sizeProblem(config: ExperimentConfig, dataset: Dataset): Said | null {
  try {
    assertRoom(config, dataset, createEncoder(config.encoder, dataset.shape));
    return null;
  } catch (error) {
    return saidOf(error);
  }
}
