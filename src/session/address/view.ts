import { type ConfigError, configError } from "../../config/configError";
import { noSuchField } from "../../config/url/nearest";
import { DEFAULT_VIEW, VIEW_FIELDS, type ViewSettings } from "../view";
import type { AddressPart } from "./part";

const PREFIX = "view.";
const PATHS = Object.keys(VIEW_FIELDS).map((key) => PREFIX + key);

/** Old names of view settings, which old addresses have. */
const RENAMED: Readonly<Record<string, keyof ViewSettings>> = { lecture: "projector" };

/** How the page shows a run, as in `view.smoothing=0.5`. */
export const viewPart: AddressPart<ViewSettings> = {
  owns: (key) => key.startsWith(PREFIX),
  read: readView,
  write: (view) =>
    (Object.keys(VIEW_FIELDS) as (keyof ViewSettings)[])
      .filter((key) => view[key] !== DEFAULT_VIEW[key])
      .map((key) => [PREFIX + key, String(view[key])]),
};

function readView(entries: ReadonlyMap<string, string>, errors: ConfigError[]): ViewSettings {
  let view = DEFAULT_VIEW;
  for (const [path, text] of entries) {
    const key = renamed(path.slice(PREFIX.length));
    const field = Object.hasOwn(VIEW_FIELDS, key) ? VIEW_FIELDS[key as keyof ViewSettings] : undefined;
    const value = field?.parse(text) ?? null;
    if (value !== null) view = { ...view, [key]: value };
    else errors.push(configError(path, field?.allowed ?? noSuchField(path, PATHS).said));
  }
  return view;
}

function renamed(key: string): string {
  return (Object.hasOwn(RENAMED, key) ? RENAMED[key] : undefined) ?? key;
}
