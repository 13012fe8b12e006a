import { IconX } from "@tabler/icons-react";
import type { Action } from "../action";
import { inRace } from "../conditions";

/** Goes back from one anchor to all of them. */
export const leaveAnchor: Action = {
  icon: IconX,
  label: "Close the anchor that is looked at",
  shortcut: "Escape",
  enabled: inRace(({ anchor }) => anchor.chosen !== null),
  run: ({ playground }) => playground.anchors.clear(),
};
