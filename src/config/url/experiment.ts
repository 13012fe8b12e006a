import { saidOf } from "../../i18n/errors";
import { say } from "../../i18n/message";
import { configError } from "../configError";
import { texts } from "../errors";
import { withDataset, withEncoder } from "../kinds";
import { parseConfig } from "../parse";
import { getIn, setIn } from "../paths";
import { findPreset, PRESETS, presetConfig } from "../presets";
import { presetOfKinds } from "../presets/original";
import { renamedPath } from "../renamed";
import { type ArmConfig, type ConfigError, type ExperimentConfig, experimentSchema } from "../schema";
import { fieldInfo, pathsOf } from "../schemaInfo";
import { formatArms, readArms } from "./arms";
import { changedLeaves, parseWithFallback } from "./fields";
import { formatLeaf, readLeaf } from "./leaves";
import { noSuchField } from "./nearest";

/**
 * An experiment as parameters: a preset and what differs from it, written so that a person can read and change it, as in
 * `preset=vanish&batchSize=32&arms=infoNce;flatNce,temperature:0.07`. The table of fields is the schema itself; a field
 * without a value is left out of the config. Addresses and the command line both speak it.
 */
export interface NamedExperiment {
  /** The preset that the differences are counted from; null for the plain defaults. */
  presetId: string | null;
  config: ExperimentConfig;
}

/** Writes an experiment, field by field. */
export function formatExperiment({ presetId, config }: NamedExperiment): [path: string, text: string][] {
  const preset = presetConfig(presetId);
  const ofData = withDataset(preset, config.dataset.id);
  const base = presetOfKinds(presetId, config);
  const parts: [string, string][] = presetId ? [["preset", presetId]] : [];
  if (config.dataset.id !== preset.dataset.id) parts.push(["dataset.id", config.dataset.id]);
  if (config.encoder.id !== ofData.encoder.id) parts.push(["encoder.id", config.encoder.id]);
  for (const [path, value] of changedLeaves(base, config)) parts.push([path, formatValue(path, value)]);
  return parts;
}

/** Id of a preset; null, and an error, where there is none of this name. */
export function readPreset(id: string | undefined, errors: ConfigError[]): string | null {
  if (id === undefined) return null;
  if (findPreset(id)) return id;
  const allowed = PRESETS.map((preset) => preset.id).join(", ");
  errors.push(configError("preset", say(texts.noPreset, { id, allowed })));
  return null;
}

/**
 * Lays fields over a config, one by one, so that a wrong one does not take the others with it. A field is
 * found under its old names as well.
 *
 * @param errors gets those that are wrong; each of them keeps its value in `base`
 */
export function readFields(
  written: ReadonlyMap<string, string>,
  base: ExperimentConfig,
  errors: ConfigError[],
): ExperimentConfig {
  const entries = new Map(Array.from(written, ([path, text]) => [renamedPath(path), text]));
  const ofData = withDataset(base, entries.get("dataset.id") ?? base.dataset.id);
  let draft: unknown = withEncoder(ofData, entries.get("encoder.id") ?? ofData.encoder.id);
  for (const [path, text] of entries) {
    const value = path === "arms" ? readArms(text, errors) : readField(path, text, draft);
    if (value === null) continue;
    if (value instanceof Error) errors.push(configError(path, saidOf(value)));
    else draft = setIn(draft, path, value);
  }
  return parseWithFallback(draft, base, parseConfig, errors, (input, field) => restored(input, field, base));
}

/** The value of a field, or what is wrong with it. */
function readField(path: string, text: string, draft: unknown): unknown {
  const info = fieldInfo(path, draft);
  return info ? readLeaf(path, text, info) : noSuchField(path, experimentPaths());
}

/** Made where somebody mistyped a name, and then kept. */
let paths: readonly string[] | null = null;

function experimentPaths(): readonly string[] {
  paths ??= pathsOf(experimentSchema);
  return paths;
}

/** Sizes of one kind of encoder mean nothing to another: they go back to its own, and the kind with all of them. */
function restored(input: unknown, field: string, base: ExperimentConfig): unknown {
  if (field === "encoder.id") return setIn(input, "encoder", base.encoder);
  return setIn(input, field, getIn(withEncoder(base, String(getIn(input, "encoder.id"))), field));
}

function formatValue(path: string, value: unknown): string {
  if (path === "arms") return formatArms(value as ArmConfig[]);
  return formatLeaf(path, value);
}
