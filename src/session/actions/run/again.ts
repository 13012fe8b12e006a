import { IconPlayerPlay } from "@tabler/icons-react";
import type { Action } from "../action";
import { hasEnded } from "../conditions";

/** Plays a run that is over once more, with the settings of the page. */
export const again: Action = {
  icon: IconPlayerPlay,
  label: "Again",
  shortcut: " ",
  enabled: hasEnded,
  run: ({ playground }) => playground.playWith({}),
};
