import { IconPinnedOff } from "@tabler/icons-react";
import { hasChosen } from "../../anchor/state";
import { pin } from "../../reading/changes";
import type { Action } from "../action";
import { inRace } from "../conditions";

/** Takes the pin out of the charts; an anchor that is looked at is closed first. */
export const unpin: Action = {
  icon: IconPinnedOff,
  label: "Unpin the step",
  shortcut: "Escape",
  enabled: inRace(({ reading, anchor }) => reading.pinned !== null && !hasChosen(anchor)),
  run: ({ playground }) => pin(playground, null),
};
