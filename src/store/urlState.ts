import type { ArmConfig, ConfigError, ExperimentConfig } from "../experiment/config";
import { defaults, parseConfig } from "../experiment/parseConfig";
import { findPreset, PRESETS } from "../experiment/presets";
import { equal, flatten, getIn, setIn } from "./paths";
import { fieldInfo } from "./schemaInfo";
import { DEFAULT_VIEW, VIEW_FIELDS, type ViewSettings } from "./view";

/**
 * The state of the page in the address: a preset and what differs from it, written so that a person can read and
 * change it, as in `#preset=vanish&batchSize=32&arms=infoNce;flatNce,temperature:0.07&view.smoothing=0.5`.
 * The table of fields is the schema itself (plus `VIEW_FIELDS`); a field without a value is left out of the config.
 */
export interface UrlState {
  /** The preset that the differences are counted from; null for the plain defaults. */
  presetId: string | null;
  config: ExperimentConfig;
  view: ViewSettings;
}

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
export function formatUrl({ presetId, config, view }: UrlState): string {
  const preset = presetConfig(presetId);
  const ofData = withDataset(preset, config.dataset.id);
  const base = withEncoder(ofData, config.encoder.id);
  const parts: [string, string][] = presetId ? [["preset", presetId]] : [];
  if (config.dataset.id !== preset.dataset.id) parts.push(["dataset.id", config.dataset.id]);
  if (config.encoder.id !== ofData.encoder.id) parts.push(["encoder.id", config.encoder.id]);
  for (const [path, before, after] of leafChanges(base, config))
    if (!equal(before, after)) parts.push([path, formatValue(path, after)]);
  for (const key of Object.keys(VIEW_FIELDS) as (keyof ViewSettings)[])
    if (view[key] !== DEFAULT_VIEW[key]) parts.push([VIEW_PREFIX + key, String(view[key])]);
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
  const config = readConfig(entries, presetConfig(presetId), errors);
  return { presetId, config, view, errors };
}

function splitHash(hash: string): Map<string, string> {
  const entries = new Map<string, string>();
  for (const part of hash.replace(/^#/, "").split("&")) {
    if (part === "") continue;
    const at = part.indexOf("=");
    entries.set(decode(at < 0 ? part : part.slice(0, at)), decode(at < 0 ? "" : part.slice(at + 1)));
  }
  return entries;
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

/** Applies the fields one by one, so that a wrong one does not take the others with it. */
export function readConfig(
  entries: Map<string, string>,
  base: ExperimentConfig,
  errors: ConfigError[],
): ExperimentConfig {
  const ofData = withDataset(base, entries.get("dataset.id") ?? base.dataset.id);
  let draft: unknown = withEncoder(ofData, entries.get("encoder.id") ?? ofData.encoder.id);
  for (const [path, text] of entries) {
    const value = path === "arms" ? readArms(text, errors) : readValue(path, text, draft);
    if (value === null) continue;
    if (value instanceof Error) errors.push({ path, message: value.message });
    else draft = setIn(draft, path, value);
  }
  return keepValid(draft, base, errors);
}

/** Puts fields that the schema refuses back to their base value until the rest is a valid config. */
function keepValid(draft: unknown, base: ExperimentConfig, errors: ConfigError[]): ExperimentConfig {
  let input = draft;
  for (let attempt = 0; attempt < 32; attempt++) {
    const result = parseConfig(input);
    if (result.ok) return result.config;
    errors.push(...result.errors);
    const before = input;
    // Sizes of one kind of encoder mean nothing to another: they go back to its own, and the kind with all of them.
    const ofKind = withEncoder(base, String(getIn(input, "encoder.id")));
    for (const { path } of result.errors) {
      const field = path.replace(/\[.*$/, "");
      input =
        field === "encoder.id" ? setIn(input, "encoder", base.encoder) : setIn(input, field, getIn(ofKind, field));
    }
    if (equal(before, input)) break;
  }
  return fieldByField(draft, base);
}

/** What of a draft can be had where its fields contradict the base and going back does not help: each that fits. */
function fieldByField(draft: unknown, base: ExperimentConfig): ExperimentConfig {
  return flatten(draft).reduce((config, [path, value]) => {
    const result = parseConfig(setIn(config, path, value));
    return result.ok ? result.config : config;
  }, base);
}

const BOOLEANS: Record<string, boolean> = { true: true, false: false };

function readValue(path: string, text: string, config: unknown): unknown {
  const info = fieldInfo(path, config);
  if (!info || info.type === "object") return new Error("there is no such field");
  if (text === "" && info.optional) return undefined;
  if (info.type === "string") return text;
  if (info.type === "boolean") return BOOLEANS[text] ?? new Error("must be true or false");
  const value = text.trim() === "" ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : new Error(`must be a number${range(info.minimum, info.maximum)}`);
}

function range(minimum?: number, maximum?: number): string {
  return minimum === undefined || maximum === undefined ? "" : ` from ${minimum} to ${maximum}`;
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

function leafChanges(base: ExperimentConfig, config: ExperimentConfig): [string, unknown, unknown][] {
  const before = new Map(flatten(base));
  const after = new Map(flatten(config));
  return [...new Set([...before.keys(), ...after.keys()])].map((path) => [path, before.get(path), after.get(path)]);
}

/** The config with another kind of data, at that kind's defaults. */
export function withDataset(config: ExperimentConfig, id: string): ExperimentConfig {
  if (config.dataset.id === id) return config;
  const result = parseConfig({ dataset: { id } });
  return result.ok ? withData(config, result.config.dataset) : config;
}

/** The config with other data. Points have no pixels to convolve: their encoder becomes an MLP. */
export function withData(config: ExperimentConfig, dataset: ExperimentConfig["dataset"]): ExperimentConfig {
  const changed = { ...config, dataset };
  return dataset.id === "points" ? withEncoder(changed, "mlp") : changed;
}

/** The config with another kind of encoder, at that kind's defaults but for the size of the embedding. */
export function withEncoder(config: ExperimentConfig, id: string): ExperimentConfig {
  if (config.encoder.id === id) return config;
  const result = parseConfig({ dataset: { id: "glyphs" }, encoder: { id, projection: config.encoder.projection } });
  return result.ok ? { ...config, encoder: result.config.encoder } : config;
}

/** Percent-encodes only what an address cannot hold, so that it stays readable. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(/%(2C|3A|3B|40|20)/g, (code) =>
    code === "%20" ? "+" : decodeURIComponent(code),
  );
}

function decode(text: string): string {
  const spaced = text.replace(/\+/g, " ");
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}
