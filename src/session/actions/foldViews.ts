import { IconLayoutSidebarRight } from "@tabler/icons-react";
import type { Action } from "./action";
import { inRace } from "./conditions";

/** Leaves the room of the views to the charts, or shows them again. */
export const foldViews: Action = {
  icon: IconLayoutSidebarRight,
  label: "Fold or show the views",
  shortcut: "v",
  menu: "page",
  enabled: inRace(() => true),
  run: ({ playground }) => playground.setView({ views: !playground.state.view.views }),
};
