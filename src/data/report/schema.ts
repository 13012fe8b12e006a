import { isSaid } from "../../i18n/errors";
import type { Said } from "../../i18n/message";
import { schemaText } from "../../i18n/schemaTexts";
import { english } from "../../i18n/translate";
import { z } from "../zod";
import { texts } from "./errors";
import type { DataReport } from "./report";

/**
 * A report in a document. Its sentences stand there as they do in memory, an id with arguments, so that they are said in the language of whoever
 * reads them; with their English text, for whom they are of another version. What they say is checked for its length and for whether it can be said.
 */

/** Several times what is written (bounds.ts). */
const MOST = { tallies: 20, lines: 200, names: 20, name: 2000, letters: 20_000, depth: 4, digits: 30 };

/** What a sentence consists of. */
const PARTS: ReadonlySet<string> = new Set(["id", "text", "args"] satisfies (keyof Said)[]);

const tooLong = schemaText(texts.tooLong);
const name = z.string().max(MOST.name, tooLong);
const count = z.int().min(0);
const said = z.custom<Said>((value) => isSayable(value), schemaText(texts.noSentence));

const tally = z
  .strictObject({
    of: z.enum(["files", "arrays", "columns", "images", "rows"]),
    found: count,
    taken: count,
    left: z
      .array(z.strictObject({ count, why: said, names: z.array(name).max(MOST.names, tooLong) }))
      .max(MOST.lines, tooLong),
  })
  .refine(
    ({ found, taken, left }) => left.reduce((sum, reason) => sum + reason.count, taken) === found,
    schemaText(texts.noSum),
  );

export const dataReportSchema: z.ZodType<DataReport> = z.strictObject({
  sources: z.array(tally).max(MOST.tallies, tooLong),
  samples: tally,
  labels: said,
  bank: said.optional(),
  split: said,
  notes: z.array(said).max(MOST.lines, tooLong),
  suspicions: z.array(z.strictObject({ kind: name, said })).max(MOST.lines, tooLong),
});

function isSayable(value: unknown): boolean {
  return lettersOf(value, MOST.depth) <= MOST.letters && canBeSaid(value as Said);
}

/** Letters that a text with its arguments says at most, however often it repeats them; without end where it is no such thing. */
function lettersOf(value: unknown, depth: number): number {
  if (typeof value === "number") return MOST.digits;
  if (typeof value === "string") return value.length;
  if (depth === 0 || !isSaid(value) || !Object.keys(value).every((key) => PARTS.has(key)))
    return Number.POSITIVE_INFINITY;
  const { id, text, args = {} } = value;
  if (typeof id !== "string" || typeof text !== "string" || typeof args !== "object") return Number.POSITIVE_INFINITY;
  const longest = Math.max(0, ...Object.values(args).map((inner) => lettersOf(inner, depth - 1)));
  return id.length + text.length + (text.split("{").length - 1) * longest + longest;
}

/** Whether it has the arguments that its text asks for. */
function canBeSaid(value: Said): boolean {
  try {
    english(value);
    return true;
  } catch {
    return false;
  }
}
