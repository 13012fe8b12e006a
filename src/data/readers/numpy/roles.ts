import { say } from "../../../i18n/message";
import { assertRoom } from "../../assembly/assemble";
import { DataError } from "../../errors";
import type { Interpretation, Role } from "../../interpretation/schema";
import { texts } from "./errors";
import { featuresOf } from "./features";
import type { NumpyPiece } from "./pieces";

/** What was said of arrays, which are called by their names. */
export interface SaidRoles {
  of(piece: NumpyPiece): Role | null;
}

/**
 * @param all arrays that may be used
 * @param others that are left aside anyway
 * @throws DataError when what was said names an array that is not there, or that cannot be so
 */
export function saidRoles(
  all: readonly NumpyPiece[],
  others: readonly string[],
  { columns = [] }: Interpretation,
): SaidRoles {
  const roles = new Map(columns.map(({ name, role }) => [name, role]));
  for (const [name, role] of roles) {
    const piece = all.find(({ array }) => array.title === name);
    if (piece) assertFits(piece, role);
    else if (!others.includes(name) || !(role === "ignore" || role === "identifier"))
      throw new DataError(say(texts.noSuchArray, { name, arrays: titlesOf(all) }));
  }
  return { of: ({ array }) => roles.get(array.title) ?? null };
}

function titlesOf(all: readonly NumpyPiece[]): string {
  return all.map(({ array }) => array.title).join(", ");
}

function assertFits({ kind, array, areRows }: NumpyPiece, role: Role): void {
  const isLine = kind === "labels" && (array.shape.length === 1 || array.shape[1] === 1);
  const fits = {
    label: kind === "labels",
    feature: !array.texts,
    categories: false,
    viewA: !array.texts && (kind !== "images" || areRows),
    viewB: !array.texts && (kind !== "images" || areRows),
    split: isLine && array.texts !== null,
    identifier: true,
    ignore: true,
  };
  if (!fits[role]) throw new DataError(say(texts.wrongRole, { name: array.name, role, shape: array.shape.join(", ") }));
}

/**
 * Several arrays of numbers as one of features; one of them as it is. Views are no pictures.
 *
 * @returns null for none
 * @throws DataError when they are not of as many samples
 */
export function sideBySide(pieces: readonly NumpyPiece[], areViews: boolean): NumpyPiece | null {
  const [first] = pieces;
  if (!first) return null;
  if (pieces.length === 1 && first.kind !== "labels" && !(areViews && first.kind === "images")) return first;
  const widths = pieces.map(({ array }) => array.shape[1] ?? 1);
  const width = widths.reduce((sum, own) => sum + own, 0);
  assertRoom(first.name, first.count, [width], 4);
  const numbers = new Float32Array(first.count * width);
  let start = 0;
  for (const [i, piece] of pieces.entries()) {
    put(piece, first, { numbers, width, start });
    start += widths[i]!;
  }
  const [name, title] = [pieces.map((one) => one.name).join(", "), pieces.map(({ array }) => array.title).join(", ")];
  const array = { ...first.array, name, title, shape: [first.count, width], strides: [width, 1], numbers };
  return { ...first, name, array, kind: "features", shape: [width], areRows: false };
}

interface Place {
  numbers: Float32Array;
  width: number;
  start: number;
}

function put(
  { name, array, count, kind, areRows }: NumpyPiece,
  first: NumpyPiece,
  { numbers, width, start }: Place,
): void {
  if (kind === "images" && !areRows)
    throw new DataError(say(texts.wrongRole, { name, role: "feature", shape: array.shape.join(", ") }));
  if (count !== first.count)
    throw new DataError(say(texts.unequalArrays, { name, count, samplesName: first.name, samplesCount: first.count }));
  const size = array.shape[1] ?? 1;
  const own = featuresOf({
    name,
    array: { ...array, strides: [array.strides[0]!, array.strides[1] ?? 1] },
    count,
    size,
  });
  for (let i = 0; i < count; i++) numbers.set(own.subarray(i * size, (i + 1) * size), i * width + start);
}
