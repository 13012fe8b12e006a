import { IconPlayerSkipForward } from "@tabler/icons-react";
import type { Action } from "../action";
import { canContinue } from "../conditions";

/** One update; a key that is held down does one after the other. */
export const step: Action = {
  icon: IconPlayerSkipForward,
  label: "One step",
  shortcut: "ArrowRight",
  repeats: true,
  control: "step",
  enabled: canContinue,
  run: ({ playground }) => playground.step(),
};
