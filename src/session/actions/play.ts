import { IconPlayerPlay } from "@tabler/icons-react";
import type { Action } from "./action";
import { canContinue } from "./conditions";

/** Goes on, or begins. */
export const play: Action = {
  icon: IconPlayerPlay,
  label: "Play",
  shortcut: " ",
  enabled: canContinue,
  run: ({ playground }) => playground.play(),
};
