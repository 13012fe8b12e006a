import { type Arrangement, isPanelShown } from "../panels/arrangement";
import type { PanelGroupId, PanelId } from "../panels/registry";
import type { PlaygroundState } from "../playgroundState";
import { FEW_PANELS } from "./scenes";
import { sceneOf } from "./state";

/** Which panels the page shows, with a room and without. */

type Showing = Pick<PlaygroundState, "view" | "tour" | "projector" | "arrangement">;

/** Whether the page shows a panel: on a projector only few, unless a link or a lesson has chosen which, or the tour leads through all. */
export function isPanelOnPage(state: Showing, name: PanelId | PanelGroupId): boolean {
  return isPanelShown(arrangementOf(state), name);
}

function arrangementOf({ view, tour, projector, arrangement }: Showing): Arrangement {
  if (!view.projector || tour || arrangement.panels.length > 0) return arrangement;
  const scene = sceneOf(projector);
  return { ...arrangement, panels: scene?.kind === "panels" ? scene.panels : FEW_PANELS };
}
