import type { ArmConfig, ConfigError, ExperimentConfig } from "../experiment/config";
import { LAB_IDS, LABS, type LabId } from "../experiment/labs";
import { defaults, parseConfig } from "../experiment/parseConfig";
import { parseSchema } from "../experiment/parseSchema";
import { findPreset, PRESETS } from "../experiment/presets";
import { setIn } from "./paths";
import { fieldInfo, LAB_FIELDS } from "./schemaInfo";
import { changedLeaves, decode, encode, keepValid, readValue, splitHash } from "./urlFields";
import { DEFAULT_VIEW, VIEW_FIELDS, type ViewSettings } from "./view";

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
  const base = withDataset(presetConfig(presetId), config.dataset.id);
  const parts: [string, string][] = presetId ? [["preset", presetId]] : [];
  if (config.dataset.id !== presetConfig(presetId).dataset.id) parts.push(["dataset.id", config.dataset.id]);
  for (const [path, value] of changedLeaves(base, config)) parts.push([path, formatValue(path, value)]);
  for (const key of Object.keys(VIEW_FIELDS) as (keyof ViewSettings)[])
    if (view[key] !== DEFAULT_VIEW[key]) parts.push([VIEW_PREFIX + key, String(view[key])]);
  if (page !== "race") parts.push(["lab", page]);
  for (const id of LAB_IDS)
    for (const [path, value] of changedLeaves(LABS[id].schema.parse({}), labs[id]))
      parts.push([`${id}.${path}`, formatValue(path, value)]);
  return parts.map(([key, value]) => `${encode(key)}=${encode(value)}`).join("&");
}

/**
 * Reads the part of an address after `#`. Never throws: what is wrong is reported and the rest is kept.
 *
 * @param fallback preset to start from where the address names none that there is
 */
export function parseUrl(hash: string, fallback: string | null = null): ParsedUrl {
  const entries = splitHash(hash);
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

/** Settings of every lab: its defaults, and what the address says of them. */
function readLabs(entries: Map<string, string>, errors: ConfigError[]): Record<LabId, unknown> {
  return Object.fromEntries(LAB_IDS.map((id) => [id, readLab(id, entries, errors)])) as Record<LabId, unknown>;
}

function readLab(id: LabId, entries: Map<string, string>, errors: ConfigError[]): unknown {
  const base: unknown = LABS[id].schema.parse({});
  const wrong: ConfigError[] = [];
  let draft = base;
  for (const [key, text] of entries) {
    if (!key.startsWith(`${id}.`)) continue;
    entries.delete(key);
    const path = key.slice(id.length + 1);
    const value = readValue(text, LAB_FIELDS[id](path, draft));
    if (value instanceof Error) wrong.push({ path, message: value.message });
    else draft = setIn(draft, path, value);
  }
  const config = keepValid(draft, base, (input) => parseSchema<unknown>(LABS[id].schema, input), wrong);
  errors.push(...wrong.map(({ path, message }) => ({ path: `${id}.${path}`, message })));
  return config;
}

/** Applies the fields one by one, so that a wrong one does not take the others with it. */
export function readConfig(
  entries: Map<string, string>,
  base: ExperimentConfig,
  errors: ConfigError[],
): ExperimentConfig {
  const id = entries.get("dataset.id");
  const ids = fieldInfo("dataset.id", base)?.options ?? [];
  let draft: unknown = id !== undefined && ids.includes(id) ? withDataset(base, id) : base;
  for (const [path, text] of entries) {
    const value = path === "arms" ? readArms(text, errors) : readValue(text, fieldInfo(path, draft));
    if (value === null) continue;
    if (value instanceof Error) errors.push({ path, message: value.message });
    else draft = setIn(draft, path, value);
  }
  return keepValid(draft, base, parseConfig, errors);
}

/**
 * Reads `infoNce;flatNce,temperature:0.07,label:Low`. An arm that the schema refuses is named and left out.
 *
 * @returns null when no arm is left
 */
function readArms(text: string, errors: ConfigError[]): unknown[] | null {
  const arms = text.split(";").flatMap((part) => {
    const arm = readArm(part);
    const result = parseConfig({ arms: [arm] });
    if (result.ok) return [arm];
    const reasons = result.errors.map(({ path, message }) => `${path.replace(/^arms\[0\]\.?/, "")} ${message}`);
    errors.push({ path: "arms", message: `"${decode(part)}" is left out: ${reasons.join("; ")}` });
    return [];
  });
  return arms.length > 0 ? arms : null;
}

function readArm(text: string): Record<string, unknown> {
  const [objective, ...fields] = text.split(",");
  const arm: Record<string, unknown> = { objective: decode(objective ?? "") };
  for (const field of fields) {
    const at = field.indexOf(":");
    const key = at < 0 ? field : field.slice(0, at);
    const value = decode(field.slice(at + 1));
    const isNumber = fieldInfo(`arms.${key}`, {})?.type === "number" && value.trim() !== "";
    arm[key] = isNumber ? Number(value) : value;
  }
  return arm;
}

function formatArms(arms: ArmConfig[]): string {
  return arms
    .map(({ objective, ...rest }) => {
      const fields = Object.entries(rest).filter(([, value]) => value !== undefined);
      return [objective, ...fields.map(([key, value]) => `${key}:${encodeURIComponent(String(value))}`)].join(",");
    })
    .join(";");
}

function formatValue(path: string, value: unknown): string {
  if (path === "arms") return formatArms(value as ArmConfig[]);
  return value === undefined ? "" : String(value);
}

/** The config with another kind of data, at that kind's defaults. */
export function withDataset(config: ExperimentConfig, id: string): ExperimentConfig {
  if (config.dataset.id === id) return config;
  const result = parseConfig({ dataset: { id } });
  return result.ok ? withData(config, result.config.dataset) : config;
}

/** The config with other data. Points have no pixels to convolve: their encoder becomes an MLP. */
export function withData(config: ExperimentConfig, dataset: ExperimentConfig["dataset"]): ExperimentConfig {
  const encoder: ExperimentConfig["encoder"] =
    dataset.id === "points" ? { ...config.encoder, id: "mlp" } : config.encoder;
  return { ...config, dataset, encoder };
}
