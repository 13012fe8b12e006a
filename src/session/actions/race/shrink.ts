import { IconArrowsMinimize } from "@tabler/icons-react";
import { hasChosen } from "../../anchor/state";
import { enlarge } from "../../enlarge";
import type { Action } from "../action";
import { inRace } from "../conditions";

/** Shows all charts again where one has been enlarged; an anchor that is looked at is closed first, and a pin goes before. */
export const shrink: Action = {
  icon: IconArrowsMinimize,
  label: "Back to all charts",
  shortcut: "Escape",
  enabled: inRace(
    ({ enlarged, anchor, reading }) => enlarged !== null && !hasChosen(anchor) && reading.pinned === null,
  ),
  run: ({ playground }) => enlarge(playground, null),
};
