import { IconLayoutSidebar } from "@tabler/icons-react";
import type { Action } from "./action";
import { inRace } from "./conditions";

/** Leaves the room of the settings to the charts, or shows them again. */
export const foldSettings: Action = {
  icon: IconLayoutSidebar,
  label: "Fold or show the settings",
  shortcut: "e",
  menu: "page",
  enabled: inRace(() => true),
  run: ({ playground }) => playground.setView({ settings: !playground.state.view.settings }),
};
