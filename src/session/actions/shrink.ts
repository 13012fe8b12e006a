import { IconArrowsMinimize } from "@tabler/icons-react";
import type { Action } from "./action";
import { inRace } from "./conditions";

/** Shows all charts again where one has been enlarged. */
export const shrink: Action = {
  icon: IconArrowsMinimize,
  label: "Back to all charts",
  shortcut: "Escape",
  enabled: inRace(({ enlarged }) => enlarged !== null),
  run: ({ playground }) => playground.enlarge(null),
};
