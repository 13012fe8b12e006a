import { IconChartLine } from "@tabler/icons-react";
import { textsOf } from "../../../i18n/message";
import { linkedMetrics } from "../../overlay/linkedMetrics";
import type { Action } from "../action";
import { inRace } from "../conditions";

export const MESSAGES = {
  copied: "Link with this run's curves copied: {n, number} characters",
  copyFailed: "The browser does not let the link be copied.",
} as const;
const said = textsOf("actions", { messages: MESSAGES }, "copyCurves").messages;

/** The experiment of the run that is shown, with its large charts' mean curves for the next run to be held to. */
export const copyCurves: Action = {
  icon: IconChartLine,
  label: "Copy link with this run's curves",
  menu: "export",
  messages: MESSAGES,
  enabled: inRace((state) => linkedMetrics(state).length > 0),
  run: async ({ copyCurves: copy, announce }) => {
    const n = await copy();
    announce(n === null ? said.copyFailed : { ...said.copied, args: { n } });
  },
};
