import { formatCount, formatNumber } from "../../../i18n/format";
import type { PlacedRun, Placing, XAxisId } from "../../../record/drawn/xAxis";
import type { Reach } from "../../../record/drawn/xScale";

/** How the x axes are drawn and written. */
export interface XAxisKind {
  /** Whether there is nothing between whole numbers. */
  whole: boolean;
  /** A place on it, as it is read. */
  write: (x: number) => string;
}

export const X_AXIS_KINDS: Readonly<Record<XAxisId, XAxisKind>> = {
  step: { whole: true, write: formatCount },
  samples: { whole: true, write: formatCount },
  epochs: { whole: false, write: (x) => formatNumber(x) },
  time: { whole: false, write: (x) => formatNumber(x) },
};

/** Steps that an axis has room for at least. */
const LEAST_STEPS = 10;
/** Seconds that it has. */
const LEAST_TIME = 1;

/** How far a run has come. */
interface Course extends Pick<PlacedRun, "clock"> {
  step: number;
  steps: number;
  /** Whether it goes no further: nobody knows before how long it takes. */
  isOver: boolean;
}

/** How far an axis has to reach for a run of `steps` that has come to `step`. */
export function reachOf(axis: XAxisId, place: Placing | null, { step, steps, isOver, clock }: Course): Reach {
  if (axis === "time") {
    const at = clock.isEmpty ? 0 : clock.at(step) / 1000;
    return {
      at,
      end: isOver && at > 0 ? at : Number.POSITIVE_INFINITY,
      least: LEAST_TIME,
      first: clock.first / 1000 || LEAST_TIME,
    };
  }
  const at = place ?? ((of: number) => of);
  return { at: at(step), end: at(steps), least: at(LEAST_STEPS), first: at(1) };
}
