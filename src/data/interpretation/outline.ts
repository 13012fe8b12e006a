import type { Said } from "../../i18n/message";
import type { PictureLayout } from "./pictures";
import { type Interpretation, MOST_NAMED, type Role } from "./schema";
import { type Table, textAt } from "./table";

/** What was taken for what, with enough of the data to judge it by: what an editor of the interpretation shows. */
export interface Outline {
  of: "columns" | "arrays";
  fields: OutlineField[];
  /** Fields beyond those that are listed. */
  more: number;
  choices: Choices;
  /** How the numbers of a row would be pictures; null where they cannot be any. */
  pictures: OutlinePictures | null;
}

/** Of files of which nothing but choices is open. */
export function outlineOfChoices(choices: Choices): Outline {
  return { of: "arrays", fields: [], more: 0, choices, pictures: null };
}

/** A column, or an array. */
export interface OutlineField {
  name: string;
  role: Role;
  reason: Said;
  /** What its first rows say. */
  cells: string[];
}

/** Choices that make a difference to this data, as they were made. */
export type Choices = Pick<
  Interpretation,
  "missing" | "texts" | "unlabeled" | "decimal" | "tables" | "classes" | "rows"
> &
  PictureChoices;

/** Choices that stand beside the layout of pictures in the config. */
export const PICTURE_CHOICES = ["fit", "range", "ground"] as const;

export type PictureChoices = Pick<NonNullable<Interpretation["pictures"]>, (typeof PICTURE_CHOICES)[number]>;

/** The first samples as rows of brightness, before they are laid out. */
export interface OutlinePictures {
  layout: PictureLayout;
  /** Of the layout, what is not given by the file. */
  open: readonly (keyof PictureLayout)[];
  /** Numbers of a sample. */
  size: number;
  /** [count, size], 0..255. */
  values: Uint8Array;
}

const FIRST_ROWS = 3;
const CELL_LENGTH = 40;
/** Pictures that are redrawn while their layout is changed. */
export const SHOWN_PICTURES = 12;

/** Fields of a table, as many as are listed, with what their first rows say. */
export function fieldsOf(
  table: Table,
  roles: readonly { name: string; role: Role; reason: Said }[],
): Pick<Outline, "fields" | "more"> {
  const columns = new Map(table.columns.map((column) => [column.name, column]));
  const rows = Array.from({ length: Math.min(FIRST_ROWS, table.count) }, (_, row) => row);
  const fields = roles.slice(0, MOST_NAMED).map(({ name, role, reason }): OutlineField => {
    const column = columns.get(name)!;
    const cell = (row: number) => shownNumber(column.numbers[row]!) ?? textAt(column, row) ?? "";
    return { name, role, reason, cells: rows.map((row) => cell(row).slice(0, CELL_LENGTH)) };
  });
  return { fields, more: roles.length - fields.length };
}

/** With as many digits as float32 has; null where it is none. */
export function shownNumber(value: number): string | null {
  return Number.isNaN(value) ? null : String(Number(value.toPrecision(7)));
}
