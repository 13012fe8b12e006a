import { textWidth, WIDE_LETTERS } from "../letters";

/** Breaks a text into lines: between words, and within one only where it is wider than a line or is written without spaces. */

/** A word with the space before it, or a letter of a language that has no spaces. */
const PIECES = new RegExp(`\\s*[${WIDE_LETTERS}]|\\s*[^\\s${WIDE_LETTERS}]+`, "gu");

/** @param size of the letters, in the unit of the width */
export function wrapped(text: string, width: number, size: number): string[] {
  return text.split("\n").flatMap((paragraph) => linesOf(paragraph, width, size));
}

function linesOf(paragraph: string, width: number, size: number): string[] {
  const pieces = (paragraph.match(PIECES) ?? []).flatMap((piece) => fitting(piece, width, size));
  return pieces.reduce<string[]>((lines, piece) => {
    const longer = (lines.at(-1) ?? "") + piece;
    if (lines.length > 0 && textWidth(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(piece.trimStart());
    return lines;
  }, []);
}

/** A piece in parts that are no wider than a line. */
function fitting(piece: string, width: number, size: number): string[] {
  if (textWidth(piece.trimStart(), size) <= width) return [piece];
  return [...piece].reduce<string[]>((parts, letter) => {
    const longer = (parts.at(-1) ?? "") + letter;
    if (parts.length > 0 && textWidth(longer.trimStart(), size) <= width) parts[parts.length - 1] = longer;
    else parts.push(letter);
    return parts;
  }, []);
}
