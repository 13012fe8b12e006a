import { IconPlayerPlay } from "@tabler/icons-react";
import { labOf } from "../../address/page";
import type { Action } from "../action";
import { canMeasure } from "../conditions";

/** Runs the measurement of the lab on the page, or goes on with it. */
export const measure: Action = {
  icon: IconPlayerPlay,
  label: "Measure (in a lab)",
  shortcut: " ",
  enabled: canMeasure,
  run: async ({ playground: { state, labs } }) => {
    const lab = labOf(state.page);
    if (lab) await labs.run(lab);
  },
};
