import { textOf } from "../../charset";
import { isMissing } from "../../interpretation/missing";
import { dialectOf, rowsOf } from "./dialect";
import { numberIn } from "./numbers";

/** Bytes at the beginning of a file that are looked at. */
export const LOOKED_AT = 32 * 1024;

/** What no text has. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROL = /[\x00-\x08\x0e-\x1a]/;
const FEWEST_ROWS = 3;
/** Of the cells so many are numbers; else it is prose, a program or a list of names. */
const NUMBERS = 0.5;

/** Whether the very first bytes are those of a text: most other formats begin with some that no text has (0 is in UTF-16). */
export function mayBeText(bytes: Uint8Array): boolean {
  return !bytes.some((byte) => (byte > 0 && byte < 9) || (byte > 13 && byte < 27));
}

/**
 * Whether text, whatever its name, is a table: rows of equally many cells, at least two, most of them numbers.
 *
 * @param start the first `LOOKED_AT` bytes of a file
 */
export async function looksLikeTable(start: Uint8Array): Promise<boolean> {
  const { text } = await textOf(start);
  if (CONTROL.test(text)) return false;
  // The last line may be cut.
  const whole = start.length < LOOKED_AT ? text : text.slice(0, text.lastIndexOf("\n") + 1);
  const dialect = dialectOf(whole, null);
  const [, ...rows] = rowsOf(dialect.body, dialect.delimiter, dialect.comment);
  const width = rows[0]?.length ?? 0;
  if (rows.length < FEWEST_ROWS - 1 || width < 2 || rows.some(({ length }) => length !== width)) return false;
  const cells = rows.flat().filter((cell) => !isMissing(cell.trim()));
  const numbers = cells.filter((cell) => !Number.isNaN(numberIn(cell, dialect.notation))).length;
  return numbers > 0 && numbers >= NUMBERS * cells.length;
}
