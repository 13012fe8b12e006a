import type { ArmLook } from "../../../config/arms";
import type { ChartRow, Curve } from "../plot/rows";
import { readAt } from "./paths";

/** What all runs of a chart measured at the cursor, beside what they had at the pin. */

/** An arm of a run. NaN where it was not measured. */
export interface ReadValue {
  look: ArmLook;
  value: number;
  /** null where nothing is pinned. */
  pinned: number | null;
}

export interface Reading {
  id: string;
  /** null: the run that is shown. */
  number: number | null;
  /** Where its values were measured; null where nothing was. */
  x: number | null;
  /** Whether that may be elsewhere than at the cursor. */
  isSparse: boolean;
  values: ReadValue[];
}

interface RunCurve extends Curve {
  run: { id: string; number: number; isReference: boolean };
  look: ArmLook;
}

interface ReadRequest {
  /** On the x axis. */
  x: number;
  pinnedX: number | null;
  /** Measured now and then, not at every step. */
  isSparse: boolean;
}

/** Of the runs behind the one that is shown, in their order. */
export function readingsOf(curves: readonly RunCurve[], { x, pinnedX, isSparse }: ReadRequest): Reading[] {
  const readings = new Map<string, Reading>();
  for (const curve of curves) {
    const { id, number, isReference } = curve.run;
    // A link has few points.
    const isFew = isSparse || isReference;
    const at = readAt(curve, x, isFew);
    const reading = readings.get(id) ?? { id, number, x: curve.xs[at] ?? null, isSparse: isFew, values: [] };
    const pinned = pinnedX === null ? null : valueAtPlace(curve, readAt(curve, pinnedX, isFew));
    reading.values.push({ look: curve.look, value: valueAtPlace(curve, at), pinned });
    readings.set(id, reading);
  }
  return [...readings.values()];
}

function valueAtPlace({ ys }: Curve, i: number): number {
  return ys[i] ?? Number.NaN;
}

interface ShownRows {
  isSparse: boolean;
  /** At the cursor, and at the pin. */
  row: ChartRow | undefined;
  pinned: ChartRow | undefined;
  isPinned: boolean;
  looks: readonly ArmLook[];
  hidden: ReadonlySet<number>;
}

/** Of the run that is shown. */
export function shownReading({ row, pinned, isPinned, looks, hidden, isSparse }: ShownRows): Reading {
  const of = (other: ChartRow | undefined, line: number) => {
    const value = other?.[`m${line}`];
    return typeof value === "number" ? value : Number.NaN;
  };
  const lines = [...looks.entries()].filter(([line]) => !hidden.has(line));
  const values = lines.map(([line, look]) => ({
    look,
    value: of(row, line),
    pinned: isPinned ? of(pinned, line) : null,
  }));
  return { id: "", number: null, x: row?.x ?? null, isSparse, values };
}
