import { IconPlayerPlay } from "@tabler/icons-react";
import type { Action } from "./action";
import { canGoOn } from "./conditions";

/** Goes on, or begins. */
export const play: Action = {
  icon: IconPlayerPlay,
  label: "Play",
  shortcut: " ",
  enabled: canGoOn,
  run: ({ playground }) => playground.play(),
};
