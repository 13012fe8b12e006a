import { type Axis, roundUp, ticksBetween, wholeTick } from "./scales";

/** The axis along a run: grows in round numbers with it, and ends where it ends; or the stretch that somebody looks at. */

export interface XScale {
  log: boolean;
  /** Whether there is nothing between whole numbers. */
  whole: boolean;
  /** About as many ticks. */
  count: number;
}

/** How far a run has come, in units of the axis. */
export interface Reach {
  at: number;
  /** Where it ends, if that is known. */
  end: number;
  /** The axis is at least so long. */
  least: number;
  /** Where a logarithmic axis begins: the place of the first update. */
  first: number;
}

/** The axis of a run. */
export function runAxis({ at, end, least, first }: Reach, scale: XScale): Axis {
  const to = Math.max(scale.whole ? 1 : 0, Math.min(end, roundUp(Math.max(at, least))));
  return windowAxis([scale.log ? Math.min(first, to / 10) : 0, to], scale);
}

/** The axis of a stretch. */
export function windowAxis([from, to]: readonly [number, number], { log, whole, count }: XScale): Axis {
  const even = () => ticksBetween(from, to, whole ? wholeTick((to - from) / count) : roundUp((to - from) / count));
  if (!log) return { domain: [from, to], ticks: even() };
  const ticks = logTicks(from, to, count);
  return { domain: [from, to], ticks: ticks.length > 1 ? ticks : even() };
}

/** Ticks of an axis of few decades: nearly even, and round. */
const WITHIN_DECADE = [1, 2, 5];
/** Decades up to which each of them gets more than one tick. */
const FEW = 2;

function logTicks(from: number, to: number, count: number): number[] {
  const [first, last] = [Math.floor(Math.log10(from) + 1e-9), Math.ceil(Math.log10(to) - 1e-9)];
  const every = Math.max(1, Math.ceil((last - first) / (count + 1)));
  const factors = Math.log10(to / from) <= FEW ? WITHIN_DECADE : [1];
  const ticks = [];
  for (let power = first; power <= last; power += every)
    ticks.push(...factors.map((factor) => Number((factor * 10 ** power).toPrecision(1))));
  return ticks.filter((tick) => tick >= from * (1 - 1e-9) && tick <= to * (1 + 1e-9));
}
