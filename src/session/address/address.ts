import { withDataset, withEncoder } from "../../config/kinds";
import { defaults, parseConfig } from "../../config/parse";
import { getIn, setIn } from "../../config/paths";
import { findPreset, PRESETS } from "../../config/presets";
import { renamedPath } from "../../config/renamed";
import type { ArmConfig, ConfigError, ExperimentConfig } from "../../config/schema";
import { fieldInfo } from "../../config/schemaInfo";
import { formatArms, readArms } from "../../config/url/arms";
import { changedLeaves, encode, keepValid, readValue, splitHash } from "../../config/url/fields";
import { LAB_IDS, type LabId } from "../../labs";
import { DEFAULT_VIEW, VIEW_FIELDS, type ViewSettings } from "../view";
import { formatLab, readLabs } from "./labs";

/**
 * The state of the page in the address: a preset and what differs from it, written so that a person can read and
 * change it, as in `#preset=vanish&batchSize=32&arms=infoNce;flatNce,temperature:0.07&view.smoothing=0.5`.
 * The table of fields is the schema itself (plus `VIEW_FIELDS`); a field without a value is left out of the config. `lab=precision` opens a lab, whose own settings
 * are written as `precision.xiFrom=1e-6`.
 */
export interface UrlState {
  /** The preset that the differences are counted from; null for the plain defaults. */
  presetId: string | null;
  config: ExperimentConfig;
  view: ViewSettings;
  /** What the page shows: the Race, or a lab. */
  page: Page;
  /** Settings of the labs, as their schemas give them. */
  labs: Record<LabId, unknown>;
}

export type Page = "race" | LabId;

export interface ParsedUrl extends UrlState {
  /** Fields that could not be read; each keeps the value that it has in the preset. */
  errors: ConfigError[];
}

const VIEW_PREFIX = "view.";

/** The complete config of a preset; the defaults for null. */
export function presetConfig(id: string | null): ExperimentConfig {
  const result = parseConfig(findPreset(id)?.config ?? {});
  return result.ok ? result.config : defaults();
}

/** Writes a state, without the leading `#`. */
export function formatUrl({ presetId, config, view, page, labs }: UrlState): string {
  const preset = presetConfig(presetId);
  const ofData = withDataset(preset, config.dataset.id);
  const base = withEncoder(ofData, config.encoder.id);
  const parts: [string, string][] = presetId ? [["preset", presetId]] : [];
  if (config.dataset.id !== preset.dataset.id) parts.push(["dataset.id", config.dataset.id]);
  if (config.encoder.id !== ofData.encoder.id) parts.push(["encoder.id", config.encoder.id]);
  for (const [path, value] of changedLeaves(base, config)) parts.push([path, formatValue(path, value)]);
  for (const key of Object.keys(VIEW_FIELDS) as (keyof ViewSettings)[])
    if (view[key] !== DEFAULT_VIEW[key]) parts.push([VIEW_PREFIX + key, String(view[key])]);
  if (page !== "race") parts.push(["lab", page]);
  for (const id of LAB_IDS) parts.push(...formatLab(id, labs[id]));
  return parts.map(([key, value]) => `${encode(key)}=${encode(value)}`).join("&");
}

/**
 * Reads the part of an address after `#`. Never throws: what is wrong is reported and the rest is kept.
 *
 * @param fallback preset to start from where the address names none that there is
 */
export function parseUrl(hash: string, fallback: string | null = null): ParsedUrl {
  const entries = new Map(Array.from(splitHash(hash), ([path, text]) => [renamedPath(path), text]));
  const errors: ConfigError[] = [];
  const presetId = readPreset(entries.get("preset"), errors) ?? fallback;
  entries.delete("preset");
  const view = readView(entries, errors);
  const page = readPage(entries, errors);
  const labs = readLabs(entries, errors);
  const config = readConfig(entries, presetConfig(presetId), errors);
  return { presetId, config, view, page, labs, errors };
}

function readPreset(id: string | undefined, errors: ConfigError[]): string | null {
  if (id === undefined) return null;
  if (findPreset(id)) return id;
  const allowed = PRESETS.map((preset) => preset.id).join(", ");
  errors.push({ path: "preset", message: `there is no preset "${id}"; allowed are ${allowed}` });
  return null;
}

function readView(entries: Map<string, string>, errors: ConfigError[]): ViewSettings {
  let view = DEFAULT_VIEW;
  for (const [path, text] of entries) {
    if (!path.startsWith(VIEW_PREFIX)) continue;
    entries.delete(path);
    const key = path.slice(VIEW_PREFIX.length);
    const field = Object.hasOwn(VIEW_FIELDS, key) ? VIEW_FIELDS[key as keyof ViewSettings] : undefined;
    const value = field?.parse(text) ?? null;
    if (value !== null) view = { ...view, [key]: value };
    else errors.push({ path, message: field?.allowed ?? "there is no such field" });
  }
  return view;
}

function readPage(entries: Map<string, string>, errors: ConfigError[]): Page {
  const id = entries.get("lab");
  entries.delete("lab");
  const page = LAB_IDS.find((lab) => lab === id);
  if (id !== undefined && !page)
    errors.push({ path: "lab", message: `there is no lab "${id}"; allowed are ${LAB_IDS.join(", ")}` });
  return page ?? "race";
}

/** Applies the fields one by one, so that a wrong one does not take the others with it. */
export function readConfig(
  entries: Map<string, string>,
  base: ExperimentConfig,
  errors: ConfigError[],
): ExperimentConfig {
  const ofData = withDataset(base, entries.get("dataset.id") ?? base.dataset.id);
  let draft: unknown = withEncoder(ofData, entries.get("encoder.id") ?? ofData.encoder.id);
  for (const [path, text] of entries) {
    const value = path === "arms" ? readArms(text, errors) : readValue(text, fieldInfo(path, draft));
    if (value === null) continue;
    if (value instanceof Error) errors.push({ path, message: value.message });
    else draft = setIn(draft, path, value);
  }
  return keepValid(draft, base, parseConfig, errors, (input, field) => restored(input, field, base));
}

/** Sizes of one kind of encoder mean nothing to another: they go back to its own, and the kind with all of them. */
function restored(input: unknown, field: string, base: ExperimentConfig): unknown {
  if (field === "encoder.id") return setIn(input, "encoder", base.encoder);
  return setIn(input, field, getIn(withEncoder(base, String(getIn(input, "encoder.id"))), field));
}

function formatValue(path: string, value: unknown): string {
  if (path === "arms") return formatArms(value as ArmConfig[]);
  return value === undefined ? "" : String(value);
}
