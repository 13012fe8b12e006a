import { PICTURE_CHOICES } from "../../data/interpretation/outline";
import type { Role } from "../../data/interpretation/schema";
import { defineTexts, type Message } from "../../i18n/message";

/** What is said of the interpretation of data (data/interpretation) wherever it is named: its parts, and what each of them can be. */
export const texts = defineTexts("interpretationWords", {
  whole: "What is what",
  columns: "Roles",
  roles: {
    label: "Label",
    feature: "Feature",
    categories: "Categories",
    viewA: "View A",
    viewB: "View B",
    split: "Split",
    identifier: "Identifier",
    ignore: "Left out",
  } satisfies Record<Role, string>,
  choices: {
    missing: {
      label: "Missing cells",
      options: { leaveOut: "Leave their rows out", mean: "Take the column's mean" },
    },
    texts: {
      label: "Columns of text",
      options: { ignore: "Left out", categories: "A feature for each word" },
    },
    unlabeled: {
      label: "Samples without a label",
      options: { train: "They train", leaveOut: "Leave them out" },
    },
    decimal: { label: "Decimal mark", options: { point: "Point", comma: "Comma" } },
    tables: { label: "Several tables", options: { rows: "More rows", views: "Two views of each sample" } },
    classes: {
      label: "Classes",
      options: { folders: "By folders", table: "By a table", names: "By the files' names", none: "None" },
    },
    fit: { label: "Oblong pictures", options: { middle: "Their middle", whole: "The whole, squeezed" } },
    range: { label: "Brightness", options: { stretched: "Stretch it", asIs: "As it is" } },
    ground: { label: "Behind transparent pictures", options: { white: "White", black: "Black" } },
    rows: { label: "Rows of numbers", options: { features: "Features", pictures: "Pictures" } },
  },
  pictures: {
    height: "Height",
    width: "Width",
    channels: "Channels",
    order: "Order",
    orders: { interleaved: "Pixel by pixel", planar: "Color by color" },
    turned: "Turned",
  },
});

export type ChoiceId = keyof typeof texts.choices;

const { choices, pictures } = texts;

/** By their paths in the config. */
export const INTERPRETATION_NAMES: ReadonlyMap<string, Message> = new Map(
  Object.entries({
    columns: texts.columns,
    ...Object.fromEntries(Object.entries(choices).map(([id, { label }]) => [id, label])),
    pictures: choices.rows.label,
    ...Object.fromEntries(
      (["height", "width", "channels", "order", "turned"] as const).map((id) => [`pictures.${id}`, pictures[id]]),
    ),
    ...Object.fromEntries(PICTURE_CHOICES.map((id) => [`pictures.${id}`, choices[id].label])),
  }).map(([field, name]): [string, Message] => [`dataset.interpretation.${field}`, name]),
);

/** What can be chosen, by the paths in the config. */
export const INTERPRETATION_OPTIONS: ReadonlyMap<string, Readonly<Record<string, Message>>> = new Map([
  ...Object.entries(choices).map(([id, { options }]): [string, Readonly<Record<string, Message>>] => [
    `dataset.interpretation.${id}`,
    options,
  ]),
  ...PICTURE_CHOICES.map((id): [string, Readonly<Record<string, Message>>] => [
    `dataset.interpretation.pictures.${id}`,
    choices[id].options,
  ]),
  ["dataset.interpretation.pictures.order", pictures.orders],
]);

declare module "../../i18n/message" {
  interface TextRooms {
    interpretationWords: typeof texts;
  }
}
