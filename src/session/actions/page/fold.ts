import { IconLayoutSidebar, IconLayoutSidebarRight } from "@tabler/icons-react";
import type { Action } from "../action";
import { shows } from "../conditions";

/** Leaves the room of a panel beside the charts to them, or shows it again. */
function fold(panel: "settings" | "views", face: Pick<Action, "icon" | "label" | "shortcut">): Action {
  return {
    ...face,
    menu: "page",
    enabled: shows(panel),
    run: ({ playground }) => playground.setView({ [panel]: !playground.state.view[panel] }),
  };
}

export const foldSettings: Action = fold("settings", {
  icon: IconLayoutSidebar,
  label: "Fold or show the settings",
  shortcut: "e",
});

export const foldViews: Action = fold("views", {
  icon: IconLayoutSidebarRight,
  label: "Fold or show the views",
  shortcut: "v",
});
