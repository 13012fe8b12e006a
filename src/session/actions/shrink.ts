import { IconArrowsMinimize } from "@tabler/icons-react";
import { enlarge } from "../enlarge";
import type { Action } from "./action";
import { inRace } from "./conditions";

/** Shows all charts again where one has been enlarged. */
export const shrink: Action = {
  icon: IconArrowsMinimize,
  label: "Back to all charts",
  shortcut: "Escape",
  enabled: inRace(({ enlarged }) => enlarged !== null),
  run: ({ playground }) => enlarge(playground, null),
};
