import { formatTick } from "../../i18n/format";
import { textWidth } from "../letters";
import type { Figure } from "./figure";

/** Where things lie in a figure, in its own units. */
export interface Plane {
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** Not a number where there is no such place, as for `y`. */
  x(place: number): number;
  /** Not a number where there is no such place, such as 0 on a logarithmic axis. */
  y(value: number): number;
}

/** The plot's own area: beside it the numbers, above it the name of the y axis, below it the x axis. */
export function planeOf(figure: Figure): Plane {
  const { width, height, text, x, y, log, xLog } = figure;
  const longest = Math.max(...y.ticks.map((tick) => textWidth(formatTick(tick), text)), text);
  // Half of the last number stands beyond its place.
  const beyond = Math.max(0, ...x.ticks.slice(-1).map((tick) => textWidth(formatTick(tick), text) / 2));
  const [left, right] = [longest + 0.8 * text, width - Math.max(text, beyond)];
  const [top, bottom] = [(figure.yName ? 2 : 0.8) * text, height - 3 * text];
  const across = share(x.domain, xLog);
  const up = share(y.domain, log);
  return {
    left,
    right,
    top,
    bottom,
    x: (place) => left + across(place) * (right - left),
    y: (value) => bottom - up(value) * (bottom - top),
  };
}

function share([from, to]: readonly [number, number], log: boolean): (value: number) => number {
  if (!log) return (value) => (value - from) / (to - from);
  const span = Math.log(to / from);
  return (value) => (value > 0 ? Math.log(value / from) / span : Number.NaN);
}
