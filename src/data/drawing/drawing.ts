import { type Said, say } from "../../i18n/message";
import { DataError } from "../errors";
import { isMissing } from "../interpretation/missing";
import { numberIn } from "../readers/csv/numbers";
import { isWithin, type Plane, rounded, UNIT } from "./plane";
import { texts } from "./texts";

/** Points that a user puts into the plane, by class, as a value: every edit makes another one, or the same where it changes nothing. */

export interface DrawnPoint {
  readonly x: number;
  readonly y: number;
  /** Place of its class. */
  readonly label: number;
}

export interface Drawing {
  readonly plane: Plane;
  readonly classes: readonly string[];
  readonly points: readonly DrawnPoint[];
}

type Place = Pick<DrawnPoint, "x" | "y">;

/** So many can be drawn without waiting at each stroke. */
export const MOST_POINTS = 10_000;
/** So many have looks of their own. */
export const MOST_CLASSES = 12;
const LONGEST_NAME = 40;
/** Line ends and what cannot be seen among them. */
const BLANKS = /[\s\p{Cc}]+/gu;

export const EMPTY: Drawing = { plane: UNIT, classes: ["1", "2"], points: [] };

/** Points of a class, as far as they lie in the plane, and there is room; rounded to a thousandth of the plane or finer. */
export function withPoints(drawing: Drawing, label: number, places: readonly Place[]): Drawing {
  const { plane, points } = drawing;
  const room = MOST_POINTS - points.length;
  const added = places.filter((place) => isWithin(plane, place)).slice(0, room);
  if (added.length === 0) return drawing;
  const rounds = added.map(({ x, y }) => ({ x: rounded(plane, x), y: rounded(plane, y), label }));
  return { ...drawing, points: [...points, ...rounds] };
}

/** Without the points that lie within `radius` of a place. */
export function erased(drawing: Drawing, { x, y }: Place, radius: number): Drawing {
  const points = drawing.points.filter((point) => Math.hypot(point.x - x, point.y - y) > radius);
  return points.length === drawing.points.length ? drawing : { ...drawing, points };
}

/** Without points; the classes stay. */
export function cleared(drawing: Drawing): Drawing {
  return drawing.points.length === 0 ? drawing : { ...drawing, points: [] };
}

/** With one more class, which is called by the first number that none is called by. */
export function withClass(drawing: Drawing): Drawing {
  const { classes } = drawing;
  if (classes.length >= MOST_CLASSES) return drawing;
  let number = classes.length + 1;
  while (classes.includes(String(number))) number++;
  return { ...drawing, classes: [...classes, String(number)] };
}

/**
 * With another name for a class.
 *
 * @throws DataError where no class can be called so
 */
export function renamed(drawing: Drawing, label: number, wish: string): Drawing {
  const { classes } = drawing;
  const name = classNameOf(wish);
  if (name === classes[label]) return drawing;
  if (name === null) throw new DataError(say(texts.noName, { name: wish.trim() }));
  const problem = problemOf(name);
  if (problem) throw new DataError(problem);
  if (classes.includes(name)) throw new DataError(say(texts.sameName, { name }));
  return { ...drawing, classes: classes.map((own, place) => (place === label ? name : own)) };
}

/** A name as reading a table gives it back: numbers are written one way; null for what stands for nothing in a table. */
export function classNameOf(text: string): string | null {
  const name = text.replace(BLANKS, " ").trim();
  const value = numberIn(name, { decimal: ".", groups: true });
  if (!Number.isNaN(value)) return String(Number(value.toPrecision(7)));
  return isMissing(name) ? null : name;
}

/** Why a class cannot be called so; null where it can. */
export function problemOf(name: string): Said | null {
  return name.length > LONGEST_NAME ? say(texts.longName, { most: LONGEST_NAME }) : null;
}

/** Points of each class. */
export function countsOf({ classes, points }: Drawing): number[] {
  const counts = classes.map(() => 0);
  for (const { label } of points) counts[label]!++;
  return counts;
}
