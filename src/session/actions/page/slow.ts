import { IconZoomInArea } from "@tabler/icons-react";
import { closeSlow, openSlow } from "../../slow/motion";
import type { Action } from "../action";
import { inRace } from "../conditions";

/** One update of the real trainer, drawn as it happens. */
export const slow: Action = {
  icon: IconZoomInArea,
  label: "Slow motion: one training step",
  shortcut: "w",
  menu: "page",
  enabled: inRace(() => true),
  run: ({ playground }) => (playground.state.view.slow ? closeSlow(playground) : openSlow(playground)),
};
