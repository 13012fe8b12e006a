import { translateAll } from "../../i18n/translate";
import { FIELDS } from "./sections";
import { KINDS_OF_DATA, SOURCE_TEXTS } from "./sections/data";
import { texts } from "./texts";

/** What settings and their values are called wherever they are spoken of, away from their rows. */

const NAMES: ReadonlyMap<string, string> = new Map([
  ["arms", translateAll(texts).arms.title],
  ...Object.entries(SOURCE_TEXTS).map(([field, { label }]): [string, string] => [`dataset.${field}`, label]),
  ...FIELDS.map(({ path, label, name = label }): [string, string] => [path, name]),
]);

/** What a setting is called; its path, where it has no name. */
export function settingName(path: string): string {
  return NAMES.get(path) ?? path;
}

/** Names of the options of a choice. */
export function optionNames(path: string): Record<string, string> {
  if (path === "dataset.id") return KINDS_OF_DATA;
  return FIELDS.find((field) => field.path === path)?.options ?? {};
}
