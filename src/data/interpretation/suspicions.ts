import { type Said, say } from "../../i18n/message";
import type { Suspicion } from "../report/report";
import type { TablePlan } from "./plan";
import type { TakenRows } from "./rows";
import { texts } from "./texts";

/** Features that are looked at: pixels by the thousand are told by other means. */
const MOST_FEATURES = 2000;
const MOST_NAMES = 5;
/** A feature of which so large a share is one number says next to nothing. */
const NEARLY_ALL = 0.99;
/** Fewest rows that one other number is no accident in. */
const FEW_ROWS = 100;

/** What of the columns that were taken may fake a result, or says nothing. */
export function suspicionsOfTable({ features, arePixels }: TablePlan, rows: TakenRows): Suspicion[] {
  if (arePixels || features.length > MOST_FEATURES || rows.count < 2) return [];
  const named = (holds: (at: number) => boolean) =>
    features.flatMap(({ column, word }, at) => (holds(at) ? [word === null ? column : `${column} = ${word}`] : []));
  return [
    ...told(
      "countsRows",
      texts.countsRows,
      named((at) => countsRows(rows, at)),
    ),
    ...told(
      "equalsLabel",
      texts.equalsLabel,
      named((at) => equalsLabel(rows, at)),
    ),
    ...told(
      "standsForNothing",
      texts.standsForNothing,
      named((at) => standsForNothing(rows, at)),
    ),
    ...told(
      "outOfRange",
      texts.outOfRange,
      named((at) => !standsForNothing(rows, at) && isOutOfRange(rows, at)),
    ),
    ...told(
      "hardlyVaries",
      texts.hardlyVaries,
      named((at) => hardlyVaries(rows, at)),
    ),
  ];
}

function told(kind: string, text: typeof texts.countsRows, names: string[]): Suspicion[] {
  if (names.length === 0) return [];
  const columns = names.slice(0, MOST_NAMES).join(", ") + (names.length > MOST_NAMES ? ", \u2026" : "");
  const said: Said = say(text, { columns });
  return [{ kind: `column.${kind}`, said }];
}

/** Each row is one step, of whatever size, above the one before. */
function countsRows({ values, count }: TakenRows, at: number): boolean {
  const size = values.length / count;
  const value = (row: number) => values[row * size + at]!;
  const step = value(1) - value(0);
  if (step === 0 || count < 3) return false;
  const slack = Math.abs(step) / 100;
  for (let row = 1; row < count; row++) if (Math.abs(value(row) - value(row - 1) - step) > slack) return false;
  return true;
}

/** One value for each class, and one class for each value. */
function equalsLabel({ values, labels, count }: TakenRows, at: number): boolean {
  if (!labels) return false;
  const size = values.length / count;
  const [classOf, numberOf] = [new Map<number, string>(), new Map<string, number>()];
  for (let row = 0; row < count; row++) {
    const [value, label] = [values[row * size + at]!, labels[row]!];
    if ((classOf.get(value) ?? label) !== label || (numberOf.get(label) ?? value) !== value) return false;
    classOf.set(value, label);
    numberOf.set(label, value);
  }
  return numberOf.size > 1 && numberOf.size < count;
}

/** Numbers that stand for a missing cell where columns may hold nothing but numbers. */
const STAND_INS = new Set([-1, 1].flatMap((sign) => [99, 999, 9999, 99_999, 999_999].map((number) => sign * number)));
/** They are so many times larger than all that is measured. */
const FAR = 5;

/** A number such as -999, more than once, far from all others. */
function standsForNothing({ values, count }: TakenRows, at: number): boolean {
  const size = values.length / count;
  let [times, largest] = [0, 0];
  let own: number | null = null;
  for (let row = 0; row < count; row++) {
    const value = values[row * size + at]!;
    if (STAND_INS.has(value) && (own === null || own === value)) {
      own = value;
      times++;
    } else largest = Math.max(largest, Math.abs(value));
  }
  return own !== null && times > 1 && times < count && Math.abs(own) > FAR * largest;
}

/** Rows whose range is looked at: the first ones. */
const RANGED = 2000;
const LEAST_RANGED = 20;
/** Share of the values at either end that may lie anywhere. */
const ENDS = 0.02;
/** What lies so many ranges beyond all but the ends is of another kind: measured otherwise, or mistyped. */
const BEYOND = 100;

/** Values so far beyond nearly all others that those become one number when the feature is scaled. */
function isOutOfRange({ values, count }: TakenRows, at: number): boolean {
  if (count < LEAST_RANGED) return false;
  const size = values.length / count;
  const looked = Float64Array.from({ length: Math.min(count, RANGED) }, (_, row) => values[row * size + at]!).sort();
  const end = Math.ceil(ENDS * looked.length);
  const [low, high] = [looked[end]!, looked[looked.length - 1 - end]!];
  const most = BEYOND * (high - low);
  if (most === 0) return false;
  for (let row = 0; row < count; row++) {
    const value = values[row * size + at]!;
    if (value - high > most || low - value > most) return true;
  }
  return false;
}

/** By the majority vote of Boyer and Moore, then a count. */
function hardlyVaries({ values, count }: TakenRows, at: number): boolean {
  const size = values.length / count;
  let [most, votes] = [Number.NaN, 0];
  for (let row = 0; row < count; row++) {
    const value = values[row * size + at]!;
    if (votes === 0) most = value;
    votes += value === most ? 1 : -1;
  }
  let equal = 0;
  for (let row = 0; row < count; row++) if (values[row * size + at] === most) equal++;
  return equal === count || (count >= FEW_ROWS && equal > NEARLY_ALL * count);
}
