import { IconPlayerPlay } from "@tabler/icons-react";
import type { Action } from "../action";
import { canPlay } from "../conditions";

/** Goes on, or begins. */
export const play: Action = {
  icon: IconPlayerPlay,
  label: "Play",
  shortcut: " ",
  control: "play",
  enabled: canPlay,
  run: ({ playground }) => playground.play(),
};
