import { IconPlayerPlay } from "@tabler/icons-react";
import type { Action } from "../action";
import { canMeasure } from "../conditions";

/** Runs the measurement of the lab on the page, or goes on with it. */
export const measure: Action = {
  icon: IconPlayerPlay,
  label: "Measure (in a lab)",
  shortcut: " ",
  enabled: canMeasure,
  run: async ({ playground: { state, labs } }) => {
    if (state.page !== "race") await labs.run(state.page);
  },
};
