/** Axes: bounds and ticks from data, rounded so that they change seldom while a run goes on. */

export interface Axis {
  domain: [number, number];
  ticks: number[];
}

/** A round number (1, 2, 2.5 or 5 times a power of ten) of at least `value`. */
export function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const factor = [1, 2, 2.5, 5, 10].find((candidate) => candidate * power >= value * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/** Values that differ by less than this share of their size are drawn as one. */
const FLAT = 1e-9;
/** Ticks are no finer than this share of the values' size: their numbers would have more digits than there is room for. */
const FINEST = 1e-3;
/** Sizes below this count as zero. */
const ZERO = 1e-100;
/** Room beyond the outermost values, as a share of their span. */
const ROOM = 0.02;

/**
 * A linear axis that holds all values.
 *
 * @param bounds values that the axis never goes beyond; null where the data decides
 */
export function linearAxis(low: number, high: number, bounds: [number | null, number | null], count = 4): Axis {
  if (!(low <= high)) return emptyAxis(bounds);
  const size = Math.max(Math.abs(low), Math.abs(high));
  const span = high - low > Math.max(size * FLAT, ZERO) ? high - low : size > ZERO ? 0.2 * size : 1;
  const tick = roundUp(Math.max(span / count, FINEST * size));
  const from = Math.max(bounds[0] ?? Number.NEGATIVE_INFINITY, 0 - endAbove(-low, ROOM * span, tick));
  const most = bounds[1] ?? Number.POSITIVE_INFINITY;
  const to = Math.min(most, endAbove(high, ROOM * span, tick));
  const domain = from < to ? ([from, to] as const) : aroundZero(tick, most);
  return { domain: [...domain], ticks: ticksBetween(...domain, tick) };
}

/** Where all values are 0, there is no other end. */
function aroundZero(tick: number, most: number): readonly [number, number] {
  return tick > most ? [-tick, 0] : [0, tick];
}

/**
 * The upper end of an axis, at a whole tick. Zero is never crossed for the sake of room alone, and where the values
 * hardly cross it, a quarter of a tick is enough.
 */
function endAbove(value: number, room: number, tick: number): number {
  const reach = value <= 0 ? Math.min(0, value + room) : value + room;
  if (reach > 0 && reach < tick / 4) return tick / 4;
  return Math.ceil(reach / tick) * tick;
}

function emptyAxis([low, high]: [number | null, number | null]): Axis {
  const domain: [number, number] = [low ?? (high === null ? 0 : high - 1), high ?? (low ?? 0) + 1];
  return { domain, ticks: domain };
}

export function ticksBetween(from: number, to: number, tick: number): number[] {
  const ticks = [];
  for (let i = Math.ceil(from / tick - 1e-9); i * tick <= to + tick * 1e-9; i++)
    ticks.push(Number((i * tick).toPrecision(12)));
  return ticks;
}

/** Ticks of an axis of one decade: nearly even, and round. */
const WITHIN_DECADE = [1, 2, 5, 10];

/** A logarithmic axis over whole powers of ten; at most `count` of them get a tick, and an axis of one is divided. */
export function logAxis(low: number, high: number, count = 5): Axis {
  if (!(low > 0 && low <= high)) return { domain: [0.1, 1], ticks: [0.1, 1] };
  const from = Math.floor(Math.log10(low) + 1e-9);
  const to = Math.max(from + 1, Math.ceil(Math.log10(high) - 1e-9));
  const every = Math.ceil((to - from) / count);
  const domain: [number, number] = [10 ** from, 10 ** to];
  if (to - from === 1)
    return { domain, ticks: WITHIN_DECADE.map((factor) => Number((factor * 10 ** from).toPrecision(1))) };
  const ticks = [];
  for (let power = from; power <= to; power += every) ticks.push(10 ** power);
  return { domain, ticks };
}

/** There is no half step, so a tick of 2.5 is none. */
export function wholeTick(least: number): number {
  const tick = Math.max(1, roundUp(least));
  return Number.isInteger(tick) ? tick : 5;
}

/** The axis of steps: grows in round numbers with the run, and ends where the run ends. */
export function stepAxis(step: number, steps: number, count = 5): Axis {
  const to = Math.max(1, Math.min(steps, roundUp(Math.max(step, 10))));
  return { domain: [0, to], ticks: ticksBetween(0, to, wholeTick(to / count)) };
}
