import { IconRestore } from "@tabler/icons-react";
import type { Action } from "../action";
import { inRace } from "../conditions";

/** What was deleted last is what the key for undoing means, as long as the page offers to put it back. */
export const putBack: Action = {
  icon: IconRestore,
  label: "Put the deleted runs back",
  shortcut: "Mod+z",
  enabled: inRace(({ removed }) => removed !== null),
  run: ({ playground }) => playground.runs.restore(),
};
