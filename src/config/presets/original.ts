import { withDataset, withEncoder } from "../kinds";
import { getIn } from "../paths";
import type { ExperimentConfig } from "../schema";
import { presetConfig } from ".";

/** What settings go back to: a preset's, or the defaults where there is none. */

type Kinds = Pick<ExperimentConfig, "dataset" | "encoder">;

/** Which kind of thing something is goes back by itself; everything else as it would be for the kind that there is. */
const KINDS = ["dataset.id", "encoder.id"];

/** The preset's experiment, with a config's kinds of data and encoder at the values that they would have in it. */
export function presetOfKinds(presetId: string | null, { dataset, encoder }: Kinds): ExperimentConfig {
  return withEncoder(withDataset(presetConfig(presetId), dataset.id), encoder.id);
}

/** The value that a setting goes back to; undefined where the field is left out. */
export function originalValue(presetId: string | null, config: Kinds, path: string): unknown {
  return getIn(KINDS.includes(path) ? presetConfig(presetId) : presetOfKinds(presetId, config), path);
}
