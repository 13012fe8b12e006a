import { IconRefresh } from "@tabler/icons-react";
import type { Action } from "../action";
import { inRace } from "../conditions";

/** Back to step 0, with the settings of the page. */
export const reset: Action = {
  icon: IconRefresh,
  label: "Reset to step 0; what was trained is kept",
  shortcut: "r",
  control: "reset",
  enabled: inRace(({ starting }) => !starting),
  run: async ({ playground }) => {
    await playground.restart();
  },
};
