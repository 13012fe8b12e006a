import { schemaText } from "../../i18n/schemaTexts";
import { z } from "../zod";
import { texts } from "./errors";

/** What a column of a table, or an array of an archive, can be. */
export const ROLES = ["label", "feature", "categories", "viewA", "viewB", "split", "identifier", "ignore"] as const;

export type Role = (typeof ROLES)[number];

/** Of a question in a survey, say, as a column's name. */
const NAME_LENGTH = 2000;
/** Pictures of 64 x 64 by their pixels, and what stands beside them: whatever is listed can be given a role. */
export const MOST_NAMED = 4200;
/** Of all names: as part of an address, a letter takes up to 15, and a browser opens none of more than 2 MiB. */
const MOST_LETTERS = 100_000;
const LARGEST_SIDE = 1024;

const side = z.int().min(8).max(LARGEST_SIDE).optional();

/** How rows of numbers are laid out as pictures, and how encoded ones are taken; what is left out is guessed. */
const pictures = z.strictObject({
  height: side,
  width: side,
  /** 1: grey; 3: red, green and blue. */
  channels: z.literal([1, 3]).optional(),
  /** Of colors: one pixel's beside each other, or one plane after the other. */
  order: z.enum(["interleaved", "planar"]).optional(),
  /** Column by column, as EMNIST comes: rows and columns change places. */
  turned: z.boolean().optional(),
  /** Brightness of encoded pictures: what nearly all pixels use becomes 0 to 255, or it stays as it is. */
  range: z.enum(["stretched", "asIs"]).optional(),
  /** Of oblong encoded pictures: the square in their middle, or the whole, squeezed into one. */
  fit: z.enum(["middle", "whole"]).optional(),
  /** On what encoded pictures lie that are transparent in places. */
  ground: z.enum(["white", "black"]).optional(),
});

/**
 * What is what in tables and arrays, as part of the config, so that a link or a record repeats it. Everything is guessed
 * (of tables by roles.ts and tables.ts) unless it is said here.
 */
export const interpretation = z.strictObject({
  /** Roles of columns by their names; of a table without a header, by their numbers from 1. */
  columns: z
    .array(z.strictObject({ name: z.string().max(NAME_LENGTH), role: z.enum(ROLES) }))
    .max(MOST_NAMED)
    .refine(
      (columns) => columns.reduce((sum, { name }) => sum + name.length, 0) <= MOST_LETTERS,
      schemaText(texts.namesTooLong),
    )
    .optional(),
  /** What is done about missing cells: their rows are left out, or they take their column's mean. */
  missing: z.enum(["leaveOut", "mean"]).optional(),
  /** Columns of text that are not the label: left out, or a feature for each of their words. */
  texts: z.enum(["ignore", "categories"]).optional(),
  /** Samples without a label beside labeled ones: they train, and the labeled ones measure; or they are left out. */
  unlabeled: z.enum(["train", "leaveOut"]).optional(),
  /** The decimal mark, where a file leaves it open. */
  decimal: z.enum(["point", "comma"]).optional(),
  /** Several tables of one shape: more rows, or two views of each sample. */
  tables: z.enum(["rows", "views"]).optional(),
  /** What says the classes of encoded pictures: folders and, where they say none, tables that name them; one of them; or the files' names. */
  classes: z.enum(["folders", "table", "names", "none"]).optional(),
  /** Whether rows of numbers are pictures. */
  rows: z.enum(["features", "pictures"]).optional(),
  pictures: pictures.optional(),
});

export type Interpretation = z.output<typeof interpretation>;
