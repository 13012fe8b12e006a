import { IconBraces } from "@tabler/icons-react";
import type { Action } from "../action";
import { hasMeasured } from "../conditions";

/** The run with all that was measured of it, as one document. */
export const exportJson: Action = {
  icon: IconBraces,
  label: "Record (JSON)",
  shortcut: "j",
  menu: "export",
  enabled: hasMeasured,
  run: ({ saveRecord }) => saveRecord(),
};
