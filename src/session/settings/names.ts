import { type ItemMessages, type Message, textsOf } from "../../i18n/message";
import { type Translated, translate, translateAll } from "../../i18n/translate";
import type { SettingTexts } from "../../settings/setting";
import type { FieldTexts } from "./fieldTexts";
import { INTERPRETATION_NAMES, INTERPRETATION_OPTIONS, texts as interpretation } from "./interpretationTexts";
import { FIELDS, SECTION_IDS, SECTIONS, type SectionId } from "./sections";
import { KINDS_OF_DATA, SOURCE_TEXTS } from "./sections/data";
import { texts } from "./texts";

/** What settings and their values are called, in the language of the page, at their rows and wherever they are spoken of. */

/** What a row says; the names of its options too, where it is a choice. */
type RowTexts = SettingTexts & { path: string; name?: string; wording?: string; options?: Record<string, string> };

/** The texts of a row. `lab` is the lab that the row is in, none for the experiment's. */
export function rowTexts<Row extends RowTexts>(row: Row, lab = ""): Translated<ItemMessages<Row>> {
  return translateAll(textsOf("fields", row, lab + (row.wording ?? row.path)));
}

/** The texts of the fields that the data section draws itself. */
export function sourceTexts(): Translated<ItemMessages<typeof SOURCE_TEXTS>> {
  return translateAll(textsOf("fields", SOURCE_TEXTS, "dataset"));
}

/** What the parts of the panel are called. */
export const SECTION_TEXTS = textsOf(
  "fields",
  Object.fromEntries(SECTION_IDS.map((id) => [id, SECTIONS[id].label])) as Record<SectionId, string>,
  "sections",
);

const KINDS = textsOf("fields", { options: KINDS_OF_DATA }, "dataset.id").options;

const NAMES: ReadonlyMap<string, Message> = new Map([
  ["arms", texts.arms],
  // All of it together is spoken of as the choice that it begins with.
  ["dataset", textsOf("fields", SOURCE_TEXTS, "dataset").id.label],
  ...Object.entries(textsOf("fields", SOURCE_TEXTS, "dataset")).map(([field, { label }]): [string, Message] => [
    `dataset.${field}`,
    label,
  ]),
  ["dataset.interpretation", interpretation.whole],
  ...INTERPRETATION_NAMES,
  ...FIELDS.map((row): [string, Message] => {
    // Fields that share their words have names of their own.
    if (row.name !== undefined) return [row.path, textsOf("fields", { name: row.name }, row.path).name];
    return [row.path, textsOf("fields", row, row.wording ?? row.path).label];
  }),
]);

/** What a setting is called; its path, where it has no name. */
export function settingName(path: string): string {
  const name = NAMES.get(path);
  return name ? translate(name) : path;
}

/** Names of the options of a choice. */
export function optionNames(path: string): Readonly<Record<string, string>> {
  if (path === "dataset.id") return translateAll(KINDS);
  const interpreted = INTERPRETATION_OPTIONS.get(path);
  if (interpreted) return translateAll(interpreted);
  const row = FIELDS.find((field) => field.path === path);
  return row ? (rowTexts(row).options ?? {}) : {};
}

declare module "../../i18n/message" {
  interface TextRooms {
    /** By path, of a lab's fields with the lab's id before it. */
    fields: FieldTexts;
  }
}
