import { IconX } from "@tabler/icons-react";
import { hasChosen } from "../../anchor/state";
import type { Action } from "../action";
import { inRace } from "../conditions";

/** Goes back from an anchor, or other samples that were chosen, to all of them. */
export const leaveAnchor: Action = {
  icon: IconX,
  label: "Leave what is chosen in the views",
  shortcut: "Escape",
  enabled: inRace(({ anchor }) => hasChosen(anchor)),
  run: ({ playground }) => playground.anchors.clear(),
};
