import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

/** Where on the x axis the cursor is, shared by all charts over steps; null when it is elsewhere. */
const hover = createStore<{ x: number | null }>(() => ({ x: null }));

export function setHoverX(x: number | null): void {
  if (hover.getState().x !== x) hover.setState({ x });
}

export function useHoverX(): number | null {
  return useStore(hover, (state) => state.x);
}

export function hoverX(): number | null {
  return hover.getState().x;
}
