import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

interface Hover {
  x: number | null;
  /** Name of the chart in which somebody moves the cursor. */
  chart: string | null;
}

const ELSEWHERE: Hover = { x: null, chart: null };

/** Where on the x axis the cursor is, shared by all charts over steps; null when it is elsewhere. */
const hover = createStore<Hover>(() => ELSEWHERE);

/** @param chart in which the cursor is moved */
export function setHoverX(x: number | null, chart: string | null = null): void {
  const before = hover.getState();
  if (before.x !== x || before.chart !== chart) hover.setState(x === null ? ELSEWHERE : { x, chart });
}

/** Takes the cursor away where a chart is no longer there in which it was left. */
export function leaveHover(chart: string): void {
  if (hover.getState().chart === chart) setHoverX(null);
}

export function useHoverX(): number | null {
  return useStore(hover, (state) => state.x);
}

/** Whether the cursor is moved in this chart, and not only shown in it. */
export function useIsPointed(chart: string): boolean {
  return useStore(hover, (state) => state.chart === chart);
}

export function hoverX(): number | null {
  return hover.getState().x;
}
