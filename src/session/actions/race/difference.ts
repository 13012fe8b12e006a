import { IconChartHistogram } from "@tabler/icons-react";
import type { Action } from "../action";
import { inRace } from "../conditions";

/** Draws arm B minus arm A in place of the arms, or the arms again. */
export const difference: Action = {
  icon: IconChartHistogram,
  label: "Show the paired difference",
  shortcut: "d",
  enabled: inRace(({ draft }) => draft.arms.length > 1),
  run: ({ playground }) => playground.setView({ difference: !playground.state.view.difference }),
};
