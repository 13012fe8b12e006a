import { IconHistory } from "@tabler/icons-react";
import type { Action } from "../action";
import { shows } from "../conditions";

/** The runs are below all charts, a long way down. */
export const showRuns: Action = {
  icon: IconHistory,
  label: "Go to the runs",
  shortcut: "u",
  menu: "page",
  enabled: shows("runs"),
  run: ({ goToRuns }) => goToRuns(),
};
