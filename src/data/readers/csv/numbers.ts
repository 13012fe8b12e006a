/**
 * How a table writes its numbers: 1107.5 is "1107.5", "1,107.5", "1.107,5", "1 107,5" or "1'107.5". One cell may leave it open
 * ("1,107"); the cells of a table together seldom do.
 */
export interface Notation {
  decimal: "." | ",";
  /** Whether "1,107" (or "1.107" with a decimal comma) has been settled to be a number above 1000. */
  groups: boolean;
}

/** Cells with a mark that nothing in the table settles. */
export type Evidence = { notation: Notation; open: boolean };

const POINT: Notation = { decimal: ".", groups: false };

/** Marks that settle it: a decimal mark that cannot be a thousands mark, and the other way round. */
const COMMA_DECIMAL = /^[+-]?((\d*,(\d{1,2}|\d{4,})|(0\d*|\d{4,})?,\d{3})(e[+-]?\d+)?|\d{1,3}(\.\d{3})+,\d+)$/i;
const POINT_DECIMAL = /^[+-]?((\d*\.(\d{1,2}|\d{4,})|(0\d*|\d{4,})?\.\d{3})(e[+-]?\d+)?|\d{1,3}(,\d{3})+\.\d+)$/i;
const COMMA_GROUPS = /^[+-]?[1-9]\d{0,2}(,\d{3}){2,}$/;
const POINT_GROUPS = /^[+-]?[1-9]\d{0,2}(\.\d{3}){2,}$/;
/** One comma, three digits behind it: a share or a thousand. */
const OPEN_COMMA = /^[+-]?[1-9]\d{0,2},\d{3}$/;

/** Digits in groups of three, apart by blanks (also the narrow ones) or apostrophes, as in French, Russian or Swiss tables. */
const SPACED = /^[+-]?\d{1,3}([ '\u00a0\u2009\u202f\u2019]\d{3})+([.,]\d+)?$/;
const SPACES = /[ '\u00a0\u2009\u202f\u2019]/g;

/** Whether a cell is a number with this mark open. */
export function isOpen(cell: string): boolean {
  return OPEN_COMMA.test(cell);
}

/**
 * What the cells of a table's beginning say together.
 *
 * @param delimiter between cells: where it is the comma, cells with one were quoted, as no program does for a decimal comma of
 * its own making
 */
export function notationOf(cells: readonly string[], delimiter: string): Evidence {
  const some = (pattern: RegExp) => cells.some((cell) => pattern.test(cell));
  const comma = some(COMMA_DECIMAL) || some(POINT_GROUPS);
  const point = some(POINT_DECIMAL) || some(COMMA_GROUPS);
  if (comma && !point) return { notation: { decimal: ",", groups: true }, open: false };
  if (point && !comma) return { notation: { decimal: ".", groups: true }, open: false };
  if (comma || !some(OPEN_COMMA)) return { notation: POINT, open: comma };
  const quoted = delimiter === ",";
  return { notation: quoted ? { decimal: ".", groups: true } : POINT, open: !quoted };
}

/** A cell's number; NaN where it is none. What a float32 does not hold is none. */
export function numberIn(cell: string, { decimal, groups }: Notation): number {
  const plain = decimal === "." || !(cell.includes(",") || cell.includes(".")) ? Number(cell) : Number.NaN;
  // Of nothing, JavaScript makes 0.
  if (!Number.isNaN(plain)) return plain === 0 && cell.trim() === "" ? Number.NaN : held(plain);
  return held(Number(pointed(cell.trim(), decimal, groups)));
}

function held(value: number): number {
  return Number.isFinite(Math.fround(value)) ? value : Number.NaN;
}

const GROUPED = { ".": /^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$/, ",": /^[+-]?\d{1,3}(\.\d{3})+(,\d*)?$/ };
const COMMA_NUMBER = /^[+-]?(\d+,?\d*|,\d+)(e[+-]?\d+)?$/i;
const PERCENT = /%$/;

/** The same number as JavaScript writes it, or something that is none. */
function pointed(text: string, decimal: Notation["decimal"], groups: boolean): string {
  const cell = text.replace(PERCENT, "").trimEnd();
  if (SPACED.test(cell)) return cell.replace(SPACES, "").replace(",", ".");
  if (groups && GROUPED[decimal].test(cell)) return cell.replaceAll(decimal === "." ? "," : ".", "").replace(",", ".");
  if (decimal === "," && COMMA_NUMBER.test(cell)) return cell.replace(",", ".");
  return cell !== text && cell !== "" ? cell : "x";
}
