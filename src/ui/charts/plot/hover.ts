import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

/** The step under the cursor, shared by all charts; null when the cursor is elsewhere. */
const hover = createStore<{ step: number | null }>(() => ({ step: null }));

export function setHoverStep(step: number | null): void {
  if (hover.getState().step !== step) hover.setState({ step });
}

export function useHoverStep(): number | null {
  return useStore(hover, (state) => state.step);
}

export function hoverStep(): number | null {
  return hover.getState().step;
}
