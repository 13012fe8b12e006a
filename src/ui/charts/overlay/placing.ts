/** Where a box stands beside the cursor of a chart, in pixels. */

export interface Beside {
  /** The cursor, from the left of the chart. */
  at: number;
  /** The foot of the plot, from its top. */
  below: number;
  /** Of the box. */
  width: number;
  /** Left edge of the chart in the window. */
  around: number;
  /** Width of the window. */
  window: number;
}

const GAP = 12;
/** Between the box and the window's edges. */
const EDGE = 8;

/** Right of the cursor, else left of it; in a window with room for neither below the plot, so that the cursor stays in sight. */
export function placeBeside({ at, below, width, around, window }: Beside): { left: number; top: number } {
  const [least, most] = [EDGE - around, window - EDGE - width - around];
  if (at + GAP <= most) return { left: at + GAP, top: 0 };
  if (at - GAP - width >= least) return { left: at - GAP - width, top: 0 };
  return { left: Math.max(least, Math.min(at - width / 2, most)), top: below + GAP };
}
