import { IconPlayerPause } from "@tabler/icons-react";
import type { Action } from "../action";
import { isRunning } from "../conditions";

/** Stops after the step that is under way; play goes on from there. */
export const pause: Action = {
  icon: IconPlayerPause,
  label: "Pause",
  shortcut: " ",
  control: "play",
  enabled: isRunning,
  run: ({ playground }) => playground.pause(),
};
