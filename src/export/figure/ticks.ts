import { formatTick } from "../../i18n/format";
import { textWidth } from "../letters";

/** Which numbers of an axis are written: those that have room. */

/** Room between two numbers, as a share of their size. */
const APART = 0.6;
/** Height of a line of numbers, as a share of their size. */
const LINE = 1.25;

/** The ticks whose numbers stand below an axis without touching: every one, every second, every third ... */
export function besideEachOther(ticks: readonly number[], at: (tick: number) => number, size: number): number[] {
  const half = (tick: number) => textWidth(formatTick(tick), size) / 2;
  return everyNth(ticks, (a, b) => Math.abs(at(b) - at(a)) >= half(a) + half(b) + APART * size);
}

/** The ticks whose numbers stand beside an axis without touching. */
export function aboveEachOther(ticks: readonly number[], at: (tick: number) => number, size: number): number[] {
  return everyNth(ticks, (a, b) => Math.abs(at(b) - at(a)) >= LINE * size);
}

function everyNth(ticks: readonly number[], areApart: (a: number, b: number) => boolean): number[] {
  for (let n = 1; n < ticks.length; n++) {
    const kept = ticks.filter((_, i) => i % n === 0);
    if (kept.every((tick, i) => i === 0 || areApart(kept[i - 1] as number, tick))) return kept;
  }
  return ticks.slice(0, 1);
}
