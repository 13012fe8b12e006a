import { IconPlayerStop } from "@tabler/icons-react";
import { labOf } from "../../address/page";
import { isMeasuring } from "../../labs/labState";
import type { Action } from "../action";

/** Stops the measurement of the lab on the page; what it has measured stays. */
export const cancel: Action = {
  icon: IconPlayerStop,
  label: "Pause the measurement (in a lab)",
  shortcut: " ",
  enabled: isMeasuring,
  run: async ({ playground: { state, labs } }) => {
    const lab = labOf(state.page);
    if (lab) await labs.cancel(lab);
  },
};
