import { useCallback } from "react";
import { type ControlState, controlState } from "../../session/panels/arrangement";
import type { PanelGroupId, PanelId } from "../../session/panels/registry";
import { isPanelOnPage } from "../../session/projector/panels";
import { useSelect } from "../context";

/** Which panels are shown: for who lists them. */
export function useShows(): (name: PanelId | PanelGroupId) => boolean {
  const view = useSelect((state) => state.view);
  const tour = useSelect((state) => state.tour);
  const projector = useSelect((state) => state.projector);
  const arrangement = useSelect((state) => state.arrangement);
  return useCallback(
    (name) => isPanelOnPage({ view, tour, projector, arrangement }, name),
    [view, tour, projector, arrangement],
  );
}

/** Whether a control can be used here, is only seen, or is not there; a setting goes by its path. */
export function useControl(name: string): ControlState {
  return useSelect((state) => controlState(state.arrangement, name));
}

/** The same of several. */
export function useControls(): (name: string) => ControlState {
  const arrangement = useSelect((state) => state.arrangement);
  return useCallback((name) => controlState(arrangement, name), [arrangement]);
}
