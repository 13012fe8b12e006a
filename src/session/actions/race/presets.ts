import { IconLayoutGrid } from "@tabler/icons-react";
import type { Action } from "../action";
import { inRace } from "../conditions";

/** Shows the gallery of presets. */
export const presets: Action = {
  icon: IconLayoutGrid,
  label: "Choose an experiment",
  shortcut: "p",
  control: "presets",
  enabled: inRace(() => true),
  run: ({ playground }) => playground.showPresets(true),
};
